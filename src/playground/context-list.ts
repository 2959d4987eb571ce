/** The build context as a text that people can read, paste and change: a line for each file, its size and its path. */
import type { ContextFile } from '../model/build-input.js';

/** What prints such a list for the folder in which it is called. */
export const LISTING_COMMAND = "find . -type f -printf '%s %P\\n'";

export interface ContextListProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1_000, m: 1_000_000, g: 1_000_000_000 };

const LINE = /^\s*(\d+(?:\.\d+)?)([kmg]?)b?\s+(?:\.\/)?(\S.*?)\s*$/i;

/** Reads such a list. Files that are in it already keep their text. What is no file is said and left out. */
export function readContextList(
  list: string,
  known: readonly ContextFile[] = [],
): { readonly files: readonly ContextFile[]; readonly problems: readonly ContextListProblem[] } {
  const texts = new Map(known.map((file) => [file.path, file]));
  const files = new Map<string, ContextFile>();
  const problems: ContextListProblem[] = [];
  for (const [index, line] of list.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, number, unit = '', path] = LINE.exec(line) ?? [];
    const bytes = Math.round(Number(number) * (UNITS[unit.toLowerCase()] ?? 1));
    if (path === undefined || !Number.isSafeInteger(bytes)) problems.push({ line: index + 1, text: line.trim() });
    else files.set(path, fileOf(path, bytes, texts.get(path)));
  }
  return { files: [...files.values()], problems };
}

function fileOf(path: string, bytes: number, known: ContextFile | undefined): ContextFile {
  return known?.text === undefined || known.bytes !== bytes ? { path, bytes } : known;
}

export function writeContextList(files: readonly ContextFile[]): string {
  return files.map(({ path, bytes }) => `${bytes} ${path}\n`).join('');
}

/** The same context with another text in one file, which is as long as its text then; undefined takes the file out. */
export function withFileText(files: readonly ContextFile[], path: string, text: string | undefined): ContextFile[] {
  const others = files.filter((file) => file.path !== path);
  if (text === undefined) return others;
  const bytes = new TextEncoder().encode(text).length;
  return [...others, { path, bytes, text }].sort((one, other) => (one.path < other.path ? -1 : 1));
}
