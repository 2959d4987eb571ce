import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

test.each([
  ['scratch', 'holds'],
  ['gcr.io/distroless/static-debian13:nonroot', 'holds'],
  ['alpine:3.23', 'shell'],
  ['golang:1.26', 'shell'],
  ['example.com/base:1', 'unknown'],
])('%s: %s', async (image, state) => {
  expect(await stateOf({ 'no-shell': {} }, `FROM ${image}`)).toBe(state);
});
