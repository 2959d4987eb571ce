import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

test.each([
  ['holds', 'FROM gcr.io/distroless/static-debian13:nonroot'],
  ['holds', 'FROM gcr.io/distroless/base-debian13'],
  ['holds', 'FROM scratch\nCOPY server /server'],
  ['in-base', 'FROM debian:13-slim'],
  ['in-base', 'FROM alpine:3.23'],
  ['in-base', 'FROM gcr.io/distroless/static-debian13:debug'],
  ['brought', 'FROM scratch\nCOPY --from=busybox:1.37 /bin/busybox /bin/sh'],
  ['unknown', 'FROM registry.example.com/base:1'],
])('%s: %j', async (state, text) => {
  expect(await stateOf({ 'shell-free': {} }, text)).toBe(state);
});
