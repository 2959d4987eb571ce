/** Who runs the program, and what is theirs. */
import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const NODE = 'FROM node:24-slim\nWORKDIR /srv';
const PYTHON = 'FROM python:3.13-slim\nWORKDIR /srv';

test.each([
  ['holds', `${NODE}\nUSER node`],
  ['holds', `${PYTHON}\nUSER 10001:10001`],
  ['holds', `${PYTHON}\nRUN useradd --system app\nUSER app`],
  ['holds', `${PYTHON}\nUSER nobody`],
  ['holds', 'FROM gcr.io/distroless/static-debian13:nonroot'],
  ['root', PYTHON],
  ['root', `${PYTHON}\nUSER 10001\nUSER 0`],
  ['unknown-user', `${PYTHON}\nUSER app`],
  ['unknown-user', `${PYTHON}\nUSER node`],
  ['unknown-user', `${PYTHON}\nRUN adduser -S app\nUSER app`],
  ['unknown', 'FROM registry.example.com/base:1'],
])('not-root: %s: %s', async (state, text) => {
  expect(await stateOf({ 'not-root': {} }, text)).toBe(state);
});

test.each([
  ['holds', `${NODE}\nRUN mkdir data && chown node:node data\nUSER node`],
  ['holds', `${NODE}\nRUN mkdir data && chown 1000 data\nUSER node`],
  ['holds', `${PYTHON}\nRUN useradd -u 10001 app && install -d -o app -g app /srv/data\nUSER 10001`],
  ['holds', `${PYTHON}\nRUN install -d -m 0777 /srv/data\nRUN chmod 1777 /srv/data\nUSER 10001`],
  ['holds', `${PYTHON}\nARG APP=10001\nRUN mkdir data && chown $APP:$APP data\nUSER $APP`],
  ['holds', `${PYTHON}\nENV APP=10001\nRUN install -d -o "$APP" data\nUSER ${'$'}{APP}`],
  ['holds', `${PYTHON}\nUSER 10001\nWORKDIR /srv/data`],
  ['holds', `${PYTHON}\nRUN chown 10001 /srv\nUSER 10001\nRUN mkdir -p /srv/data`],
  ['holds', `${PYTHON}\nCOPY --chown=10001 data /srv/data\nUSER 10001`],
  ['holds', `${PYTHON}\nRUN mkdir /srv/data && chown -R 10001:10001 /srv\nUSER 10001`],
  [
    'holds',
    `FROM python:3.13-slim AS made\nRUN install -d -o 10001 /data\n\n${PYTHON}\nCOPY --from=made /data /srv/data\nUSER 10001`,
  ],
  ['holds', `${PYTHON}\nRUN mkdir data`],
  ['of-somebody-else', `${PYTHON}\nRUN mkdir data\nUSER 10001`],
  ['of-somebody-else', `${PYTHON}\nUSER 10001\nCOPY data /srv/data`],
  ['of-somebody-else', `${PYTHON}\nRUN mkdir data && chown 10002 data\nUSER 10001`],
  // The folder above it alone.
  ['of-somebody-else', `${PYTHON}\nRUN mkdir data && chown 10001 /srv\nUSER 10001`],
  ['of-somebody-else', `${PYTHON}\nRUN install -d -o 10001 data\nCOPY data data\nUSER 10001`],
])('writable: %s: %j', async (state, text) => {
  expect(await stateOf({ writable: { folder: '/srv/data' } }, text)).toBe(state);
});

test.each([
  ['holds', `${PYTHON}\nCOPY app ./app\nUSER 10001`],
  ['as-root', `${PYTHON}\nCOPY app ./app`],
  ['owned', `${PYTHON}\nCOPY --chown=10001 app ./app\nUSER 10001`],
  ['owned', `${PYTHON}\nCOPY app ./app\nRUN chown -R 10001 /srv\nUSER 10001`],
  ['owned', `${PYTHON}\nCOPY app ./app\nRUN chmod -R a+rwX app\nUSER 10001`],
])('read-only: %s: %s', async (state, text) => {
  const context = [{ path: 'app/main.py', bytes: 90 }];
  expect(await stateOf({ 'read-only': { file: 'app' } }, text, { context })).toBe(state);
});
