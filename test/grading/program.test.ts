import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const context = [
  { path: 'server.js', bytes: 900 },
  { path: 'requirements.txt', bytes: 20, text: 'gunicorn==23.0.*\n' },
];

const BUILT = 'FROM golang:1.26 AS build\nWORKDIR /src\nRUN CGO_ENABLED=0 go build -o /out/server .\n\n';
const VENV = 'FROM python:3.13-slim AS build\nRUN python -m venv /venv && /venv/bin/pip install gunicorn\n\n';

test.each([
  [
    'holds',
    'server',
    { madeBy: 'go build' },
    `${BUILT}FROM gcr.io/distroless/static-debian13:nonroot\nCOPY --from=build /out/server /server\nCMD ["/server"]`,
  ],
  [
    'not-made',
    'a server in a stage that nothing needs',
    { madeBy: 'go build' },
    `${BUILT}FROM debian:13-slim\nCMD ["/server"]`,
  ],
  [
    'holds',
    'gunicorn of a virtual environment',
    { command: 'gunicorn' },
    `${VENV}FROM python:3.13-slim\nCOPY --from=build /venv /venv\nENV PATH="/venv/bin:$PATH"\nCMD ["gunicorn", "app:app"]`,
  ],
  [
    'not-there',
    'gunicorn of nowhere',
    { command: 'gunicorn' },
    'FROM python:3.13-slim\nCOPY . .\nCMD ["gunicorn", "app:app"]',
  ],
  [
    'holds',
    'a program of another image',
    { command: 'tini' },
    'FROM node:24-slim\nCOPY --from=registry.example.com/tini:1 /tini /usr/local/bin/tini\nCOPY server.js .\nENTRYPOINT ["tini", "--", "node", "server.js"]',
  ],
  [
    'not-there',
    'node of nowhere',
    { command: 'node', file: 'server.js' },
    'FROM debian:13-slim\nCOPY . .\nCMD ["node", "server.js"]',
  ],
])('%s: %s', async (state, _, values, text) => {
  expect(await stateOf({ program: values }, text, { context })).toBe(state);
});
