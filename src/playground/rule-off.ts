import type { Configuration } from '../config/configuration.js';

/** The configuration with a rule off, in all its variants: an entry for a variant would win over that for the rule. */
export function withoutRule(configuration: Configuration, rule: string): Configuration {
  const others = Object.entries(configuration.rules).filter(([name]) => !name.startsWith(`${rule}/`));
  return { ...configuration, rules: { ...Object.fromEntries(others), [rule]: 'off' } };
}
