/**
 * Does a shell make way for the program that it starts with `-c`? dash never does, ash and bash do for a last simple
 * command. Measured with dash 0.5.11 and 0.5.12, busybox 1.30 to 1.38 and bash 5.1 to 5.3, on 2026-11-23 and 24
 * (test/experiments/process).
 */
import type { ShellInForce } from '../scope.js';
import type { ShellCommand } from './script.js';

/** What a shell does itself: there is no program to make way for, or none to write into an exec form. */
const BUILTINS = new Set(
  '. : [ [[ alias break cd continue declare echo eval exit export false hash let local printf pushd popd pwd read readonly return set shift shopt source test times trap true type typeset ulimit umask unalias unset wait'.split(
    ' ',
  ),
);

/** A program of this name is part of the shell; `echo` and `test` are also files, but no shell starts those. */
export function isShellBuiltin(name: string | undefined): boolean {
  return name !== undefined && BUILTINS.has(name);
}

/** The commands that a script runs itself: none of substitutions, functions, or of a nested `sh -c`. */
export function ownCommands(commands: readonly ShellCommand[], depth = 0): readonly ShellCommand[] {
  return commands.filter(
    ({ context }) =>
      context.slice(0, depth).every((place) => place === 'sh -c') &&
      !context.slice(depth).some((place) => place === 'substitution' || place === 'function' || place === 'sh -c'),
  );
}

/** `exec app`, where the shell reaches it: the program takes the shell's place. */
export function execsItself({ wrappers, pipeline, isBackground }: ShellCommand): boolean {
  return !pipeline && !isBackground && wrappers.some((word) => word.text === 'exec');
}

/** A trap for a signal that asks to stop: the script passes it on by itself, or means to. */
export function trapsStopSignal(commands: readonly ShellCommand[]): boolean {
  return commands.some(
    ({ name, args }) =>
      name === 'trap' && args.slice(1).some(({ text }) => /^(?:SIG)?(?:TERM|INT|QUIT)$|^(?:2|3|15)$/i.test(text)),
  );
}

/**
 * Whether the shell is still there while the program runs. Undefined: it depends on the shell, which is not known.
 * `commands` are those that the shell runs itself, `depth` how many `sh -c` they stand in.
 */
export function shellStays(
  commands: readonly ShellCommand[],
  program: ShellInForce['program'],
  depth = 0,
): boolean | undefined {
  const last = commands.at(-1);
  if (!last) return undefined;
  if (commands.some(execsItself)) return false;
  const isInLoop = last.context.includes('loop');
  const isAlwaysForked = last.pipeline || last.isBackground || isInLoop || isShellBuiltin(last.name);
  if (isAlwaysForked || program === 'dash') return true;
  if (program !== 'ash' && program !== 'bash') return undefined;
  if (commands.some(({ name }) => name === 'trap')) return true;
  // ash makes way at the end of a branch, a group and a subshell too, bash does not.
  return program === 'bash' && (last.redirects.length > 0 || last.context.length > depth);
}
