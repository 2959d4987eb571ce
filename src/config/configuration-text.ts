/** The configuration as the text of its file, `plimsoll.yaml`. */
import { parse, stringify } from 'yaml';
import {
  type Configuration,
  type ConfigurationProblem,
  DEFAULT_CONFIGURATION,
  type RuleNames,
  readConfiguration,
} from './configuration.js';

/** What differs from the default, as the command line reads it. */
export function writeConfigurationText(configuration: Configuration): string {
  const { preset, rules, trustedRegistries, labels } = configuration;
  const parts = {
    preset,
    ...(Object.keys(rules).length > 0 && { rules }),
    ...(trustedRegistries.length > 0 && { trustedRegistries }),
    ...(Object.keys(labels).length > 0 && { labels }),
  };
  return stringify(parts);
}

/** Reads such a text; what is wrong is said, and the rest holds. Text that is no YAML gives the default. */
export function readConfigurationText(
  text: string,
  names?: RuleNames,
): { readonly configuration: Configuration; readonly problems: readonly ConfigurationProblem[] } {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    const [message = ''] = (error as Error).message.split('\n');
    return { configuration: DEFAULT_CONFIGURATION, problems: [{ path: '', message }] };
  }
  return readConfiguration(value, names);
}
