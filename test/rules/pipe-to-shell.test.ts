import { pipeToShell } from '../../src/rules/pipe-to-shell.js';
import { testRule } from '../support/rule-table.js';

testRule(pipeToShell, {
  finds: [
    {
      source: 'FROM debian:trixie-slim\nRUN curl -fsSL https://example.org/install.sh | «sh»',
      severity: 'warning',
      noFix: true,
    },
    'FROM debian:trixie-slim\nRUN wget -qO- https://example.org/install.sh | «bash» -s -- --yes',
    'FROM debian:trixie-slim\nRUN curl https://example.org/setup | sudo -E «bash» -',
    'FROM debian:trixie-slim\nRUN curl https://example.org/setup | VERSION=1 «sh»',
    'FROM debian:trixie-slim\nRUN curl https://example.org/setup | tac | tac | «bash» -ex',
    'FROM debian:trixie-slim\nRUN curl https://example.org/get.py | «python3»',
    'FROM debian:trixie-slim\nRUN curl https://example.org/get.py | «python3» - --user',
    'FROM debian:trixie-slim\nRUN curl -L https://example.org/cpanm | «perl» - App::cpanminus',
    'FROM node:26-slim\nRUN curl https://example.org/x.js | «node»',
    'FROM debian:trixie-slim\nRUN «sh» -c "$(curl -fsSL https://example.org/install.sh)"',
    'FROM debian:trixie-slim\nRUN «bash» <(curl -s https://example.org/install.sh)',
    'FROM debian:trixie-slim\nRUN «eval» "$(wget -qO- https://example.org/env)"',
    'FROM debian:trixie-slim\nRUN «.» <(curl -s https://example.org/env)',
    'FROM debian:trixie-slim\nRUN ["bash", "-c", "curl https://example.org/x | «sh»"]',
    {
      title: 'the second of two, inside a longer RUN',
      source: `
        FROM debian:trixie-slim
        RUN apt-get update && \\
            curl -o x.tar.gz https://example.org/x.tar.gz && \\
            curl https://example.org/install.sh | «sh» && \\
            rm x.tar.gz
      `,
    },
    {
      title: 'in a heredoc',
      source: 'FROM debian:trixie-slim\nRUN <<EOF\nset -e\ncurl https://example.org/install.sh | «sh»\nEOF',
      without: ['continuation'],
    },
    {
      title: 'in a stage that is not shipped',
      source: 'FROM rust:1 AS build\nRUN curl https://example.org/x | «sh»\nFROM alpine:3.24',
    },
  ],
  silent: [
    'FROM debian:trixie-slim\nRUN curl https://example.org/x.tar.gz | tar -xz',
    'FROM debian:trixie-slim\nRUN curl https://example.org/key.asc | gpg --dearmor -o /etc/apt/keyrings/x.gpg',
    {
      title: 'data, not a script',
      source: 'FROM debian:trixie-slim\nRUN curl https://example.org/x.json | python3 -m json.tool',
    },
    {
      title: 'data, not a script',
      source: "FROM debian:trixie-slim\nRUN curl https://example.org/x | python3 -c 'import sys'",
    },
    {
      title: 'data, not a script',
      source: "FROM debian:trixie-slim\nRUN curl https://example.org/x | perl -ne 'print'",
    },
    { title: 'data, not a script', source: 'FROM node:26-slim\nRUN curl https://example.org/x | node parse.js' },
    {
      title: 'data, not a script',
      source: "FROM debian:trixie-slim\nRUN curl https://example.org/x | sh -c 'cat > /x'",
    },
    {
      title: 'a value, not a script',
      source: 'FROM debian:trixie-slim\nRUN sh install.sh "$(curl https://example.org/version)"',
    },
    {
      title: 'a value, not a script',
      source: 'FROM debian:trixie-slim\nRUN python3 setup.py --version "$(curl https://example.org/version)"',
    },
    {
      title: 'a value inside a script',
      source: 'FROM debian:trixie-slim\nRUN sh -c "echo $(curl https://example.org/version)"',
    },
    'FROM debian:trixie-slim\nRUN curl -o x.sh https://example.org/x.sh && echo "$SUM  x.sh" | sha256sum -c && sh x.sh',
    'FROM debian:trixie-slim\nRUN cat install.sh | sh',
    "FROM debian:trixie-slim\nRUN echo 'curl https://example.org/x | sh'",
    { title: 'not at build time', source: 'FROM debian:trixie-slim\nCMD curl https://example.org/x | sh' },
  ],
});
