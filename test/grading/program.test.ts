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

const withModule = [{ path: 'shop/web.py', bytes: 900 }];
const wanted = { program: { argument: 'shop.web:app', module: 'shop/web.py' } };

test.each([
  ['WORKDIR /app\nCOPY shop ./shop\nCMD ["gunicorn", "shop.web:app"]', 'holds'],
  ['WORKDIR /app\nCOPY . .\nCMD exec gunicorn shop.web:app', 'holds'],
  ['COPY shop /srv/shop\nCMD ["gunicorn", "--chdir", "/srv", "shop.web:app"]', 'holds'],
  ['COPY shop /srv/shop\nCMD ["gunicorn", "--chdir=/srv", "shop.web:app"]', 'holds'],
  ['COPY shop /srv/shop\nCMD cd /srv && exec gunicorn shop.web:app', 'holds'],
  ['COPY shop /srv/shop\nENV PYTHONPATH=/srv:/lib\nCMD ["gunicorn", "shop.web:app"]', 'holds'],
  // A folder is copied without its own name.
  ['WORKDIR /app\nCOPY shop ./\nCMD ["gunicorn", "shop.web:app"]', 'elsewhere'],
  ['COPY shop /srv/shop\nCMD ["gunicorn", "shop.web:app"]', 'elsewhere'],
  ['WORKDIR /app\nCMD ["gunicorn", "shop.web:app"]', 'not-in-image'],
  ['WORKDIR /app\nCOPY shop ./shop', 'nothing-starts'],
  ['WORKDIR /app\nCOPY shop ./shop\nCMD ["gunicorn", "shop.other:app"]', 'other-program'],
])('%j: %s', async (lines, state) => {
  const text = `FROM debian:13-slim\nRUN apt-get install -y gunicorn\n${lines}`;
  expect(await stateOf(wanted, text, { context: withModule })).toBe(state);
});

test('a program that a COPY brings is there', async () => {
  const text = 'FROM debian:13-slim\nCOPY report.sh /usr/local/bin/report\nCMD ["/usr/local/bin/report"]';
  const script = [{ path: 'report.sh', bytes: 20, text: '#!/bin/sh\ngit fetch\n' }];
  expect(await stateOf({ program: { file: 'report.sh' } }, text, { context: script })).toBe('holds');
});

test.each([
  ['FROM debian:13-slim', 'not-there'],
  ['FROM python:3.13 AS build\nFROM debian:13-slim\nCOPY --from=build /usr/local /usr/local', 'holds'],
  ['FROM debian:13-slim\nRUN apt-get install -y gunicorn', 'holds'],
])('gunicorn on %j: %s', async (lines, state) => {
  expect(await stateOf({ program: { command: 'gunicorn' } }, `${lines}\nCMD ["gunicorn", "web:app"]`)).toBe(state);
});

const go = [
  { path: 'go.mod', bytes: 20 },
  { path: 'cmd/server/main.go', bytes: 90 },
];

test.each([
  ['go build -o /out/ ./cmd/server', '/out/server', 'holds'],
  ['go build ./cmd/server', '/src/server', 'holds'],
  ['go install ./cmd/server', '/go/bin/server', 'holds'],
  ['GOBIN=/out go install ./cmd/server', '/out/server', 'holds'],
  ['go build ./cmd/other', '/src/server', 'not-in-image'],
  ['go vet ./cmd/server', '/src/server', 'not-made'],
])('what %j makes is %s: %s', async (command, path, state) => {
  const text =
    `FROM golang:1.26 AS build\nWORKDIR /src\nCOPY . .\nRUN ${command}\n` +
    `FROM gcr.io/distroless/static-debian13\nCOPY --from=build ${path} /server\nENTRYPOINT ["/server"]`;
  expect(await stateOf({ program: { madeBy: 'go build | go install' } }, text, { context: go })).toBe(state);
});

test.each([
  ['ENTRYPOINT ["python", "-m", "gunicorn"]\nCMD ["shop.web:app"]', 'holds'],
  ['CMD ["python", "-m", "flask", "shop.web:app"]', 'other-program'],
])('a module of Python, %j: %s', async (start, state) => {
  const text = `FROM python:3.13\nRUN pip install gunicorn\n${start}`;
  expect(await stateOf({ program: { command: 'gunicorn', argument: 'shop.web:app' } }, text)).toBe(state);
});

test('a script hands on what it was given', async () => {
  const text =
    'FROM node:24-slim\nCOPY --chmod=755 <<EOF /start\n#!/bin/sh\nexec node /app.js "\\$@"\nEOF\n' +
    'ENTRYPOINT ["/start"]\nCMD ["--every", "60"]';
  expect(await stateOf({ program: { command: 'node', argument: '60' } }, text)).toBe('holds');
  expect(await stateOf({ program: { command: 'node', argument: '5' } }, text)).toBe('other-program');
});

test.each([
  ['CMD ["node", "a.js", "--workers", "2"]', 'holds'],
  ['CMD ["node", "a.js", "--workers=2"]', 'holds'],
  ['CMD ["node", "a.js", "-w", "2"]', 'holds'],
  ['ENV WORKERS=2\nCMD ["node", "a.js"]', 'holds'],
  ['ENV WORKERS=3\nCMD ["node", "a.js"]', 'other-options'],
  ['CMD ["node", "a.js", "2"]', 'other-options'],
  ['CMD ["node", "a.js", "--workers", "20"]', 'other-options'],
  ['CMD ["timeout", "1", "node", "a.js", "--workers", "2"]', 'ended-early'],
  ['RUN node a.js\nCMD ["node", "a.js", "-w", "2"]', 'runs-in-build'],
  ['RUN node --check a.js\nCMD ["node", "a.js", "-w", "2"]', 'holds'],
  ['RUN timeout 5 node a.js || true\nCMD ["node", "a.js", "-w", "2"]', 'holds'],
])('options of the program, %j: %s', async (lines, state) => {
  const condition = { program: { command: 'node', file: 'a.js', options: ['--workers 2 | -w 2 | WORKERS=2'] } };
  const files = { context: [{ path: 'a.js', bytes: 900 }] };
  expect(await stateOf(condition, `FROM node:24-slim\nWORKDIR /srv\nCOPY a.js .\n${lines}`, files)).toBe(state);
});
