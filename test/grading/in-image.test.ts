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
