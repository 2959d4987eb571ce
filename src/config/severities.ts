/** How much each rule and variant weighs under a configuration. */
import { BUILDKIT_EXPERIMENTAL, HADOLINT_SEVERITIES, type PeerSeverity } from '../data/peer-codes.js';
import { rules } from '../rules/index.js';
import {
  aliasesOf,
  defaultSeverity,
  type Rule,
  SEVERITIES,
  type Severity,
  type StageSelection,
  variantNames,
} from '../rules/rule.js';
import type { Configuration, Preset } from './configuration.js';
import { selectRules } from './rule-names.js';

export class Severities {
  private readonly chosen = new Map<string, Severity | 'off'>();

  constructor(private readonly configuration: Configuration) {
    for (const [name, severity] of bySpecificity(configuration.rules))
      for (const { rule, variant } of selectRules(name))
        for (const key of variant === undefined ? keysOf(rule) : [keyOf(rule, variant)]) this.chosen.set(key, severity);
  }

  /** The severity that the configuration, or the linter that a preset follows, gives; undefined where neither says one. */
  given(rule: Rule, variant: string | null): Severity | 'off' | undefined {
    const chosen = this.chosen.get(keyOf(rule, variant)) ?? (rule.codes && this.chosen.get(rule.id));
    return chosen ?? peerSeverity(this.configuration.preset, rule, variant);
  }

  /** The severity of a finding that does not weigh otherwise by itself. */
  of(rule: Rule, variant: string | null): Severity | 'off' {
    return this.given(rule, variant) ?? ownSeverity(this.configuration.preset, rule, variant);
  }

  /** Which stages the rule looks at: hadolint tells those that ship from the others for none of its codes but DL3009. */
  stagesOf(rule: Rule): StageSelection {
    return this.configuration.preset === 'hadolint' && rule.id !== 'package-cache-left' ? 'all' : rule.stages;
  }

  /** Some variant of the rule may be reported. */
  isOn(rule: Rule): boolean {
    const variants = variantNames(rule);
    if (variants.length > 0) return variants.some((variant) => this.of(rule, variant) !== 'off');
    return this.of(rule, null) !== 'off' || this.isOnForACode(rule);
  }

  /** Off as a whole, but not for every code of the program behind it. */
  private isOnForACode({ id, codes }: Rule): boolean {
    return codes !== undefined && [...this.chosen].some(([key, one]) => one !== 'off' && key.startsWith(`${id}/`));
  }
}

function ownSeverity(preset: Preset, rule: Rule, variant: string | null): Severity | 'off' {
  const severity = defaultSeverity(rule, variant);
  if (preset === 'recommended') return severity;
  const shown = severity === 'off' ? 'info' : severity;
  return preset === 'learning' && shown === 'warning' ? 'info' : shown;
}

/** What the linter that a preset follows says by default: the gravest of its codes for this mistake. */
function peerSeverity(preset: Preset, rule: Rule, variant: string | null): Severity | 'off' | undefined {
  if (preset !== 'hadolint' && preset !== 'buildkit') return undefined;
  // What can't be built is an error to every linter.
  if (rule.id === 'build-error') return undefined;
  // hadolint takes ShellCheck's own severities.
  if (rule.codes) return preset === 'hadolint' ? undefined : 'off';
  const severityOf = preset === 'hadolint' ? hadolintSeverity : buildkitSeverity;
  const said = aliasesOf(rule, variant).map(severityOf);
  return SEVERITIES.find((severity) => said.includes(severity)) ?? 'off';
}

function hadolintSeverity(code: string): PeerSeverity | undefined {
  return HADOLINT_SEVERITIES.get(code);
}

/** Its checks have names where others have numbers. */
function buildkitSeverity(code: string): PeerSeverity | undefined {
  return /^[A-Z][A-Za-z]+$/.test(code) && !BUILDKIT_EXPERIMENTAL.has(code) ? 'warning' : undefined;
}

function keyOf(rule: Rule, variant: string | null): string {
  return variant === null ? rule.id : `${rule.id}/${variant}`;
}

function keysOf(rule: Rule): string[] {
  return [rule.id, ...variantNames(rule).map((variant) => keyOf(rule, variant))];
}

/** Codes first, then rules, then variants: the more exact name wins, whatever the order in the file. */
function bySpecificity(configured: Configuration['rules']): [string, Severity | 'off'][] {
  const rank = (name: string) => (name.includes('/') ? 2 : rules.some((rule) => rule.id === name) ? 1 : 0);
  return Object.entries(configured).sort(([one], [other]) => rank(one) - rank(other));
}
