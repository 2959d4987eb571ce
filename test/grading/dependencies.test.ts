import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const wanted = { dependencies: { managers: ['npm'], locked: true, withoutDevelopment: true } };
const context = [
  { path: 'package.json', bytes: 200 },
  { path: 'package-lock.json', bytes: 9000 },
];

test.each([
  ['COPY package*.json ./\nRUN npm ci --omit=dev', 'holds'],
  ['COPY package.json ./\nRUN npm ci --omit=dev', 'no-lock-file'],
  ['COPY --exclude=package-lock.json . .\nRUN npm ci --omit=dev', 'no-lock-file'],
  [
    'COPY package.json ./\nRUN --mount=type=bind,source=package-lock.json,target=package-lock.json npm ci --omit=dev',
    'holds',
  ],
  ['COPY package.json ./\nRUN --mount=type=bind,target=/app npm ci --omit=dev', 'holds'],
  ['COPY --from=files /app ./\nRUN npm ci --omit=dev', 'holds'],
  ['COPY package*.json ./\nRUN npm ci\nRUN npm prune --omit=dev', 'removed-later'],
  ['COPY package*.json ./\nRUN npm ci && npm prune --omit=dev', 'holds'],
  ['COPY package*.json ./\nRUN npm ci', 'for-development'],
])('%j: %s', async (lines, state) => {
  expect(await stateOf(wanted, `FROM node:24-slim\nWORKDIR /app\n${lines}`, { context })).toBe(state);
});
