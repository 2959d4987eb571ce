/** The configuration as text: what is written is read back, and what is wrong is said. */
import { expect, test } from 'vitest';
import { type Configuration, DEFAULT_CONFIGURATION } from '../../src/config/configuration.js';
import { readConfigurationText, writeConfigurationText } from '../../src/config/configuration-text.js';

test('comes back as it was written', () => {
  const configuration: Configuration = {
    preset: 'strict',
    rules: { DL3006: 'off', 'package-cache-left/apt': 'error' },
    trustedRegistries: ['example.org'],
    labels: { version: 'semver' },
  };
  for (const one of [configuration, DEFAULT_CONFIGURATION])
    expect(readConfigurationText(writeConfigurationText(one))).toEqual({ configuration: one, problems: [] });
});

test('says only what differs', () => {
  expect(writeConfigurationText(DEFAULT_CONFIGURATION)).toBe('preset: recommended\n');
});

test('that is no YAML is said, with its place', () => {
  const { configuration, problems } = readConfigurationText('preset: strict\n  rules: [');
  expect(configuration).toEqual(DEFAULT_CONFIGURATION);
  expect(problems[0]?.message).toMatch(/line 1/);
});

test('keeps what is right beside what is wrong', () => {
  const { configuration, problems } = readConfigurationText('preset: strict\nrules:\n  DL3006: loud\n');
  expect(configuration.preset).toBe('strict');
  expect(problems.map(({ path }) => path)).toEqual(['rules.DL3006']);
});
