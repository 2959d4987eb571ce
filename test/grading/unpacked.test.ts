import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const context = [{ path: 'data.tar.xz', bytes: 900 }];

test.each([
  ['COPY data.tar.xz /tmp/\nRUN tar -xJf /tmp/data.tar.xz -C /srv', 'holds'],
  ['WORKDIR /srv\nRUN --mount=type=bind,source=data.tar.xz,target=/tmp/archive tar -xf /tmp/archive', 'holds'],
  ['COPY data.tar.xz /tmp/\nRUN xz -dc /tmp/data.tar.xz | tar -x --directory=/srv', 'holds'],
  ['COPY data.tar.xz /tmp/\nRUN tar xf /tmp/*.xz && rm /tmp/data.tar.xz', 'holds'],
  ['COPY data.tar.xz /tmp/\nRUN python -m tarfile -e /tmp/data.tar.xz /srv', 'holds'],
  ['ADD data.tar.xz /srv/', 'holds'],
  ['ADD --unpack=false data.tar.xz /srv/', 'not-unpacked'],
  ['ADD data.tar.xz /srv/\nFROM debian:13-slim', 'not-unpacked'],
  ['ADD data.tar.xz /srv/\nFROM debian:13-slim\nCOPY --from=0 /etc/os-release /', 'not-in-image'],
  ['ADD data.tar.xz /srv/\nFROM debian:13-slim\nCOPY --from=0 /srv /data', 'holds'],
  ['COPY data.tar.xz /srv/', 'not-unpacked'],
  ['RUN tar -tf data.tar.xz', 'not-unpacked'],
  ['ADD data.tar.xz /srv/\nRUN rm -rf /srv', 'not-in-image'],
])('%j: %s', async (lines, state) => {
  expect(await stateOf({ unpacked: { archive: 'data.tar.xz' } }, `FROM debian:13-slim\n${lines}`, { context })).toBe(
    state,
  );
});

test.each([
  ['ADD https://example.com/t.tgz /tmp/\nRUN tar -xzf /tmp/t.tgz -C /opt', 'holds'],
  ['ADD --unpack=true https://example.com/t.tgz /opt/', 'holds'],
  ['ADD https://example.com/t.tgz /opt/', 'not-unpacked'],
])('any archive, %j: %s', async (lines, state) => {
  expect(await stateOf({ unpacked: { archive: '*' } }, `FROM debian:13-slim\n${lines}`)).toBe(state);
});
