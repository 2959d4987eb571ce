import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const wanted = { 'not-installed': { packages: ['gcc'] } };

test.each([
  ['FROM debian:13-slim\nRUN apt-get install -y gcc', 'installed'],
  ['FROM debian:13-slim\nRUN apt-get install -y gcc\nRUN apt-get purge -y gcc', 'removed-later'],
  ['FROM debian:13-slim\nRUN apt-get install -y gcc && apt-get purge -y gcc', 'holds'],
  ['FROM alpine:3.23\nRUN apk add --virtual .build gcc musl-dev && apk del .build', 'holds'],
  ['FROM alpine:3.23\nRUN apk add --virtual .build gcc musl-dev\nRUN apk del .build', 'removed-later'],
  ['FROM alpine:3.23\nRUN apk add --virtual .build gcc musl-dev && apk del .other', 'installed'],
  ['FROM debian:13-slim AS build\nRUN apt-get install -y gcc\nFROM debian:13-slim', 'holds'],
])('%j: %s', async (text, state) => {
  expect(await stateOf(wanted, text)).toBe(state);
});
