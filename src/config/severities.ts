/** How much each rule and variant weighs under a configuration. */
import { rules } from '../rules/index.js';
import { aliasesOf, defaultSeverity, type Rule, type Severity } from '../rules/rule.js';
import type { Configuration, Preset } from './configuration.js';
import { selectRules } from './rule-names.js';

export class Severities {
  private readonly chosen = new Map<string, Severity | 'off'>();

  constructor(private readonly configuration: Configuration) {
    for (const [name, severity] of bySpecificity(configuration.rules))
      for (const { rule, variant } of selectRules(name))
        for (const key of variant === undefined ? keysOf(rule) : [keyOf(rule, variant)]) this.chosen.set(key, severity);
  }

  /** The severity that the configuration gives, or undefined where it says nothing. */
  configured(rule: Rule, variant: string | null): Severity | 'off' | undefined {
    return this.chosen.get(keyOf(rule, variant));
  }

  /** The severity of a finding that does not weigh otherwise by itself. */
  of(rule: Rule, variant: string | null): Severity | 'off' {
    return this.configured(rule, variant) ?? presetSeverity(this.configuration.preset, rule, variant);
  }

  /** Some variant of the rule may be reported. */
  isOn(rule: Rule): boolean {
    const variants = Object.keys(rule.variants ?? {});
    return variants.length === 0
      ? this.of(rule, null) !== 'off'
      : variants.some((variant) => this.of(rule, variant) !== 'off');
  }
}

function presetSeverity(preset: Preset, rule: Rule, variant: string | null): Severity | 'off' {
  const severity = defaultSeverity(rule, variant);
  const shown = severity === 'off' ? 'info' : severity;
  switch (preset) {
    case 'strict':
      return shown;
    case 'learning':
      return shown === 'warning' ? 'info' : shown;
    case 'hadolint':
      return hasCode(rule, variant, HADOLINT) ? shown : 'off';
    case 'buildkit':
      return hasCode(rule, variant, BUILDKIT) ? shown : 'off';
    case 'recommended':
      return severity;
  }
}

const HADOLINT = /^(?:DL|SC)\d+$/;
/** `JSONArgsRecommended`, and no code with a number. */
const BUILDKIT = /^[A-Z][A-Za-z]+$/;

/** What can't be built is an error to every linter. */
function hasCode(rule: Rule, variant: string | null, code: RegExp): boolean {
  return rule.id === 'build-error' || aliasesOf(rule, variant).some((alias) => code.test(alias));
}

function keyOf(rule: Rule, variant: string | null): string {
  return variant === null ? rule.id : `${rule.id}/${variant}`;
}

function keysOf(rule: Rule): string[] {
  return [rule.id, ...Object.keys(rule.variants ?? {}).map((variant) => keyOf(rule, variant))];
}

/** Codes first, then rules, then variants: the more exact name wins, whatever the order in the file. */
function bySpecificity(configured: Configuration['rules']): [string, Severity | 'off'][] {
  const rank = (name: string) => (name.includes('/') ? 2 : rules.some((rule) => rule.id === name) ? 1 : 0);
  return Object.entries(configured).sort(([one], [other]) => rank(one) - rank(other));
}
