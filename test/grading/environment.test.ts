import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

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
