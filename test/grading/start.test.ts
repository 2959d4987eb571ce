/** What a container does before its program, and with what stands behind the image in `docker run`. */
import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const image = (script: string, end = 'ENTRYPOINT ["start.sh"]\nCMD ["node", "server.js"]') =>
  `FROM node:24-slim\nCOPY --chmod=755 <<'EOF' /usr/local/bin/start.sh\n#!/bin/sh\n${script}\nEOF\n${end}`;

test.each([
  ['holds', image('node migrate.js\nexec "$@"')],
  ['holds', image('set -e\nif [ -n "$MIGRATE" ]; then node migrate.js; fi\nexec "$@"')],
  ['holds', image('', 'ENTRYPOINT ["sh", "-c", "node migrate.js && exec \\"$@\\"", "--"]\nCMD ["node", "server.js"]')],
  ['holds', image('node migrate.js\nexec "$@"', 'ENTRYPOINT ["tini", "--", "start.sh"]\nCMD ["node", "server.js"]')],
  ['never-reached', image('exec "$@"\nnode migrate.js')],
  ['missing', image('exec "$@"')],
  ['missing', image('node migrate.js\nexec "$@"', 'CMD ["node", "server.js"]')],
])('start-runs: %s: %j', async (state, text) => {
  expect(await stateOf({ 'start-runs': { command: 'node migrate.js' } }, text)).toBe(state);
});

test.each([
  ['holds', image('node migrate.js\nexec "$@"')],
  ['holds', image('node migrate.js\n"$@"')],
  ['holds', 'FROM node:24-slim\nCMD ["node", "server.js"]'],
  ['does-not-run', image('node migrate.js\nexec node server.js')],
  ['does-not-run', 'FROM debian:13-slim\nENTRYPOINT ["node", "server.js"]'],
])('runs-given: %s: %j', async (state, text) => {
  expect(await stateOf({ 'runs-given': { command: 'node report.js' } }, text)).toBe(state);
});
