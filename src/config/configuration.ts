/** The configuration: one schema for the page, the file (`plimsoll.yaml`) and the link. Knows no rules, so that a page can read it. */
import { isRecord } from '../model/record.js';
import { suggest } from '../model/suggest.js';
import { SEVERITIES, type Severity } from '../rules/rule.js';

/**
 * `strict`: what is off by default too. `hadolint`, `buildkit`: what these check. `learning`: everything, and only what
 * breaks the build or the container is more than advice.
 */
export const PRESETS = ['recommended', 'strict', 'hadolint', 'buildkit', 'learning'] as const;
export type Preset = (typeof PRESETS)[number];

export interface Configuration {
  readonly preset: Preset;
  /** By rule id, `id/variant` or a code of another linter. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Registries that images may come from; empty: any. */
  readonly trustedRegistries: readonly string[];
  /** Labels that the image must have, each with the kind of its value. */
  readonly labels: Readonly<Record<string, string>>;
}

export const DEFAULT_CONFIGURATION: Configuration = {
  preset: 'recommended',
  rules: {},
  trustedRegistries: [],
  labels: {},
};

export interface ConfigurationProblem {
  /** Where: `rules.DL9999`. */
  readonly path: string;
  readonly message: string;
}

/** Says whether a name is that of a rule, a variant or a code, and which one was meant. */
export interface RuleNames {
  has(name: string): boolean;
  suggest(name: string): string | undefined;
}

/**
 * Reads a configuration that came from outside. What is wrong is said and left out; the rest holds. Without `names`,
 * names of rules are taken as they are.
 */
export function readConfiguration(
  value: unknown,
  names?: RuleNames,
): {
  configuration: Configuration;
  problems: readonly ConfigurationProblem[];
} {
  const problems: ConfigurationProblem[] = [];
  if (value === null || value === undefined) return { configuration: DEFAULT_CONFIGURATION, problems };
  if (!isRecord(value)) {
    problems.push({ path: '', message: 'A configuration is a list of keys and values, such as `preset: strict`.' });
    return { configuration: DEFAULT_CONFIGURATION, problems };
  }
  const keys = Object.keys(DEFAULT_CONFIGURATION);
  for (const key of Object.keys(value))
    if (!keys.includes(key)) problems.push({ path: key, message: unknownName('key', key, suggest(key, keys)) });
  return {
    configuration: {
      preset: readPreset(value['preset'], problems),
      rules: readSeverities(value['rules'], problems, names),
      trustedRegistries: readStrings(value['trustedRegistries'], problems),
      labels: readLabels(value['labels'], problems),
    },
    problems,
  };
}

function unknownName(kind: string, name: string, suggestion: string | undefined): string {
  return `There is no ${kind} \`${name}\`.${suggestion ? ` Did you mean \`${suggestion}\`?` : ''}`;
}

function readPreset(value: unknown, problems: ConfigurationProblem[]): Preset {
  if (value === undefined) return DEFAULT_CONFIGURATION.preset;
  const preset = PRESETS.find((candidate) => candidate === value);
  if (!preset)
    problems.push({
      path: 'preset',
      message: `\`preset\` is one of ${PRESETS.map((name) => `\`${name}\``).join(', ')}.`,
    });
  return preset ?? DEFAULT_CONFIGURATION.preset;
}

function readSeverities(
  value: unknown,
  problems: ConfigurationProblem[],
  names: RuleNames | undefined,
): Configuration['rules'] {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) {
    problems.push({ path: 'rules', message: '`rules` is a list of names and severities, such as `DL3008: off`.' });
    return {};
  }
  const allowed = [...SEVERITIES, 'off'] as const;
  const severities: Record<string, Severity | 'off'> = {};
  for (const [name, written] of Object.entries(value)) {
    // YAML 1.1 readers turn a bare `off` into false.
    const severity = allowed.find((candidate) => candidate === (written === false ? 'off' : written));
    if (names && !names.has(name))
      problems.push({ path: `rules.${name}`, message: unknownName('rule', name, names.suggest(name)) });
    else if (!severity)
      problems.push({
        path: `rules.${name}`,
        message: `A severity is one of ${allowed.map((one) => `\`${one}\``).join(', ')}.`,
      });
    else severities[name] = severity;
  }
  return severities;
}

function readStrings(value: unknown, problems: ConfigurationProblem[]): readonly string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value;
  problems.push({ path: 'trustedRegistries', message: '`trustedRegistries` is a list of host names.' });
  return [];
}

function readLabels(value: unknown, problems: ConfigurationProblem[]): Configuration['labels'] {
  if (value === undefined || value === null) return {};
  if (isRecord(value) && Object.values(value).every((entry) => typeof entry === 'string'))
    return value as Record<string, string>;
  problems.push({ path: 'labels', message: '`labels` names labels and the kind of their values.' });
  return {};
}
