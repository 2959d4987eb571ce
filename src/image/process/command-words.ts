/** The words of a command in a script, with the script's own arguments put in. */
import type { ShellCommand, ShellWord } from '../../model/index.js';
import type { StartWord } from './start-line.js';

/** `$0` and `$1`, `$2`, …; undefined where they are not known. */
export interface Parameters {
  readonly zero: StartWord;
  readonly values: readonly StartWord[];
}

/** Without `exec`, which is the shell's own. */
export function commandWords(
  { wrappers, program, args }: Pick<ShellCommand, 'wrappers' | 'program' | 'args'>,
  parameters: Parameters,
): StartWord[] {
  const inFront = wrappers.filter(({ text }) => text !== 'exec').flatMap((wrapper) => [wrapper, ...wrapper.own]);
  const head = program === undefined ? [] : valuesOf(program, parameters);
  return [
    ...inFront.flatMap((word) => wordsFor(word, parameters)),
    ...head,
    ...args.flatMap((word) => wordsFor(word, parameters)),
  ];
}

export function wordsFor({ text, isLiteral }: ShellWord, parameters: Parameters): readonly StartWord[] {
  return isLiteral ? [{ text }] : valuesOf(text, parameters);
}

const ONE = /^\$(?:(\d)|\{(\d+)\}|\{(\d+):-([^}]*)\})$/;

function valuesOf(text: string, { zero, values }: Parameters): readonly StartWord[] {
  if (/^\$(?:[@*]|\{[@*]\})$/.test(text)) return values;
  const from = /^\$\{@:(\d+)\}$/.exec(text)?.[1];
  if (from !== undefined) return values.slice(Math.max(Number(from) - 1, 0));
  const [, digit, braced, defaulted, otherwise] = ONE.exec(text) ?? [];
  const number = digit ?? braced ?? defaulted;
  if (number === undefined) return [{ text }];
  const value = number === '0' ? zero : values[Number(number) - 1];
  return value ? [value] : otherwise ? [{ text: otherwise }] : [];
}
