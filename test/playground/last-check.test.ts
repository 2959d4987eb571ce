import { expect, test } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../src/config/configuration.js';
import { LastCheck } from '../../src/playground/last-check.js';

const input = (text: string) => ({ text, path: 'Dockerfile', today: '2026-11-24' });

test('the same question is answered by the check that was made', () => {
  const last = new LastCheck();
  const checked = last.check(input('FROM alpine\n'), DEFAULT_CONFIGURATION);
  expect(last.of(input('FROM alpine\n'), { ...DEFAULT_CONFIGURATION })).toBe(checked);
});

test('another text or configuration is checked', () => {
  const last = new LastCheck();
  last.check(input('FROM alpine\n'), DEFAULT_CONFIGURATION);
  const other = last.of(input('FROM alpine:3.24\nMAINTAINER Jo\n'), DEFAULT_CONFIGURATION);
  expect(other.findings.map(({ rule }) => rule)).toContain('maintainer-deprecated');
  const without = { ...DEFAULT_CONFIGURATION, rules: { 'maintainer-deprecated': 'off' as const } };
  const off = last.of(input('FROM alpine:3.24\nMAINTAINER Jo\n'), without);
  expect(off.findings.map(({ rule }) => rule)).not.toContain('maintainer-deprecated');
});
