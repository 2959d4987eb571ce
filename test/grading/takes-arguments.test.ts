import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

test.each([
  ['CMD ["node", "a.js"]', 'no-entrypoint'],
  ['ENTRYPOINT node a.js', 'shell-form'],
  ['ENTRYPOINT ["node", "a.js"]', 'holds'],
  ['ENTRYPOINT ["sh", "-c", "exec node a.js"]', 'shell-drops'],
  ['ENTRYPOINT ["/bin/bash", "-ec", "node a.js"]', 'shell-drops'],
  [`ENTRYPOINT ["sh", "-c", "exec node a.js \\"$@\\"", "--"]`, 'holds'],
])('%s: %s', async (start, state) => {
  expect(await stateOf({ 'takes-arguments': {} }, `FROM debian:13-slim\n${start}`)).toBe(state);
});
