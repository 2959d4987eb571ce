/** From the shell form of a command to the exec form. */
import { type CommandLine, isShellBuiltin, type ShellCommand } from '../model/index.js';

export function execForm(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}

/** The words of a text that needs no shell: one command without expansions, redirections or anything built in. */
export function wordsWithoutShell({ form, script }: CommandLine): readonly string[] | undefined {
  const only = form === 'shell' ? script?.only : undefined;
  if (!script || !only || script.hasErrors || script.commands.length > 1 || only.isNegated || isShellBuiltin(only.name))
    return undefined;
  if (only.redirects.length > 0 || only.assignments.length > 0 || only.program === undefined) return undefined;
  const isPlain = only.args.every(({ isLiteral, raw }) => isLiteral && !raw.startsWith('~'));
  if (!isPlain || only.program.includes('$')) return undefined;
  const wrappers = only.wrappers.filter(({ text }) => text !== 'exec');
  // Options of a wrapper (`nice -n 5 app`) are not among its words.
  return wrappers.length > 0 ? undefined : [only.program, ...only.args.map(({ text }) => text)];
}

/** Where `exec ` can be put so that a program takes the shell's place. */
export function placeForExec(commands: readonly ShellCommand[], depth = 0): number | undefined {
  const last = commands.at(-1);
  if (!last || last.pipeline || last.isBackground || last.isNegated || last.context.length > depth) return undefined;
  if (isShellBuiltin(last.name) || last.assignments.length > 0 || last.precededBy === '||') return undefined;
  const isPlaced = commands.length === 1 || commands.every(({ at }) => at === last.at || at.end <= last.at.start);
  return isPlaced ? last.at.start : undefined;
}
