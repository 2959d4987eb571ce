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

test('another manager has another lock file', async () => {
  const text = 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\nRUN pnpm install --frozen-lockfile --prod';
  const locked = { dependencies: { managers: ['npm', 'pnpm'], locked: true } };
  expect(await stateOf(locked, text, { context })).toBe('no-lock-file');
  const lock = { path: 'pnpm-lock.yaml', bytes: 9000 };
  expect(await stateOf(locked, text, { context: [...context, lock] })).toBe('holds');
});

test('uv is told where to install', async () => {
  const text =
    'FROM python:3.13 AS build\nWORKDIR /srv\nCOPY requirements.txt .\nRUN uv venv /srv/.venv && ' +
    'uv pip install --python /srv/.venv/bin/python -r requirements.txt\n' +
    'FROM python:3.13-slim\nCOPY --from=build /srv/.venv /srv/.venv';
  const files = [{ path: 'requirements.txt', bytes: 6, text: 'flask\n' }];
  expect(await stateOf({ dependencies: { managers: ['pip', 'uv'] } }, text, { context: files })).toBe('holds');
});
