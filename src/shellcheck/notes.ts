/** Asks ShellCheck about the scripts of a Dockerfile. */
import { type BuildInput, parseDockerfile, type ShellNote, type ShellScript, shellScriptsOf } from '../model/index.js';
import type { ShellCheck } from './shellcheck.js';

/** The scripts of a file; each text once. */
export function scriptsOf(input: BuildInput): readonly ShellScript[] {
  const scripts = shellScriptsOf(parseDockerfile(input));
  return [...new Map(scripts.map((script) => [script.key, script])).values()];
}

/** The input with what ShellCheck says of its scripts. */
export async function withShellNotes(input: BuildInput, shellCheck: ShellCheck): Promise<BuildInput> {
  const notes: Record<string, readonly ShellNote[]> = {};
  for (const script of scriptsOf(input)) notes[script.key] = await shellCheck.check(script);
  return { ...input, shellNotes: notes };
}
