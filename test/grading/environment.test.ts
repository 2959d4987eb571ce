import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const FROM = 'FROM node:24-slim';

test.each([
  ['holds', `${FROM}\nARG REVISION\nENV APP_REVISION=$REVISION`],
  ['holds', `ARG REVISION\n${FROM}\nARG REVISION=none\nENV APP_REVISION="at-\${REVISION}"`],
  ['written-out', `${FROM}\nARG REVISION\nENV APP_REVISION=4f2a9c1`],
  // An argument above FROM is not in scope behind it.
  ['written-out', `ARG REVISION\n${FROM}\nENV APP_REVISION=$REVISION`],
  // Nor is one that is declared further down.
  ['written-out', `${FROM}\nENV APP_REVISION=$REVISION\nARG REVISION`],
  ['missing', `${FROM}\nARG REVISION`],
  ['only-argument', `${FROM}\nARG APP_REVISION`],
])('from a build argument: %s', async (state, text) => {
  const build = { buildArguments: { REVISION: '4f2a9c1' } };
  expect(await stateOf({ environment: { name: 'APP_REVISION', argument: 'REVISION' } }, text, build)).toBe(state);
});

test.each([
  ['holds', `${FROM}\nENV NODE_ENV=production`],
  ['other-value', `${FROM}\nENV NODE_ENV=development`],
  ['missing', FROM],
])('a value: %s', async (state, text) => {
  expect(await stateOf({ environment: { name: 'NODE_ENV', value: 'production' } }, text)).toBe(state);
});

const wanted = { environment: { name: 'VERSION', value: '2.3.1', argument: 'VERSION' } };

test.each([
  ['', 'missing'],
  ['ARG VERSION', 'only-argument'],
  ['ARG VERSION\nENV VERSION=$VERSION', 'holds'],
  ['ARG VERSION=dev\nENV VERSION=${VERSION}', 'holds'],
  ['ENV VERSION=$VERSION', 'other-value'],
  ['ENV VERSION=dev', 'other-value'],
  ['ENV VERSION=2.3.1', 'written-out'],
  ['ARG GIVEN=$VERSION\nENV VERSION=$GIVEN', 'other-value'],
])('%j: %s', async (lines, state) => {
  const text = `FROM debian:13-slim\n${lines}`;
  expect(await stateOf(wanted, text, { buildArguments: { VERSION: '2.3.1' } })).toBe(state);
});

test('an argument above FROM is not in the stage', async () => {
  const text = 'ARG VERSION=dev\nFROM debian:13-slim\nENV VERSION=$VERSION';
  expect(await stateOf(wanted, text, { buildArguments: { VERSION: '2.3.1' } })).toBe('other-value');
});
