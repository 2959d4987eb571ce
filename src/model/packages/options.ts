/**
 * Reads the words behind a program into options and operands. The one question that can't be answered without
 * knowing the program is which options take the next word as their value: its `OptionGrammar` says so.
 */
import type { ShellWord } from '../shell/script.js';
import type { Span } from '../span.js';

export interface OptionGrammar {
  /** Options with a value, dashes included: `-t`, `--target-release`. */
  readonly valued: readonly string[];
  /** `-yqq` is `-y -q -q`. False where one dash begins long names (`-DskipTests`, `-mod=mod`). */
  readonly hasClusters: boolean;
  /** Words behind `--` are for somebody else: a compiler, the program that is started. */
  readonly handsOnRest?: boolean;
}

export interface CommandOption {
  /** With its dashes; one letter of a cluster: `-y` of `-yqq`. */
  readonly name: string;
  readonly value: string | undefined;
  /** The value as a word: the next one, or `dev` of `--omit=dev`. */
  readonly valueWord: ShellWord | undefined;
  readonly word: ShellWord;
  /** Option and value. */
  readonly at: Span;
}

/** The options of one call. Each question takes the names that mean the same. */
export interface OptionLookup {
  readonly all: readonly CommandOption[];
  has(...names: string[]): boolean;
  count(...names: string[]): number;
  /** The last of these, which is the one that counts. */
  find(...names: string[]): CommandOption | undefined;
  value(...names: string[]): string | undefined;
  values(...names: string[]): readonly string[];
  at(...names: string[]): Span | undefined;
}

export interface ReadWords {
  readonly options: OptionLookup;
  readonly operands: readonly ShellWord[];
}

/** Splits words into options and operands; `--` ends the options. */
export function readOptions(words: readonly ShellWord[], grammar: OptionGrammar): ReadWords {
  const valued = new Set(grammar.valued);
  const options: CommandOption[] = [];
  const operands: ShellWord[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as ShellWord;
    if (word.text === '--') {
      if (!grammar.handsOnRest) operands.push(...words.slice(index + 1));
      break;
    }
    if (!isOption(word)) {
      operands.push(word);
      continue;
    }
    const next = words[index + 1];
    const read = readOption(word, next, valued, grammar.hasClusters);
    options.push(...read);
    if (next && read.at(-1)?.valueWord === next) index++;
  }
  return { options: lookUp(options), operands };
}

function isOption(word: ShellWord): boolean {
  return word.text.startsWith('-') && word.text !== '-';
}

function readOption(
  word: ShellWord,
  next: ShellWord | undefined,
  valued: ReadonlySet<string>,
  hasClusters: boolean,
): CommandOption[] {
  const { text } = word;
  if (valued.has(text)) return [option(text, word, next)];
  const equals = text.indexOf('=');
  const name = equals === -1 ? text : text.slice(0, equals);
  const isCluster = hasClusters && !text.startsWith('--') && name.length > 2;
  if (isCluster) return readCluster(word, next, valued);
  if (equals === -1) return [option(text, word, undefined)];
  return [option(name, word, endOf(word, text.slice(equals + 1)))];
}

function readCluster(word: ShellWord, next: ShellWord | undefined, valued: ReadonlySet<string>): CommandOption[] {
  const options: CommandOption[] = [];
  for (let index = 1; index < word.text.length; index++) {
    const name = `-${word.text[index]}`;
    const rest = word.text.slice(index + 1);
    const value = rest.replace(/^=/, '');
    if (valued.has(name)) return [...options, option(name, word, rest ? endOf(word, value) : next)];
    if (rest.startsWith('=')) return [...options, option(name, word, endOf(word, value))];
    options.push(option(name, word, undefined));
  }
  return options;
}

function option(name: string, word: ShellWord, valueWord: ShellWord | undefined): CommandOption {
  const at = { start: word.at.start, end: valueWord?.at.end ?? word.at.end };
  return { name, value: valueWord?.text, valueWord, word, at };
}

/** The part of a word that is an option's value; where quotes hide its place, the place of the whole word. */
function endOf(word: ShellWord, value: string): ShellWord {
  const isPlain = word.raw === word.text && word.at.end - word.at.start === word.raw.length;
  if (!isPlain) return { ...word, text: value };
  return { ...word, text: value, raw: value, at: { start: word.at.end - value.length, end: word.at.end } };
}

function lookUp(all: readonly CommandOption[]): OptionLookup {
  const among = (names: readonly string[]) => all.filter(({ name }) => names.includes(name));
  return {
    all,
    has: (...names) => among(names).length > 0,
    count: (...names) => among(names).length,
    find: (...names) => among(names).at(-1),
    value: (...names) => among(names).at(-1)?.value,
    values: (...names) => among(names).flatMap(({ value }) => value ?? []),
    at: (...names) => among(names).at(-1)?.at,
  };
}
