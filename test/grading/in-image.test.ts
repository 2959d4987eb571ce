import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const context = [{ path: 'server.js', bytes: 900 }];

test.each([
  ['FROM node:24-slim\nCOPY server.js .', 'at-the-root'],
  ['FROM node:24-slim\nCOPY . /', 'at-the-root'],
  ['FROM node:24-slim\nWORKDIR /app\nCOPY server.js .', 'holds'],
  ['FROM node:24-slim\nCOPY server.js /app/', 'holds'],
  ['FROM node:24-slim\nWORKDIR /app', 'missing'],
])('%j: %s', async (text, state) => {
  expect(await stateOf({ 'in-image': { file: 'server.js', inFolder: true } }, text, { context })).toBe(state);
});

const FROM = 'FROM node:24-slim AS web\nWORKDIR /src';
const TO = '\n\nFROM scratch\nCOPY --from=web';
const inFolder = [{ path: 'web/package.json', bytes: 60, text: '{"scripts":{"build":"vite build"}}' }];

test.each([
  ['holds', `${FROM}/web\nRUN npm run build${TO} /src/web/dist /pages`],
  ['holds', `${FROM}\nRUN cd web && npm run build${TO} /src/web/dist /pages`],
  ['holds', `${FROM}\nRUN npm --prefix web run build${TO} /src/web/dist /pages`],
  ['left-in-stage', `${FROM}\nRUN npm run build${TO} /src/web/dist /pages`],
  ['not-made', `${FROM}\nRUN npm ci${TO} /src/web/dist /pages`],
])('%s: %j', async (state, text) => {
  expect(await stateOf({ 'in-image': { file: 'dist', madeBy: 'npm run build' } }, text, { context: inFolder })).toBe(
    state,
  );
});
