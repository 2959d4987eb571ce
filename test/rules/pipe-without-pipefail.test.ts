import { pipeWithoutPipefail } from '../../src/rules/pipe-without-pipefail.js';
import { testRule } from '../support/rule-table.js';

const BASH = 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]';

testRule(pipeWithoutPipefail, {
  finds: [
    {
      source: 'FROM debian:trixie-slim\nRUN «a» | b',
      repaired: 'FROM debian:trixie-slim\nRUN set -o pipefail && a | b',
      title: 'dash knows it since Debian 13',
    },
    {
      source: 'FROM debian:bookworm-slim\nRUN «curl» -fsS https://example.org/a.tgz | tar xz\n',
      repaired: `FROM debian:bookworm-slim\n${BASH}\nRUN curl -fsS https://example.org/a.tgz | tar xz\n`,
      safety: 'suggested',
      without: ['onbuild'],
    },
    {
      source: 'FROM alpine:3.24\nRUN «wget» -qO- https://example.org/a.tgz | tar xz',
      repaired: 'FROM alpine:3.24\nRUN set -o pipefail && wget -qO- https://example.org/a.tgz | tar xz',
      title: 'busybox ash knows pipefail',
    },
    {
      source: 'FROM alpine:3.24\nRUN sleep 1 & \\\n    «a» | b',
      repaired: 'FROM alpine:3.24\nRUN set -o pipefail; sleep 1 & \\\n    a | b',
      title: 'set must not go into the background',
    },
    { source: 'FROM a\nRUN «wget» -qO- https://example.org/a | sh', severity: 'warning' },
    { source: 'FROM a\nRUN «ls» /a | sort', severity: 'info' },
    { source: 'FROM company/base\nRUN «a» | b', noFix: true, title: 'which shell it is, is not known' },
    {
      source: 'FROM debian:bookworm-slim\nRUN x\nRUN «a» | b\nRUN «c» | d',
      repaired: `FROM debian:bookworm-slim\nRUN x\n${BASH}\nRUN a | b\nRUN c | d`,
      without: ['onbuild'],
    },
    { source: 'FROM a\nRUN apt-get update && «a» | b && «c» | d | e' },
    { source: 'FROM a\nRUN echo x | «b» | c', title: 'only echo is left out' },
    {
      source: 'FROM a\nRUN V=$(«curl» -fsS https://example.org | jq -r .tag) && echo $V',
      title: 'the assignment has the status of the pipe',
    },
    { source: 'FROM a\nRUN «curl» -fsS https://example.org | while read -r a; do echo $a; done' },
    { source: 'FROM a\nRUN «a» | b || exit 1', title: 'exit 1 is not reached when a fails' },
    { source: "FROM a\nRUN bash -c '«a» | b'" },
    { source: 'FROM a\nRUN ["sh", "-c", "«a» | b"]', noFix: true },
    { source: `FROM a\n${BASH}\nRUN ["sh", "-c", "«a» | b"]`, title: 'the exec form does not use SHELL' },
    { source: 'FROM a\nRUN set -o pipefail; set +o pipefail; «a» | b' },
    { source: 'FROM a\nRUN (set -o pipefail; x); «a» | b', title: 'set in a subshell only' },
    {
      source: 'FROM a\nSHELL ["/bin/bash", "-c"]\nRUN «a» | b',
      repaired: 'FROM a\nSHELL ["/bin/bash", "-c"]\nRUN set -o pipefail && a | b',
    },
    { source: `FROM a\n${BASH}\nRUN <<EOF sh\n«a» | b\nEOF`, title: 'another shell reads the heredoc' },
    { source: `FROM a\n${BASH}\nRUN <<EOF\n#!/bin/bash -e\n«a» | b\nEOF` },
    {
      source: 'FROM alpine:3.24\nRUN <<EOF\nset -e\n«a» | b\nEOF',
      repaired: 'FROM alpine:3.24\nRUN <<EOF\nset -o pipefail\nset -e\na | b\nEOF',
      without: ['crlf'],
    },
    { source: `FROM a AS b\n${BASH}\nFROM a\nRUN «a» | b`, title: 'another stage' },
    { source: 'FROM a\nONBUILD RUN «a» | b' },
  ],
  silent: [
    'FROM a\nRUN a && b || c',
    `FROM a\n${BASH}\nRUN a | b`,
    'FROM a\nSHELL ["/bin/bash", "-euxo", "pipefail", "-c"]\nRUN a | b',
    { source: 'FROM a\nSHELL ["/bin/ash", "-eo", "pipefail", "-c"]\nRUN a | b', title: 'ash knows it' },
    { source: 'FROM a\nSHELL ["/bin/sh", "-o", "pipefail", "-c"]\nRUN a | b', title: 'a new dash knows it' },
    { source: `FROM a AS b\n${BASH}\nFROM b\nRUN a | b`, title: 'inherited' },
    'FROM a\nRUN set -o pipefail && a | b',
    'FROM a\nRUN set -eux -o pipefail; x; (a | b)',
    'FROM a\nRUN set -euo pipefail; if x; then a | b; fi',
    "FROM a\nRUN bash -eo pipefail -c 'a | b'",
    'FROM a\nRUN ["/bin/bash", "-o", "pipefail", "-c", "a | b"]',
    { source: 'FROM a\nRUN <<EOF\nset -o pipefail\na | b\nEOF', without: ['crlf'] },
    'FROM a\nRUN <<EOF\n#!/bin/bash -eo pipefail\na | b\nEOF',
    { source: 'FROM a\nRUN echo "a | b" && grep -E "c|d" e', title: 'no pipe, but text' },
    { source: 'FROM a\nRUN yes | apt-get install -y git\nRUN echo x | tee y', title: 'nothing to fail' },
    { source: 'FROM a\nRUN if a | grep -q b; then c; fi', title: 'a condition' },
    'FROM a\nRUN ! a | b',
    'FROM a\nRUN a | b || true',
    { source: 'FROM a\nSHELL ["powershell", "-Command"]\nRUN a | b', title: 'no shell of this kind' },
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN type a | findstr b',
    { source: 'FROM a\nRUN echo "$(a | b)"', title: 'its status is lost in any case' },
    'FROM a\nCMD a | b',
  ],
});
