import { copyFromInvalid } from '../../src/rules/copy-from-invalid.js';
import { testRule } from '../support/rule-table.js';

testRule(copyFromInvalid, {
  finds: [
    { source: 'FROM golang AS build\nCOPY --from=«build» /a /b', variant: 'self', severity: 'error', noFix: true },
    {
      title: 'names are compared without case',
      source: 'FROM golang AS Build\nCOPY --from=«BUILD» /a /b',
      variant: 'self',
    },
    { title: 'a number can be the own stage too', source: 'FROM golang\nCOPY --from=«0» /a /b', variant: 'self' },
    { source: 'FROM golang AS build\nRUN --mount=type=bind,from=«build»,target=/b true', variant: 'self' },
    {
      source: 'FROM scratch AS app\nCOPY --from=«build» /a /b\nFROM golang AS build',
      variant: 'later',
      severity: 'error',
    },
    { source: 'FROM scratch\nCOPY --from=«1» /a /b\nFROM golang', variant: 'later' },
    {
      title: 'a number that no stage has',
      source: 'FROM golang\nFROM scratch\nCOPY --from=«7» /a /b',
      variant: 'later',
    },
    { source: 'FROM alpine\nRUN --mount=from=«tools»,target=/t true\nFROM golang AS tools', variant: 'later' },
    {
      source: 'FROM golang AS build\nFROM scratch\nCOPY --from=«biuld» /a /b',
      variant: 'undefined',
      severity: 'warning',
    },
    { source: 'FROM golang AS build\nFROM scratch\nCOPY --from=«builder» /a /b', variant: 'undefined' },
    {
      source: 'FROM node AS deps-prod\nFROM node\nRUN --mount=type=bind,from=«dep-prod»,target=/d true',
      variant: 'undefined',
    },
    { source: 'ARG TOOL=golang:1.27\nFROM scratch\nCOPY --from=«$TOOL» /a /b', variant: 'variable', severity: 'error' },
    { source: 'ARG V=1\nFROM scratch\nARG V\nCOPY --from=«ghcr.io/astral-sh/uv:$V» /uv /bin/', variant: 'variable' },
    { source: 'FROM scratch AS files\nLABEL a=b\nFROM alpine\nCOPY --from=«files» /a /b', variant: 'empty-scratch' },
    { source: 'FROM alpine\nCOPY --from=«scratch» /a /b', variant: 'empty-scratch', severity: 'error' },
    { source: 'FROM scratch AS a\nFROM a AS b\nENV A=b\nFROM alpine\nCOPY --from=«b» /a /b', variant: 'empty-scratch' },
  ],
  silent: [
    'FROM golang AS build\nFROM scratch\nCOPY --from=build /a /b',
    'FROM golang AS build\nFROM scratch\nCOPY --from=BUILD /a /b',
    'FROM golang\nFROM scratch\nCOPY --from=0 /a /b',
    { title: 'an image may be a stage', source: 'FROM golang AS build\nFROM scratch\nCOPY --from=nginx /a /b' },
    {
      title: 'an image of the tables is no slip',
      source: 'FROM alpine AS nodes\nFROM scratch\nCOPY --from=node /a /b',
    },
    {
      title: 'a named context is like no stage',
      source: 'FROM golang AS build\nFROM scratch\nCOPY --from=assets /a /b',
    },
    { title: 'a tag or a path is no stage', source: 'FROM golang AS build\nFROM scratch\nCOPY --from=builds:1 /a /b' },
    { title: 'too short to tell', source: 'FROM alpine AS ui\nFROM scratch\nCOPY --from=uv /a /b' },
    {
      title: 'an image that is made FROM scratch has files',
      source: 'FROM ghcr.io/astral-sh/uv:1 AS uv\nFROM alpine\nCOPY --from=uv /uv /b',
    },
    'FROM scratch AS files\nCOPY a /a\nFROM alpine\nCOPY --from=files /a /b',
    {
      title: 'a folder is made',
      source: 'FROM scratch AS files\nWORKDIR /app\nFROM alpine\nCOPY --from=files /app /b',
    },
    { title: 'the image built later decides', source: 'FROM alpine\nONBUILD COPY --from=build /a /b\nFROM x AS build' },
    { title: '`build-error` says it', source: 'FROM alpine\nARG X=a\nRUN --mount=type=bind,from=$X,target=/b true' },
  ],
});
