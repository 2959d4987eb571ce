import { stageNeverUsed } from '../../src/rules/stage-never-used.js';
import { testRule } from '../support/rule-table.js';

testRule(stageNeverUsed, {
  finds: [
    {
      source: `
        FROM golang:1.27 AS build
        RUN go build -o /app .
        # An older way to build it.
        FROM rust:1 AS «old»
        RUN cargo build
        # What runs.
        FROM scratch
        COPY --from=build /app /app
      `,
      variant: 'unreachable',
      safety: 'suggested',
      severity: 'warning',
      repaired: `
        FROM golang:1.27 AS build
        RUN go build -o /app .
        # What runs.
        FROM scratch
        COPY --from=build /app /app
      `,
    },
    {
      title: 'a base that the stage for another target needs stays',
      source: `
        FROM debian AS base
        FROM base AS «old»
        FROM base AS «test»
        CMD ["check"]
        FROM alpine AS files
        FROM alpine
        COPY --from=files /b /b
      `,
      variant: 'unreachable',
      repaired: `
        FROM debian AS base
        FROM base AS test
        CMD ["check"]
        FROM alpine AS files
        FROM alpine
        COPY --from=files /b /b
      `,
    },
    {
      title: 'stages that only the unused one needs go with it',
      source: `
        # syntax=docker/dockerfile:1
        FROM debian AS sources
        FROM sources AS generator
        FROM debian AS «generated»
        COPY --from=generator /a /a
        FROM alpine AS files
        FROM alpine
        COPY --from=files /b /b
      `,
      variant: 'unreachable',
      repaired: `
        # syntax=docker/dockerfile:1
        FROM alpine AS files
        FROM alpine
        COPY --from=files /b /b
      `,
      without: ['escape'],
    },
    {
      title: 'removing a stage would change what a number means',
      source: 'FROM debian AS «old»\nFROM golang\nFROM scratch\nCOPY --from=1 /a /a',
      variant: 'unreachable',
      noFix: true,
    },
    {
      source: 'FROM golang:1.27 AS «build»\nRUN go build -o /app .\nFROM scratch\nCMD ["/app"]',
      variant: 'no-copy',
      severity: 'warning',
      noFix: true,
    },
    { title: 'two images in one file do not add up', source: 'FROM «node:26»\nFROM nginx', variant: 'no-copy' },
    {
      title: 'a stage of the same name below takes its place',
      source: 'FROM golang AS «build»\nFROM golang AS build\nFROM scratch\nCOPY --from=build /a /a',
      variant: 'unreachable',
    },
    {
      title: 'a stage with a name for --target is a hint',
      source: 'FROM node AS base\nFROM base AS «unit-test»\nRUN npm test\nFROM base',
      variant: 'unreachable',
      severity: 'info',
      noFix: true,
    },
    {
      title: 'a stage that starts something is one of several images',
      source:
        'FROM node AS base\nFROM base AS «worker»\nCMD ["node", "worker.js"]\nFROM base AS api\nCMD ["node", "api.js"]',
      severity: 'info',
      noFix: true,
    },
    {
      title: 'files for --output',
      source:
        'FROM golang AS build\nFROM scratch AS «files»\nCOPY --from=build /a /\nFROM alpine\nCOPY --from=build /a /a',
      severity: 'info',
    },
    {
      title: 'what the target needs is used, and what the last stage needs',
      source: 'FROM a AS one\nFROM b AS «two»\nFROM one AS three\nFROM scratch\nCOPY --from=one /a /a',
      input: { target: 'three' },
      variant: 'unreachable',
    },
  ],
  silent: [
    'FROM node:26',
    'RUN npm ci',
    'FROM golang AS build\nFROM scratch\nCOPY --from=build /a /a',
    'FROM golang\nFROM scratch\nCOPY --from=0 /a /a',
    'FROM node AS base\nFROM base AS middle\nFROM middle',
    'FROM golang AS build\nFROM scratch\nRUN --mount=type=bind,from=build,target=/b true',
    {
      title: 'a variable may name the stage',
      source: 'ARG KIND=slim\nFROM a AS base-slim\nFROM b AS base-full\nFROM base-$KIND',
    },
    { source: 'ARG TARGETARCH\nFROM a AS amd64-build\nFROM b AS arm64-build\nFROM $TARGETARCH-build' },
    { title: 'the mistake is the name', source: 'FROM golang AS build\nFROM scratch\nCOPY --from=biuld /a /a' },
    { title: 'the mistake is the order', source: 'FROM scratch\nCOPY --from=files /a /a\nFROM alpine AS files' },
    'FROM golang AS build\nFROM alpine\nONBUILD COPY --from=build /a /a',
  ],
});
