/** What the address of an embedded playground asks for, as people write it into their own pages. */
import { PRESETS, type Preset } from '../config/configuration.js';

export const THEMES = ['auto', 'light', 'dark'] as const;

export interface EmbedOptions {
  /** Undefined where the address names none: that of the link, or the usual one. */
  readonly preset: Preset | undefined;
  readonly isReadOnly: boolean;
  readonly showsFindings: boolean;
  readonly showsLoadLine: boolean;
  /** What could not be understood, in sentences. The rest holds. */
  readonly problems: readonly string[];
}

/**
 * Reads the query of the address: `?theme=dark&readonly&rules=strict`. Parameters of other names belong to somebody
 * else. The theme is set by the page itself, before it is drawn; here it is only checked.
 */
export function readEmbedOptions(query: string): EmbedOptions {
  const parameters = new URLSearchParams(query);
  const problems: string[] = [];
  oneOf(parameters, 'theme', THEMES, problems);
  return {
    preset: oneOf(parameters, 'rules', PRESETS, problems),
    isReadOnly: flag(parameters, 'readonly', false, problems),
    showsFindings: flag(parameters, 'findings', true, problems),
    showsLoadLine: flag(parameters, 'loadline', false, problems),
    problems,
  };
}

function oneOf<const Value extends string>(
  parameters: URLSearchParams,
  name: string,
  values: readonly Value[],
  problems: string[],
): Value | undefined {
  const given = parameters.get(name);
  const value = values.find((candidate) => candidate === given);
  if (given !== null && value === undefined)
    problems.push(`The address says ${name}=${given}, and ${name} is one of ${values.join(', ')}.`);
  return value;
}

/** A name alone means yes. */
function flag(parameters: URLSearchParams, name: string, usual: boolean, problems: string[]): boolean {
  const given = parameters.get(name);
  if (given === null) return usual;
  if (given === '' || given === '1') return true;
  if (given === '0') return false;
  problems.push(`The address says ${name}=${given}, and ${name} is 0 or 1.`);
  return usual;
}
