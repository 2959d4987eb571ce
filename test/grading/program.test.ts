import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const context = [{ path: 'shop/web.py', bytes: 900 }];
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
  expect(await stateOf(wanted, text, { context })).toBe(state);
});

test('a program that a COPY brings is there', async () => {
  const text = 'FROM debian:13-slim\nCOPY report.sh /usr/local/bin/report\nCMD ["/usr/local/bin/report"]';
  const script = [{ path: 'report.sh', bytes: 20, text: '#!/bin/sh\ngit fetch\n' }];
  expect(await stateOf({ program: { file: 'report.sh' } }, text, { context: script })).toBe('holds');
});

test.each([
  ['FROM debian:13-slim', 'not-there'],
  ['FROM python:3.13 AS build\nFROM debian:13-slim\nCOPY --from=build /opt /opt', 'holds'],
  ['FROM debian:13-slim\nRUN apt-get install -y gunicorn', 'holds'],
])('gunicorn on %j: %s', async (lines, state) => {
  expect(await stateOf({ program: { command: 'gunicorn' } }, `${lines}\nCMD ["gunicorn", "web:app"]`)).toBe(state);
});
