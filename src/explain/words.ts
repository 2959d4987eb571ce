/** What the sentences of this room are made of. */
import { exactly } from '../image/amount.js';
import type { Scope, Word } from '../model/index.js';
import { code, plainText, type Text, type TextPart, text } from '../model/text.js';
import { amountText } from '../report/size-words.js';

/** As many things as a sentence names; the rest is a number. */
const MOST_NAMED = 6;

/** `a`, `b` and `c`; of a long list the first ones and how many more there are. */
export function list(parts: readonly (TextPart | Text)[], conjunction: 'and' | 'or' = 'and'): Text {
  const shown = parts.length > MOST_NAMED + 1 ? parts.slice(0, MOST_NAMED) : parts;
  const rest = parts.length - shown.length;
  const named = [...shown, ...(rest > 0 ? [`${rest} more`] : [])];
  return named.flatMap((part, index) => {
    const separator = index === 0 ? [] : [index === named.length - 1 ? ` ${conjunction} ` : ', '];
    return text`${separator}${part}`;
  });
}

/** Pieces of code as a list. */
export function codeList(words: readonly string[]): Text {
  return list(words.map(shownCode));
}

/** A piece of code, with a word for one that has no characters. */
export function shownCode(words: string): TextPart {
  return words.trim() === '' ? 'an empty text' : code(words);
}

/** What a word says here: its value, or as it is written where that is not known before the build. */
export function valueOf(word: Word | undefined, scope: Scope): Text {
  if (!word) return ['nothing'];
  const value = scope.expand(word);
  if (value !== null) return [shownCode(value)];
  const names = unknownNames(word, scope);
  return names.length > 0
    ? text`${code(word.raw)} (${codeList(names)} ${names.length === 1 ? 'is' : 'are'} unknown before the build)`
    : text`${code(word.raw)} (unknown before the build)`;
}

/** The value of a word as a text; as written where it is not known. */
export function wordText(word: Word, scope: Scope): string {
  return scope.expand(word) ?? word.raw;
}

function unknownNames(word: Word, scope: Scope): string[] {
  const names = word.variables.map(({ name }) => name);
  return [...new Set(names)].filter((name) => typeof scope.variable(name)?.value !== 'string' && scope.variable(name));
}

/** A phrase as a sentence. */
export function sentence(phrase: Text): Text {
  const [first, ...rest] = phrase;
  const start = typeof first === 'string' ? [first.slice(0, 1).toUpperCase() + first.slice(1)] : first ? [first] : [];
  const whole = [...start, ...rest];
  return /[.:!?…]$/.test(plainText(whole, '')) && typeof whole.at(-1) === 'string' ? whole : [...whole, '.'];
}

/** `1 file`, `2 files`. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** A number of bytes: `1.2 MB`. */
export function bytesOf(bytes: number): string {
  return amountText(exactly(bytes));
}
