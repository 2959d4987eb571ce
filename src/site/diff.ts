/** A unified difference of two texts, changed words marked. */
import { diffWordsWithSpace, structuredPatch } from 'diff';

/** A run of characters in a changed line; `changed` where only this run differs from the line that it replaces. */
export interface DiffPiece {
  readonly text: string;
  readonly changed: boolean;
}

/** A line of the difference; `number` is its line in the text after, and undefined for a line that goes. */
export interface DiffLine {
  readonly kind: 'add' | 'del' | 'ctx';
  readonly number: number | undefined;
  readonly pieces: readonly DiffPiece[];
}

/** The changed lines, with `context` lines around each. */
export function diffLines(before: string, after: string, context = 1): DiffLine[] {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context });
  return hunks.flatMap(({ lines, newStart }) => numbered(markWords(lines), newStart));
}

type Unnumbered = Omit<DiffLine, 'number'>;

/** Pairs the removed lines of a block with the added ones behind it, one by one. */
function markWords(lines: readonly string[]): Unnumbered[] {
  const result: Unnumbered[] = [];
  for (let at = 0; at < lines.length; ) {
    const removed = takeWhile(lines, at, '-');
    const added = takeWhile(lines, at + removed.length, '+');
    if (removed.length + added.length === 0) result.push(...sameLine(lines[at] ?? ''));
    result.push(
      ...removed.map((text, index) => pieces('del', text, added[index])),
      ...added.map((text, index) => pieces('add', text, removed[index])),
    );
    at += Math.max(1, removed.length + added.length);
  }
  return result;
}

/** A line that both texts have. The note that a file has no line break at its end is none. */
function sameLine(line: string): Unnumbered[] {
  return line.startsWith(' ') ? [whole('ctx', line.slice(1))] : [];
}

function takeWhile(lines: readonly string[], from: number, sign: '-' | '+'): string[] {
  const taken: string[] = [];
  for (let at = from; lines[at]?.startsWith(sign); at++) taken.push(lines[at]?.slice(1) ?? '');
  return taken;
}

/** Lines that share nothing but blanks are different lines: marking words in them would mark everything. */
function pieces(kind: 'del' | 'add', text: string, other: string | undefined): Unnumbered {
  if (other === undefined) return whole(kind, text);
  const parts = kind === 'del' ? diffWordsWithSpace(text, other) : diffWordsWithSpace(other, text);
  if (!parts.some((part) => !part.added && !part.removed && part.value.trim())) return whole(kind, text);
  const own = parts.filter((part) => (kind === 'del' ? !part.added : !part.removed));
  return { kind, pieces: own.map((part) => ({ text: part.value, changed: part.added || part.removed })) };
}

function whole(kind: DiffLine['kind'], text: string): Unnumbered {
  return { kind, pieces: [{ text, changed: false }] };
}

function numbered(lines: readonly Unnumbered[], start: number): DiffLine[] {
  let next = start;
  return lines.map((line) => ({ ...line, number: line.kind === 'del' ? undefined : next++ }));
}
