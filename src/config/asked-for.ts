/** A rule as it is shown: one that is off until somebody asks for it is asked for on its own page. */
import type { Rule } from '../rules/rule.js';
import { type Configuration, DEFAULT_CONFIGURATION } from './configuration.js';

export function askedFor({ id, severity }: Rule): Configuration {
  return severity === 'off' ? { ...DEFAULT_CONFIGURATION, rules: { [id]: 'info' } } : DEFAULT_CONFIGURATION;
}
