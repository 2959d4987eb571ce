import { userCommandNotInBase } from '../../src/rules/user-command-not-in-base.js';
import { testRule } from '../support/rule-table.js';

testRule(userCommandNotInBase, {
  finds: [
    {
      source: 'FROM debian:trixie-slim\nRUN «addgroup -S app» && «adduser -S -G app app»\n',
      variant: 'user',
      severity: 'error',
      repaired: 'FROM debian:trixie-slim\nRUN groupadd --system app && useradd --system --gid app app\n',
      safety: 'suggested',
    },
    {
      source: 'FROM debian:bookworm-slim\nRUN «adduser -D -u 1000 -h /app -s /bin/sh app»',
      variant: 'user',
      repaired: 'FROM debian:bookworm-slim\nRUN useradd --create-home --uid 1000 --home-dir /app --shell /bin/sh app',
      title: 'adduser is there, and is another one',
    },
    {
      source: 'FROM node:26-slim\nRUN «adduser -SDH app»',
      repaired: 'FROM node:26-slim\nRUN useradd --system --no-create-home app',
    },
    { source: 'FROM debian:trixie-slim\nRUN «adduser --system app»', variant: 'user', title: 'trixie has no adduser' },
    {
      source: 'FROM alpine:3.24\nRUN «groupadd -r app» && «useradd -r -g app app»',
      variant: 'user',
      repaired: 'FROM alpine:3.24\nRUN addgroup -S app && adduser -H -D -S -G app app',
    },
    {
      source: 'FROM node:26-alpine\nRUN «useradd --uid=1001 -M app»',
      repaired: 'FROM node:26-alpine\nRUN adduser -D -u 1001 -H app',
    },
    {
      source: 'FROM alpine:3.24\nRUN «useradd -g 1000 app»',
      noFix: true,
      title: 'BusyBox wants the name of the group',
    },
    {
      source: 'FROM alpine:3.24\nRUN apk add --no-cache curl && «usermod -aG a b»',
      severity: 'warning',
      title: 'a package could bring it',
    },
    {
      source: 'FROM alpine:3.24\nRUN «adduser --system --group app»',
      variant: 'user',
      noFix: true,
      title: 'options of Debian',
    },
    { source: 'FROM alpine:3.24 AS base\nFROM base\nRUN «useradd app»', title: 'the base of the base' },
    {
      source: 'FROM alpine:3.24\nRUN «apt-get» update && apt-get install -y git',
      variant: 'package-manager',
      noFix: true,
    },
    { source: 'FROM debian:trixie-slim\nRUN «apk» add --no-cache git', variant: 'package-manager' },
    { source: 'FROM debian:trixie-slim\nRUN «yum» install -y git', variant: 'package-manager' },
    { source: 'FROM fedora:44\nRUN «apt-get» update', variant: 'package-manager' },
    {
      source: 'FROM registry.access.redhat.com/ubi9/ubi-minimal\nRUN «dnf» install -y git',
      variant: 'package-manager',
      title: 'microdnf only',
    },
    {
      source: "FROM alpine:3.24\nRUN «bash» -c 'x'",
      variant: 'shell',
      severity: 'error',
      repaired: "FROM alpine:3.24\nRUN sh -c 'x'",
    },
    { source: 'FROM alpine:3.24\nRUN «/bin/bash» install.sh', variant: 'shell' },
    {
      source: 'FROM alpine:3.24\nRUN «<<EOF»\n#!/usr/bin/env bash\nx\nEOF',
      variant: 'shell',
      noFix: true,
    },
    { source: 'FROM alpine:3.24\nRUN apk add --no-cache git && «bash» x.sh', variant: 'shell', severity: 'warning' },
    {
      source: 'FROM alpine:3.24\nCMD ["«bash»", "run.sh"]',
      variant: 'shell',
      repaired: 'FROM alpine:3.24\nCMD ["sh", "run.sh"]',
    },
    { source: 'FROM alpine:3.24\nENTRYPOINT «bash» run.sh\nHEALTHCHECK CMD ["«bash»", "-c", "x"]', variant: 'shell' },
    { source: 'FROM alpine:3.24\nSHELL ["«/bin/bash»", "-o", "pipefail", "-c"]', variant: 'shell' },
    {
      source: 'FROM alpine:3.24 AS b\nRUN «bash» x\nFROM debian:trixie-slim',
      variant: 'shell',
      title: 'also in a stage that is not shipped',
    },
  ],
  silent: [
    'FROM debian:trixie-slim\nRUN groupadd -r app && useradd -r -g app app',
    'FROM alpine:3.24\nRUN addgroup -S app && adduser -S -D -H -G app app',
    { source: 'FROM debian:bookworm-slim\nRUN adduser --system --group app', title: 'bookworm has adduser' },
    {
      source: 'FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y adduser && adduser --system app',
      title: 'installed',
    },
    {
      source: 'FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y x\nRUN adduser --system app',
      title: 'x may depend on it',
    },
    'FROM alpine:3.24\nRUN apk add --no-cache shadow && useradd app',
    'FROM alpine:3.24\nRUN apk add --no-cache shadow\nRUN useradd app',
    {
      source: 'FROM alpine:3.24 AS b\nRUN apk add --no-cache bash\nFROM b\nRUN bash x\nCMD ["bash"]',
      title: 'installed below',
    },
    { source: 'FROM alpine:3.24\nARG P\nRUN apk add --no-cache $P && bash x', title: 'it may be bash' },
    { source: 'FROM company/base\nRUN apt-get update && useradd x && bash y', title: 'an unknown base' },
    { source: 'ARG BASE\nFROM $BASE\nRUN apk add git && bash y', title: 'an unknown base' },
    { source: 'FROM alpine:3.24\nRUN adduser -D x || useradd x', title: 'one of the two is there' },
    'FROM alpine:3.24\nRUN if command -v apt-get; then apt-get update; else apk add git; fi',
    'FROM alpine:3.24\nRUN useradd x || true',
    { source: 'FROM alpine:3.24\nCOPY --from=x /bin/bash /bin/\nRUN bash y', title: 'copied' },
    { source: 'FROM alpine:3.24\nCOPY --from=x / /\nRUN bash y', title: 'everything is copied' },
    'FROM debian:trixie-slim\nRUN bash x\nCMD ["bash"]\nSHELL ["/bin/bash", "-c"]',
    'FROM fedora:44\nRUN dnf install -y git && yum install -y x',
    { source: 'FROM scratch\nRUN apt-get update', title: 'shell-missing speaks' },
    { source: 'FROM alpine:3.24\nRUN echo bash useradd apt-get', title: 'text' },
    { source: 'FROM alpine:3.24\nRUN chroot /mnt bash x', title: 'in another root' },
    { source: 'FROM alpine:3.24\nRUN ./tools/bash x', title: 'a program of their own' },
  ],
});
