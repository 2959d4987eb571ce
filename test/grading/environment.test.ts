import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const FROM = 'FROM node:24-slim';

test.each([
  ['holds', `${FROM}\nARG REVISION\nENV APP_REVISION=$REVISION`],
  ['holds', `ARG REVISION\n${FROM}\nARG REVISION=none\nENV APP_REVISION="at-\${REVISION}"`],
  ['fixed', `${FROM}\nARG REVISION\nENV APP_REVISION=4f2a9c1`],
  // An argument above FROM is not in scope behind it.
  ['fixed', `ARG REVISION\n${FROM}\nENV APP_REVISION=$REVISION`],
  // Nor is one that is declared further down.
  ['fixed', `${FROM}\nENV APP_REVISION=$REVISION\nARG REVISION`],
  ['missing', `${FROM}\nARG REVISION`],
  ['only-argument', `${FROM}\nARG APP_REVISION`],
])('from a build argument: %s', async (state, text) => {
  const build = { buildArguments: { REVISION: '4f2a9c1' } };
  expect(await stateOf('environment', { name: 'APP_REVISION', argument: 'REVISION' }, text, build)).toBe(state);
});

test.each([
  ['holds', `${FROM}\nENV NODE_ENV=production`],
  ['other-value', `${FROM}\nENV NODE_ENV=development`],
  ['missing', FROM],
])('a value: %s', async (state, text) => {
  expect(await stateOf('environment', { name: 'NODE_ENV', value: 'production' }, text)).toBe(state);
});
