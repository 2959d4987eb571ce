import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../src/config/configuration.js';
import { REPORT_FORMATS } from '../../src/playground/protocol.js';
import { reportCaution } from '../../src/playground/report-formats.js';
import { reportOf } from '../../src/playground/reporter.js';
import { withoutRule } from '../../src/playground/rule-off.js';
import { MIXED } from '../report/reported.js';

test.each(REPORT_FORMATS)('%s is byte for byte what the command line prints', async (format) => {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-'));
  try {
    writeFileSync(join(folder, 'Dockerfile'), MIXED);
    const program = resolve('build/plimsoll.mjs');
    const { stdout } = spawnSync(process.execPath, [program, '--format', format], { cwd: folder, encoding: 'utf8' });
    const input = { text: MIXED, path: 'Dockerfile', today: new Date().toISOString().slice(0, 10) };
    expect(stdout.length).toBeGreaterThan(100);
    expect(await reportOf(input, DEFAULT_CONFIGURATION, format)).toBe(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a report that GitHub refuses, or that is empty, is said', () => {
  expect(reportCaution('markdown', 'x'.repeat(65_536))).toBe(undefined);
  expect(reportCaution('markdown', 'x'.repeat(65_537))).toContain('65,537 characters');
  expect(reportCaution('github', '')).toContain('nothing');
  expect(reportCaution('json', 'x'.repeat(100_000))).toBe(undefined);
});

test('a rule that is turned off is off in all its variants, and the others stay', () => {
  const rules = { 'image-not-pinned/digest': 'warning', 'sudo-used': 'off' } as const;
  expect(withoutRule({ ...DEFAULT_CONFIGURATION, rules }, 'image-not-pinned').rules).toEqual({
    'sudo-used': 'off',
    'image-not-pinned': 'off',
  });
});
