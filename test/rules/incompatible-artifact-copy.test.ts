import { incompatibleArtifactCopy } from '../../src/rules/incompatible-artifact-copy.js';
import { testRule } from '../support/rule-table.js';

const node = (from: string, to: string, copy: string, install = 'RUN npm ci') =>
  `FROM ${from} AS build\nWORKDIR /app\n${install}\nFROM ${to}\nCOPY --from=build ${copy} ./`;

testRule(incompatibleArtifactCopy, {
  finds: [
    {
      source: node('node:26-slim', 'node:26-alpine', '«/app/node_modules»'),
      variant: 'libc',
      severity: 'warning',
      noFix: true,
    },
    {
      title: 'the folder that holds node_modules',
      source: node('node:26-slim', 'node:26-alpine', '«/app»'),
      variant: 'libc',
    },
    {
      source: node('node:26-alpine', 'gcr.io/distroless/nodejs26-debian13', '«/app»', 'RUN pnpm install'),
      variant: 'libc',
    },
    {
      source:
        'FROM golang:1.27 AS build\nRUN go build -o /server .\nFROM alpine:3.24\nCOPY --from=build «/server» /server',
      variant: 'libc',
    },
    {
      source:
        'FROM rust:1.98 AS build\nWORKDIR /src\nRUN cargo build --release\nFROM alpine:3.24\nCOPY --from=build «/src/target/release/app» /app',
      variant: 'libc',
    },
    {
      title: 'the program of an image',
      source: 'FROM alpine:3.24\nCOPY --from=node:26-slim «/usr/local/bin/node» /usr/bin/',
      variant: 'libc',
    },
    {
      source:
        'FROM python:3.14 AS build\nRUN python -m venv /opt/env\nFROM python:3.14-alpine\nCOPY --from=build «/opt/env» /opt/env',
      variant: 'libc',
    },
    { source: node('node:26-slim', 'node:24-trixie-slim', '«/app/node_modules»'), variant: 'runtime-version' },
    {
      source:
        'FROM python:3.14-slim AS build\nFROM python:3.13-slim\nCOPY --from=build «/usr/local/lib/python3.14/site-packages» /usr/local/lib/python3.14/site-packages',
      variant: 'runtime-version',
    },
    {
      source:
        'FROM python:3.14-slim AS build\nWORKDIR /app\nRUN uv sync\nFROM python:3.13-slim\nCOPY --from=build «/app/.venv» /app/.venv',
      variant: 'runtime-version',
    },
    {
      source: 'FROM ruby:4.0 AS b\nFROM ruby:3.4\nCOPY --from=b «/usr/local/bundle» /usr/local/bundle',
      variant: 'runtime-version',
    },
    {
      title: 'the configuration beside it is only text',
      source: 'FROM golang:1.27 AS b\nRUN go build -o /a .\nFROM alpine:3.24\nCOPY --from=b «/a» /a.yaml /app/',
      variant: 'libc',
    },
    { source: node('node:24-trixie-slim', 'node:24-bookworm-slim', '«/app/node_modules»'), variant: 'distribution' },
    {
      source:
        'FROM rust:1.98 AS b\nWORKDIR /s\nRUN cargo build --release\nFROM gcr.io/distroless/cc-debian12:nonroot\nCOPY --from=b «/s/target/release/a» /a',
      variant: 'distribution',
    },
    {
      source: 'FROM golang:1.27-trixie AS b\nRUN go build -o /a .\nFROM debian:bookworm-slim\nCOPY --from=b «/a» /a',
      variant: 'distribution',
    },
  ],
  silent: [
    node('node:26-slim', 'node:26-slim', '/app'),
    node('node:26', 'gcr.io/distroless/nodejs26-debian13', '/app/node_modules'),
    { title: 'no modules in it', source: node('node:26-slim', 'node:26-alpine', '/app/dist') },
    { title: 'built again', source: `${node('node:26-slim', 'node:26-alpine', '/app')}\nRUN npm rebuild` },
    {
      title: 'an older release into a newer one',
      source: node('node:24-bookworm-slim', 'node:24-trixie-slim', '/app'),
    },
    { title: 'not the final stage', source: `${node('node:26-slim', 'node:26-alpine', '/app')}\nFROM scratch` },
    { title: 'files for a web server', source: node('node:26-slim', 'nginx:1.30-alpine', '/app/dist') },
    'FROM golang:1.27 AS build\nRUN CGO_ENABLED=0 go build -o /server .\nFROM alpine:3.24\nCOPY --from=build /server /server',
    'FROM golang:1.27-alpine AS build\nRUN go build -o /server .\nFROM debian:trixie-slim\nCOPY --from=build /server /server',
    'FROM golang:1.27 AS b\nRUN go build -o /a .\nFROM alpine:3.24\nRUN apk add --no-cache gcompat\nCOPY --from=b /a /a',
    {
      title: 'composer is a script',
      source: 'FROM php:8.5-cli\nCOPY --from=composer:2 /usr/bin/composer /usr/bin/composer',
    },
    { title: 'uv is static', source: 'FROM python:3.14-alpine\nCOPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/' },
    { title: 'an unknown image', source: node('example.com/node', 'node:26-alpine', '/app/node_modules') },
    {
      title: 'the version is not known',
      source: 'ARG V\nFROM node:$V AS b\nFROM node:26-slim\nCOPY --from=b /app/node_modules ./',
    },
    {
      title: '`dynamic-binary-without-libc` speaks about scratch',
      source: 'FROM golang:1.27 AS b\nRUN go build -o /a .\nFROM scratch\nCOPY --from=b /a /a',
    },
  ],
});
