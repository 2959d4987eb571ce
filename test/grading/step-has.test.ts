import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const context = [
  { path: 'package.json', bytes: 60, text: '{"scripts":{"build":"tsc"},"dependencies":{"express":"^5.1.0"}}' },
  { path: 'package-lock.json', bytes: 900 },
  { path: 'tsconfig.json', bytes: 90 },
  { path: 'src/server.ts', bytes: 900 },
  { path: 'src/orders.ts', bytes: 900 },
  { path: 'web/package.json', bytes: 40, text: '{"scripts":{"build":"vite build"}}' },
  { path: 'web/src/main.ts', bytes: 400 },
];

const build = { 'step-has': { step: 'npm run build | tsc', files: ['package.json', 'tsconfig.json', 'src'] } };
const NODE = 'FROM node:24-slim\nWORKDIR /app\n';

test.each([
  ['COPY . .\nRUN npm ci && npm run build', 'holds'],
  ['COPY package.json tsconfig.json ./\nCOPY src ./src\nRUN npm run build', 'holds'],
  ['COPY package.json tsconfig.json ./\nRUN --mount=type=bind,source=src,target=src npm run build', 'holds'],
  ['RUN --mount=type=bind,target=. tsc', 'holds'],
  ['COPY . /srv\nRUN cd /srv && npm run build', 'holds'],
  ['COPY . /srv\nRUN npm --prefix /srv run build', 'holds'],
  ['COPY . /srv\nRUN tsc -p /srv', 'holds'],
  ['COPY . /tmp/all\nRUN cp -r /tmp/all/. .\nRUN npm run build', 'holds'],
  ['COPY package.json tsconfig.json ./\nRUN npm run build', 'missing'],
  ['COPY package.json tsconfig.json src/server.ts ./\nRUN npm run build', 'elsewhere'],
  ['COPY package.json src ./\nCOPY tsconfig.json ./\nRUN npm run build', 'elsewhere'],
  ['COPY . .\nRUN rm -r src\nRUN npm run build', 'missing'],
  ['COPY package.json tsconfig.json ./\nRUN npm run build\nCOPY src ./src', 'missing'],
  ['COPY . .', 'no-step'],
])('%j: %s', async (lines, state) => {
  expect(await stateOf(build, NODE + lines, { context })).toBe(state);
});

test('what the .dockerignore hides is not there', async () => {
  const text = `${NODE}COPY . .\nRUN npm run build`;
  expect(await stateOf(build, text, { context, dockerignore: '*.json\n' })).toBe('missing');
});

test.each([
  ['COPY web ./', 'holds'],
  ['COPY web/package.json ./\nCOPY web/src ./src', 'holds'],
  ['COPY . .\nWORKDIR /app/web', 'holds'],
  ['COPY . .', 'elsewhere'],
])('a project in a folder of the context, %j: %s', async (lines, state) => {
  const condition = { 'step-has': { step: 'npm run build', files: ['web'], below: 'web' } };
  expect(await stateOf(condition, `${NODE}${lines}\nRUN npm run build`, { context })).toBe(state);
});

test.each([
  ['RUN npm ci\nRUN npm run build', 'holds'],
  ['RUN npm ci && npm run build', 'holds'],
  ['RUN npm run build', 'no-dependencies'],
  ['RUN npm run build && npm ci', 'no-dependencies'],
  ['COPY --from=packages /app/node_modules ./node_modules\nRUN npm run build', 'holds'],
  ['RUN --mount=from=packages,source=/app/node_modules,target=node_modules npm run build', 'holds'],
])('with the dependencies, %j: %s', async (lines, state) => {
  const condition = { 'step-has': { ...build['step-has'], dependencies: true } };
  const packages = `FROM node:24-slim AS packages\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\n\n`;
  expect(await stateOf(condition, `${packages}${NODE}COPY . .\n${lines}`, { context })).toBe(state);
});
