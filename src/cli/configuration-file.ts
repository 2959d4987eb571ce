/** `plimsoll.yaml`: found in the current folder or named on the command line. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Configuration, readConfiguration } from '../config/configuration.js';
import { readConfigurationText } from '../config/configuration-text.js';
import { ruleNames } from '../config/rule-names.js';
import { reasonOf } from './read-file.js';

const NAMES = ['plimsoll.yaml', 'plimsoll.yml', '.plimsoll.yaml', '.plimsoll.yml'];

export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** Sentences about what is wrong in the file. */
  readonly problems: readonly string[];
}

export async function loadConfiguration(named: string | undefined): Promise<LoadedConfiguration> {
  const path = named ?? NAMES.find((name) => existsSync(name));
  if (path === undefined) return { configuration: readConfiguration(undefined).configuration, problems: [] };
  const text = await readText(path);
  if (typeof text !== 'string') return unusable(text.problem);
  const { configuration, problems } = readConfigurationText(text, ruleNames);
  return {
    configuration,
    problems: problems.map(({ path: key, message }) => `${path}${key ? ` (${key})` : ''}: ${message}`),
  };
}

/** The defaults, and what is wrong with the whole file. */
function unusable(problem: string): LoadedConfiguration {
  return { configuration: readConfiguration(undefined).configuration, problems: [problem] };
}

async function readText(path: string): Promise<string | { readonly problem: string }> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    return { problem: `${path} ${reasonOf(error as NodeJS.ErrnoException)}.` };
  }
}
