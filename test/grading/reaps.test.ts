import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const FROM = 'FROM node:24-slim';
const TINI = `${FROM}\nRUN apt-get update && apt-get install -y tini dumb-init`;

test.each([
  ['holds', `${TINI}\nENTRYPOINT ["tini", "--", "node", "worker.js"]`],
  ['holds', `${TINI}\nENTRYPOINT ["dumb-init", "node", "worker.js"]`],
  ['holds', `${FROM}\nCMD node worker.js; echo done`],
  ['zombies', `${FROM}\nCMD ["node", "worker.js"]`],
  ['zombies', `${FROM}\nCMD exec node worker.js`],
  ['zombies', 'FROM python:3.13-slim\nCMD ["python", "worker.py"]'],
  ['unknown', 'FROM debian:13-slim\nCMD ["worker"]'],
])('%s: %j', async (state, text) => {
  expect(await stateOf({ reaps: {} }, text)).toBe(state);
});
