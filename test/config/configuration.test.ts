import { describe, expect, it } from 'vitest';
import { type Configuration, DEFAULT_CONFIGURATION, readConfiguration } from '../../src/config/configuration.js';
import { ruleNames, selectRules } from '../../src/config/rule-names.js';
import { Severities } from '../../src/config/severities.js';
import { imageNotPinned } from '../../src/rules/image-not-pinned.js';
import { rules } from '../../src/rules/index.js';
import { aliasesOf } from '../../src/rules/rule.js';

const problemsOf = (value: unknown) =>
  readConfiguration(value, ruleNames).problems.map(({ path, message }) => `${path}: ${message}`);

describe('readConfiguration', () => {
  it('takes what is right', () => {
    const value = {
      preset: 'strict',
      rules: { DL3006: 'error', 'image-not-pinned/latest': 'off' },
      trustedRegistries: ['ghcr.io'],
    };
    expect(readConfiguration(value, ruleNames)).toEqual({
      configuration: { ...DEFAULT_CONFIGURATION, ...value },
      problems: [],
    });
    expect(readConfiguration(null).configuration).toEqual(DEFAULT_CONFIGURATION);
  });

  it('says what is wrong, and keeps the rest', () => {
    expect(problemsOf({ presets: 'strict' })).toEqual(['presets: There is no key `presets`. Did you mean `preset`?']);
    expect(problemsOf({ rules: { 'image-not-pined': 'off' } })).toEqual([
      'rules.image-not-pined: There is no rule `image-not-pined`. Did you mean `image-not-pinned`?',
    ]);
    expect(problemsOf({ rules: { DL3006: 'fatal' } })[0]).toContain('A severity is one of');
    expect(problemsOf({ preset: 'lax' })[0]).toContain('`recommended`');
    expect(problemsOf('strict')).toHaveLength(1);
    expect(problemsOf({ trustedRegistries: 'ghcr.io' })).toHaveLength(1);
    const { configuration } = readConfiguration({ rules: { nonsense: 'off', DL3006: 'off' } }, ruleNames);
    expect(configuration.rules).toEqual({ DL3006: 'off' });
  });

  it('understands what YAML makes of a bare off', () => {
    expect(readConfiguration({ rules: { DL3006: false } }, ruleNames).configuration.rules).toEqual({ DL3006: 'off' });
  });
});

describe('severities', () => {
  const severity = (rules: Configuration['rules'], variant: string, preset: Configuration['preset'] = 'recommended') =>
    new Severities({ ...DEFAULT_CONFIGURATION, preset, rules }).of(imageNotPinned, variant);
  it('the more exact name wins, whatever the order', () => {
    expect(severity({ 'image-not-pinned/latest': 'error', 'image-not-pinned': 'off' }, 'latest')).toBe('error');
    expect(severity({ 'image-not-pinned/latest': 'error', 'image-not-pinned': 'off' }, 'untagged')).toBe('off');
    expect(severity({ 'image-not-pinned': 'info', DL3007: 'off' }, 'latest')).toBe('info');
    expect(severity({ DL3007: 'off' }, 'latest')).toBe('off');
    expect(severity({ DL3007: 'off' }, 'untagged')).toBe('warning');
  });
  it('strict turns on what is off', () => {
    expect(severity({}, 'digest')).toBe('off');
    expect(severity({}, 'digest', 'strict')).toBe('info');
  });
  it('one code may name several variants', () => {
    expect(selectRules('DS-0001').map(({ variant }) => variant)).toEqual(['untagged', 'latest']);
  });
});

describe('presets of other linters', () => {
  const codesOf = (preset: Configuration['preset'], code: RegExp) => {
    const severities = new Severities({ ...DEFAULT_CONFIGURATION, preset });
    return rules.flatMap((rule) => {
      const variants = Object.keys(rule.variants ?? {});
      const all: (string | null)[] = variants.length > 0 ? variants : [null];
      return all
        .filter((variant) => severities.of(rule, variant) !== 'off')
        .map((variant) => ({
          name: `${rule.id}/${variant}`,
          has:
            rule.id === 'build-error' ||
            rule.codes !== undefined ||
            aliasesOf(rule, variant).some((alias) => code.test(alias)),
        }));
    });
  };

  it.each([
    ['hadolint', /^(?:DL|SC)\d/],
    ['buildkit', /^[A-Z][A-Za-z]+$/],
  ] as const)('%s has what it checks, and nothing else', (preset, code) => {
    const on = codesOf(preset, code);
    expect(on.length).toBeGreaterThan(5);
    expect(on.filter(({ has }) => !has)).toEqual([]);
  });

  it('learning has every rule, and no warning', () => {
    const severities = new Severities({ ...DEFAULT_CONFIGURATION, preset: 'learning' });
    expect(rules.filter((rule) => !severities.isOn(rule))).toEqual([]);
    expect(rules.filter((rule) => severities.of(rule, null) === 'warning')).toEqual([]);
  });
});
