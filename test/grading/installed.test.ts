import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const wanted = { installed: { packages: ['git', 'ca-certificates'] } };

test.each([
  ['FROM node:24', 'holds'],
  ['FROM node:24-slim', 'missing'],
  ['FROM node:24-slim\nRUN apt-get install -y git', 'missing'],
  ['FROM node:24-slim\nRUN apt-get install -y git ca-certificates', 'holds'],
  ['FROM node:24-slim\nRUN apt-get install -y git ca-certificates\nRUN apt-get purge -y git', 'removed-again'],
  ['FROM node:24-slim\nRUN apt-get update && apt-get install -y git ca-certificates; true', 'failure-lost'],
  ['FROM node:24-slim\nRUN apt-get install -y git ca-certificates || true', 'failure-lost'],
  ['FROM node:24-slim\nRUN apt-get install -y git ca-certificates; rm -rf /tmp/x', 'failure-lost'],
  ['FROM node:24-slim\nRUN set -e; apt-get install -y git ca-certificates; rm -rf /tmp/x', 'holds'],
  [
    'FROM node:24 AS tools\nFROM scratch\nCOPY --from=tools /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/',
    'missing',
  ],
  ['FROM node:24 AS tools\nFROM node:24-slim', 'missing'],
])('%j: %s', async (text, state) => {
  expect(await stateOf(wanted, text)).toBe(state);
});

test('certificates may be copied', async () => {
  const text =
    'FROM node:24 AS tools\nFROM scratch\nCOPY --from=tools /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/';
  expect(await stateOf({ installed: { packages: ['ca-certificates'] } }, text)).toBe('holds');
  expect(await stateOf({ installed: { packages: ['ca-certificates'] } }, 'FROM scratch')).toBe('missing');
});

test.each([
  ['FROM debian:13-slim\nRUN apt-get install -y libpq5', 'holds'],
  ['FROM alpine:3.23\nRUN apk add libpq', 'holds'],
  ['FROM alpine:3.23\nRUN apk add libpq-dev', 'missing'],
])('a package that has two names, %j: %s', async (text, state) => {
  expect(await stateOf({ installed: { packages: ['libpq5 | libpq'] } }, text)).toBe(state);
});
