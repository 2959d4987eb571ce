import { expect, test, vi } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../src/config/configuration.js';
import { lint } from '../../src/engine/lint.js';
import { predictFile } from '../../src/playground/predictor.js';

const table = vi.hoisted(() => ({ isThere: false }));

vi.mock(import('../../src/image/load-tables.js'), () => ({
  loadTables: async () => {
    if (!table.isThere) throw new TypeError('Failed to fetch dynamically imported module');
    return {};
  },
}));

const INPUT = { path: 'Dockerfile', text: 'FROM debian:13\nRUN apt-get install -y git\n', today: '2026-11-24' };

test('a table that can’t be fetched is said to be missing, and asked for again', async () => {
  const predict = () => predictFile(lint(INPUT), DEFAULT_CONFIGURATION, () => false);
  expect(await predict()).toMatchObject({ tablesMissing: true });
  table.isThere = true;
  expect(await predict()).toMatchObject({ tablesMissing: false });
});
