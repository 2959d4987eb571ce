/** Sources with expected places marked: `FROM «node»`. */
import type { Span } from '../../src/model/index.js';

export interface Marked {
  readonly text: string;
  /** In the order in which the marks open. */
  readonly spans: readonly Span[];
}

export function readMarked(source: string): Marked {
  const spans: { start: number; end: number }[] = [];
  const open: number[] = [];
  let text = '';
  for (const character of source) {
    if (character === '«') {
      open.push(spans.length);
      spans.push({ start: text.length, end: -1 });
    } else if (character === '»') {
      const index = open.pop();
      const place = index === undefined ? undefined : spans[index];
      if (!place) throw new Error(`A mark closes that was not opened: ${source}`);
      place.end = text.length;
    } else text += character;
  }
  if (open.length > 0) throw new Error(`A mark is not closed: ${source}`);
  return { text, spans };
}

/** The text with its spans marked, to compare and to read. */
export function writeMarked(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap((place, index) => [
    { at: place.start, order: index, mark: '«' },
    { at: place.end, order: -index - 1, mark: '»' },
  ]);
  marks.sort((one, other) => one.at - other.at || one.order - other.order);
  let result = '';
  let at = 0;
  for (const { at: place, mark } of marks) {
    result += text.slice(at, place) + mark;
    at = place;
  }
  return result + text.slice(at);
}

/** Removes the indentation of a template literal and its first line break. */
export function dedent(source: string): string {
  const lines = source
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '\n')
    .split('\n');
  const indents = lines.filter((line) => line.trim()).map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
}
