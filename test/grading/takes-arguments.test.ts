import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

test.each([
  ['CMD ["node", "a.js"]', 'no-entrypoint'],
  ['ENTRYPOINT node a.js', 'shell-form'],
  ['ENTRYPOINT ["node", "a.js"]', 'holds'],
  ['ENTRYPOINT ["sh", "-c", "exec node a.js"]', 'shell-drops'],
  ['ENTRYPOINT ["/bin/bash", "-ec", "node a.js"]', 'shell-drops'],
  [`ENTRYPOINT ["sh", "-c", "exec node a.js \\"$@\\"", "--"]`, 'holds'],
])('%s: %s', async (start, state) => {
  expect(await stateOf({ 'takes-arguments': {} }, `FROM debian:13-slim\n${start}`)).toBe(state);
});

const context = [{ path: 'a.js', bytes: 900 }];

// The entrypoint of Docker's node image starts what it is given.
test.each([
  ['CMD ["node", "a.js"]', 'no-entrypoint'],
  ['ENTRYPOINT ["node"]\nCMD ["a.js"]', 'replaced'],
  ['ENTRYPOINT ["node", "a.js"]\nCMD ["--slowly"]', 'holds'],
  ['ENTRYPOINT ["tini", "--", "node", "/app/a.js"]', 'holds'],
])('%j, with a file: %s', async (start, state) => {
  const text = `FROM node:24-slim\nWORKDIR /app\nCOPY a.js .\nRUN apt-get install -y tini\n${start}`;
  expect(await stateOf({ 'takes-arguments': { file: 'a.js' } }, text, { context })).toBe(state);
});
