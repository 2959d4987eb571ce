import { expect, test } from 'vitest';
import { stateOf } from './state-of.js';

const FROM = 'FROM node:24-slim';
const heredoc = (...lines: string[]) => `${FROM}\nRUN <<EOF\n${lines.join('\n')}\nEOF`;

test.each([
  ['holds', `${FROM}\nRUN npm test`],
  ['holds', `${FROM}\nRUN npm run test`],
  ['holds', `${FROM}\nRUN npm test && npm prune`],
  ['holds', `${FROM}\nRUN npm test || exit 1`],
  ['holds', heredoc('set -e', 'npm test', 'npm prune')],
  ['holds', heredoc('set -eu', 'npm test', 'npm prune')],
  ['holds', heredoc('npm ci', 'npm test')],
  ['holds', `${FROM} AS test\nRUN npm test > /report\n\n${FROM}\nCOPY --from=test /report /report`],
  ['failure-lost', `${FROM}\nRUN npm test || true`],
  ['failure-lost', `${FROM}\nRUN npm test && npm prune || echo failed`],
  ['failure-lost', `${FROM}\nRUN npm test; true`],
  ['failure-lost', `${FROM}\nRUN ! npm test`],
  ['failure-lost', `${FROM}\nRUN npm test &`],
  ['failure-lost', `${FROM}\nRUN npm test | tee /report`],
  ['failure-lost', `${FROM}\nRUN if npm test; then echo passed; fi`],
  ['failure-lost', heredoc('npm test', 'npm prune')],
  // The shell's -e looks at the last command of a list alone.
  ['failure-lost', heredoc('set -e', 'npm test && touch /passed', 'npm prune')],
  ['not-reached', `${FROM} AS test\nRUN npm test\n\n${FROM}`],
  ['missing', FROM],
])('%s', async (state, text) => {
  expect(await stateOf({ 'runs-command': { command: 'npm test' } }, text)).toBe(state);
});
