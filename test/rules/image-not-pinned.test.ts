import { imageNotPinned } from '../../src/rules/image-not-pinned.js';
import { testRule } from '../support/rule-table.js';

testRule(imageNotPinned, {
  finds: [
    {
      source: 'FROM «gcr.io/distroless/static-debian13»',
      variant: 'untagged',
      severity: 'info',
      title: 'there is no tag to name',
    },
    { source: 'FROM «cgr.dev/chainguard/node:latest»', variant: 'latest', severity: 'info' },
    { source: 'FROM «nginx:latest»', variant: 'latest', severity: 'warning' },
    { source: 'FROM scratch\nCOPY --from=«composer» /usr/bin/composer /usr/bin/', variant: 'untagged' },
    { source: 'FROM «node»', variant: 'untagged', noFix: true },
    { source: 'FROM «node» AS build', variant: 'untagged' },
    { source: 'FROM «localhost:5000/app»', variant: 'untagged', title: 'a port is no tag' },
    { source: 'FROM «node:latest»', variant: 'latest' },
    { source: 'ARG BASE=node\nFROM «$BASE»', variant: 'untagged', title: 'the default of an argument counts' },
    { source: 'ARG TAG=latest\nFROM «node:${TAG}»', variant: 'latest' },
    {
      source:
        'FROM node:24@sha256:0000000000000000000000000000000000000000000000000000000000000000\nCOPY --from=«nginx» /a /b',
      variant: 'untagged',
    },
    { source: 'FROM scratch\nRUN --mount=type=bind,from=«golang:latest»,target=/go true', variant: 'latest' },
    { source: 'FROM «node:26-slim»', variant: 'digest' },
  ],
  silent: [
    { source: 'FROM scratch\nCOPY --from=assets / /', title: 'may be a named build context' },
    'FROM node@sha256:0000000000000000000000000000000000000000000000000000000000000000',
    'FROM scratch',
    { source: 'ARG BASE\nFROM $BASE', title: 'an argument without a default can be anything' },
    'FROM node:24@sha256:0000000000000000000000000000000000000000000000000000000000000000 AS build\nFROM build',
    'FROM scratch AS build\nFROM scratch\nCOPY --from=build /a /b\nCOPY --from=0 /a /c',
    {
      source: 'FROM scratch AS build\nFROM scratch\nCOPY --from=biuld /a /b\nRUN --mount=from=builder true',
      title: 'a misspelt stage is no image; copy-from-invalid speaks',
    },
    {
      source: 'FROM scratch\nCOPY --from=later /a /b\nFROM scratch AS later',
      title: 'a stage that comes later is no image',
    },
  ],
});
