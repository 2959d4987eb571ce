/** Asks ShellCheck about the scripts of a Dockerfile. */
import { type BuildInput, parseDockerfile, type ShellNote, type ShellScript, shellScriptsOf } from '../model/index.js';

/** The scripts of a file; each text once. */
export function scriptsOf(input: BuildInput): readonly ShellScript[] {
  const scripts = shellScriptsOf(parseDockerfile(input));
  return [...new Map(scripts.map((script) => [script.key, script])).values()];
}

/** The input with what `check` says of its scripts; it is asked for nothing where there are none. */
export async function withShellNotes(
  input: BuildInput,
  check: (script: ShellScript) => Promise<readonly ShellNote[]>,
): Promise<BuildInput> {
  const notes: Record<string, readonly ShellNote[]> = {};
  for (const script of scriptsOf(input)) notes[script.key] = await check(script);
  return { ...input, shellNotes: notes };
}
