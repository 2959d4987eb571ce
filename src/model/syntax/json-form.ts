/** The exec form: a JSON array of strings, with the place of each element. */
import type { Span } from '../span.js';
import { JOINT } from './reader.js';
import { literalWord, type Word } from './word.js';

export interface ExecWord extends Word {
  /** The element's characters between the quotes. */
  readonly inner: Span;
}

/** The elements of an exec form, or undefined where the text is no JSON array of strings (BuildKit then takes the shell form). */
export function readExecForm(joined: string, offset: number): ExecWord[] | undefined {
  if (!beginsArray(joined)) return undefined;
  const plain = joined.replaceAll(JOINT, ' ');
  let values: unknown;
  try {
    values = JSON.parse(plain);
  } catch {
    return undefined;
  }
  if (!Array.isArray(values) || !values.every((value) => typeof value === 'string')) return undefined;
  const places = [...plain.matchAll(/"(?:[^"\\]|\\.)*"/g)];
  return (values as string[]).map((value, index) => {
    const place = places[index] as RegExpExecArray;
    const start = offset + place.index;
    const end = start + place[0].length;
    return { ...literalWord(value, { start, end }), inner: { start: start + 1, end: end - 1 } };
  });
}

/** The place of an array that holds anything but strings, which BuildKit refuses; undefined where there is none. */
export function notAString(joined: string, offset: number): Span | undefined {
  if (!beginsArray(joined)) return undefined;
  const plain = joined.replaceAll(JOINT, ' ');
  const lead = plain.length - plain.trimStart().length;
  try {
    const values: unknown[] = JSON.parse(plain);
    if (values.every((value) => typeof value === 'string')) return undefined;
  } catch {
    return undefined;
  }
  return { start: offset + lead, end: offset + plain.trimEnd().length };
}

/** Cheap, and enough for most commands, which are long and no array. */
export function beginsArray(joined: string): boolean {
  return /^[\s\0]*\[/.test(joined);
}
