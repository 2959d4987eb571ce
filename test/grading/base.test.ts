import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const wanted = { base: { tagged: true, supported: true } };

test.each([
  ['node', 'untagged'],
  ['node:latest', 'untagged'],
  ['python:slim', 'untagged'],
  ['node:lts-slim', 'untagged'],
  ['debian:trixie-slim', 'holds'],
  ['python:trixie', 'holds'],
  ['gcr.io/distroless/static-debian13:nonroot', 'holds'],
  ['python:3', 'untagged'],
  ['python:3-slim', 'untagged'],
  ['python:3.13', 'holds'],
  ['golang:1', 'untagged'],
  ['node:20-slim', 'end-of-life'],
  // Node.js 24 is supported; its Debian has a long-term team.
  ['node:24-slim', 'holds'],
  ['debian:13-slim', 'holds'],
  ['gcr.io/distroless/nodejs24-debian13', 'holds'],
  // No release that anybody has heard of.
  ['node:99-slim', 'unknown'],
  ['python:3.99-slim', 'unknown'],
])('%s: %s', async (image, state) => {
  expect(await stateOf(wanted, `FROM ${image}`)).toBe(state);
});
