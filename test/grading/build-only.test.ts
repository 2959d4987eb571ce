import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const wanted = { 'build-only': { name: 'NODE_OPTIONS', value: '--use-env-proxy', step: 'npm run build' } };

test.each([
  ['ENV NODE_OPTIONS=--use-env-proxy\nRUN npm run build', 'stays'],
  ['ARG NODE_OPTIONS=--use-env-proxy\nRUN npm run build', 'holds'],
  ['RUN NODE_OPTIONS=--use-env-proxy npm run build', 'holds'],
  ['RUN export NODE_OPTIONS=--use-env-proxy && npm run build', 'holds'],
  ['RUN npm run build\nARG NODE_OPTIONS=--use-env-proxy', 'missing'],
  ['ARG NODE_OPTIONS=--trace-warnings\nRUN npm run build', 'other-value'],
  ['ARG NODE_OPTIONS=--use-env-proxy', 'no-step'],
  ['ENV NODE_OPTIONS=--use-env-proxy\nRUN npm run build\nFROM node:24-slim', 'no-step'],
])('%j: %s', async (lines, state) => {
  expect(await stateOf(wanted, `FROM node:24-slim\n${lines}`)).toBe(state);
});

test('what a stage that is not shipped has set is not in the container', async () => {
  const text =
    'FROM node:24 AS build\nENV NODE_OPTIONS=--use-env-proxy\nRUN npm run build\n' +
    'FROM node:24-slim\nCOPY --from=build /dist /dist';
  expect(await stateOf(wanted, text)).toBe('holds');
});
