import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIGURATION, type Preset } from '../../src/config/configuration.js';
import { TABLES_DATE } from '../../src/data/date.js';
import { lint } from '../../src/engine/lint.js';

function severities(preset: Preset, text: string): Record<string, string> {
  const { findings } = lint({ text, today: TABLES_DATE }, { ...DEFAULT_CONFIGURATION, preset });
  return Object.fromEntries(findings.map(({ rule, severity }) => [rule, severity]));
}

describe('presets', () => {
  const text = 'FROM node:22 AS build\nMAINTAINER me\nADD x y\nRUN sudo true\nFROM scratch\nCMD ["x"]\n';

  it('hadolint: its codes alone, with its severities, in every stage', () => {
    expect(severities('hadolint', text)).toEqual({
      'maintainer-deprecated': 'error',
      'add-instead-of-copy': 'error',
      'sudo-used': 'error',
    });
  });

  it('hadolint: a finding that weighs otherwise by itself weighs what hadolint says', () => {
    const text = 'FROM alpine:3.23\nCMD nginx -v\n';
    expect(severities('recommended', text)['shell-form-command']).toBe('info');
    expect(severities('hadolint', text)['shell-form-command']).toBe('warning');
  });

  it('BuildKit: its checks alone, each a warning', () => {
    expect(severities('buildkit', text)).toEqual({ 'maintainer-deprecated': 'warning' });
  });

  it('what cannot be built is an error in each', () => {
    for (const preset of ['recommended', 'strict', 'hadolint', 'buildkit', 'learning'] as const)
      expect(severities(preset, 'FROM debian\nRUM x\n')['build-error']).toBe('error');
  });

  it('learning: only what breaks is more than advice', () => {
    expect(severities('learning', text)['sudo-used']).toBe('info');
  });

  it('the configuration has the last word', () => {
    const configuration = { ...DEFAULT_CONFIGURATION, preset: 'hadolint', rules: { DL4000: 'style' } } as const;
    const { findings } = lint({ text, today: TABLES_DATE }, configuration);
    expect(findings.find(({ rule }) => rule === 'maintainer-deprecated')?.severity).toBe('style');
  });
});
