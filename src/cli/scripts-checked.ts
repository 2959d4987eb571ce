/** Asks ShellCheck about the scripts of a file, where the configuration wants it and there are any. */
import type { Configuration } from '../config/configuration.js';
import { Severities } from '../config/severities.js';
import type { BuildInput } from '../model/index.js';
import { shellcheck } from '../rules/shellcheck.js';
import { withShellNotes } from '../shellcheck/notes.js';
import type { ShellCheck } from '../shellcheck/shellcheck.js';
import { startShellCheck } from './shellcheck-files.js';

/** The set-up puts the files beside the program. */
const FOLDER = new URL('shellcheck/', import.meta.url);

let started: Promise<ShellCheck> | undefined;

/** The input with what ShellCheck says; as it was where that can't be had, which is said once. */
export async function withScriptsChecked(input: BuildInput, configuration: Configuration): Promise<BuildInput> {
  if (!new Severities(configuration).isOn(shellcheck)) return input;
  const isFirst = started === undefined;
  try {
    return await withShellNotes(input, async (script) => {
      started ??= startShellCheck(FOLDER);
      return (await started).check(script);
    });
  } catch (error) {
    if (isFirst)
      process.stderr.write(`plimsoll: ShellCheck stopped, so scripts were not checked: ${(error as Error).message}\n`);
    return input;
  }
}
