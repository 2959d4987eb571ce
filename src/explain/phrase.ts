/** What the tables of phrases are made of. */
import type { ShellCommand, ShellWord } from '../model/index.js';
import type { Text } from '../model/text.js';

/** A command as a phrase has it. */
export interface Said {
  readonly command: ShellCommand;
  /** It gets what another command prints. */
  readonly isPiped: boolean;
  /** Its words that are no options. */
  readonly operands: readonly ShellWord[];
}

/** Puts a command into a phrase; undefined where its own words say it best. */
export type Phrase = (said: Said) => Text | undefined;

/** Whether one of its options is this letter, or one of these long names. */
export function hasOption({ command }: Said, letter: string, ...long: readonly string[]): boolean {
  return command.args.some(
    ({ text }) => long.includes(text) || (/^-[a-zA-Z]+$/.test(text) && letter !== '' && text.includes(letter)),
  );
}

/** The value of an option: `-o x`, `-ox` or `--output=x`. */
export function optionValue({ command: { args } }: Said, ...names: readonly string[]): string | undefined {
  for (const [index, { text }] of args.entries())
    for (const name of names) {
      if (text === name) return args[index + 1]?.text;
      if (name.startsWith('--') ? text.startsWith(`${name}=`) : name.length === 2 && text.startsWith(name))
        return text.slice(name.length + (name.startsWith('--') ? 1 : 0));
    }
  return undefined;
}

/** The file into which what it prints is written. */
export function writtenTo({
  redirects,
}: ShellCommand): { readonly path: string; readonly isAppended: boolean } | undefined {
  const found = redirects.findLast(({ operator, target }) => /^&?>[>|]?$/.test(operator) && target);
  return found?.target && { path: found.target.text, isAppended: found.operator.endsWith('>>') };
}
