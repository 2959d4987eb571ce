import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const FROM = 'FROM node:24-slim\nWORKDIR /srv\nCOPY package.json package-lock.json ./';
const context = [
  {
    path: 'package.json',
    bytes: 70,
    text: '{"dependencies":{"express":"^5.1.0"},"devDependencies":{"vitest":"^3.2.0"}}',
  },
  { path: 'package-lock.json', bytes: 900 },
];

test.each([
  ['holds', `${FROM}\nRUN npm ci --omit=dev`],
  ['holds', `${FROM}\nRUN npm ci && npm test && npm prune --omit=dev`],
  [
    'holds',
    `${FROM.replace('slim', 'slim AS build')}\nRUN npm ci\nRUN npm prune --omit=dev\n\nFROM node:24-slim\nCOPY --from=build /srv/node_modules /srv/node_modules`,
  ],
  ['for-development', `${FROM}\nRUN npm ci`],
  ['removed-later', `${FROM}\nRUN npm ci\nRUN npm prune --omit=dev`],
  ['not-locked', `${FROM}\nRUN npm install --omit=dev`],
  ['not-installed', FROM],
])('%s', async (state, text) => {
  const values = { managers: ['npm'], locked: true, withoutDevelopment: true };
  expect(await stateOf({ dependencies: values }, text, { context })).toBe(state);
});

test.each([
  ['holds', '--python /venv'],
  ['holds', '--python /venv/bin/python3'],
  ['left-in-stage', '--python /elsewhere'],
])('%s: uv pip install %s', async (state, option) => {
  const text = `FROM python:3.13-slim AS build
RUN uv venv /venv && uv pip install ${option} -r requirements.txt

FROM python:3.13-slim
COPY --from=build /venv /venv`;
  expect(await stateOf({ dependencies: { managers: ['uv'] } }, text)).toBe(state);
});

const wanted = { dependencies: { managers: ['npm'], locked: true, withoutDevelopment: true } };
const untold = [
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
  expect(await stateOf(wanted, `FROM node:24-slim\nWORKDIR /app\n${lines}`, { context: untold })).toBe(state);
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

const python = { dependencies: { managers: ['pip', 'uv'] } };
const requirements = [{ path: 'requirements.txt', bytes: 6, text: 'flask\n' }];

test.each([
  ['COPY requirements.txt ./\nRUN pip install -r requirements.txt', 'holds'],
  ['RUN pip install -r requirements.txt', 'no-manifest'],
  ['COPY requirements.txt ./\nRUN pip install -r requirements.txttxt', 'no-manifest'],
  ['COPY requirements.txt /tmp/\nRUN pip install -r requirements.txt', 'no-manifest'],
  ['COPY requirements.txt /tmp/\nRUN cd /tmp && pip install -r requirements.txt', 'holds'],
  ['RUN --mount=type=bind,source=requirements.txt,target=/tmp/r.txt pip install -r /tmp/r.txt', 'holds'],
  ['COPY <<EOF /tmp/r.txt\nflask\nEOF\nRUN pip install -r /tmp/r.txt', 'holds'],
  ['RUN echo flask > r.txt && pip install -r r.txt', 'holds'],
  ['RUN echo flask > r.txt\nRUN pip install -r r.txt', 'holds'],
  ['COPY --from=export /r.txt ./\nRUN pip install -r r.txt', 'holds'],
  ['COPY requirements.txt ./\nRUN pip install -r requirements.txt; true', 'failure-lost'],
])('the file that names them, %j: %s', async (lines, state) => {
  expect(await stateOf(python, `FROM python:3.13-slim\nWORKDIR /srv\n${lines}`, { context: requirements })).toBe(state);
});

test.each([
  ['RUN npm ci', 'no-manifest'],
  ['COPY package*.json /app/\nRUN npm ci', 'no-manifest'],
  ['COPY package*.json /app/\nRUN npm --prefix /app ci', 'holds'],
])('package.json, %j: %s', async (lines, state) => {
  const text = `FROM node:24-slim\nWORKDIR /srv\n${lines}`;
  expect(await stateOf({ dependencies: { managers: ['npm'] } }, text, { context })).toBe(state);
});
