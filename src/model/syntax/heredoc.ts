/** Heredocs of RUN, COPY and ADD: where their markers stand and what their bodies hold. */
import type { Span } from '../span.js';
import { splitWords } from './word.js';

/** A marker such as `<<-"EOF"`. */
export interface HeredocMarker {
  readonly at: Span;
  readonly name: string;
  /** A quoted name: variables in the body are not expanded. */
  readonly isQuoted: boolean;
  /** `<<-`: leading tabs of body and terminator are dropped. */
  readonly stripsTabs: boolean;
}

export interface Heredoc extends HeredocMarker {
  /** The lines between marker and terminator, with their line breaks. */
  readonly body: Span;
  /** The terminator, without its line break; undefined where the file ends first. */
  readonly terminatorAt: Span | undefined;
}

interface PhysicalLine extends Span {
  readonly next: number;
}

/** `3<<-EOF`, `<<"EOF"`; a digit is a file descriptor. */
const MARKER = /^(\d*)<<(-?)([^<]+)$/;

export function heredocMarkers(joined: string, offset: number, escape: '\\' | '`'): HeredocMarker[] {
  if (!joined.includes('<<')) return [];
  const markers: HeredocMarker[] = [];
  for (const word of markerWords(joined, offset, escape)) {
    const match = MARKER.exec(word.raw);
    const name = match?.[3];
    if (!match || !name) continue;
    const bare = name.replace(/["']|\\(?=.)/g, '');
    if (bare === '' || /\s/.test(bare)) continue;
    markers.push({ at: word.at, name: bare, isQuoted: bare !== name, stripsTabs: match[2] === '-' });
  }
  return markers;
}

/** `<< EOF` is one marker: blanks may stand between. */
function markerWords(joined: string, offset: number, escape: '\\' | '`'): { raw: string; at: Span }[] {
  const words = splitWords(joined, offset, escape);
  return words.map((word, index) => {
    const next = words[index + 1];
    if (!next || !/^\d*<<$/.test(word.raw)) return word;
    return { raw: word.raw + next.raw, at: { start: word.at.start, end: next.at.end } };
  });
}

/** Reads the bodies of the markers, one after the other, from a physical line on. */
export function readHeredocs(
  text: string,
  lines: readonly PhysicalLine[],
  from: number,
  markers: readonly HeredocMarker[],
): { heredocs: Heredoc[]; next: number } {
  let next = from;
  const heredocs = markers.map((marker): Heredoc => {
    const start = lines[next]?.start ?? text.length;
    for (; next < lines.length; next++) {
      const line = lines[next] as PhysicalLine;
      const content = text.slice(line.start, line.end);
      if ((marker.stripsTabs ? content.replace(/^\t+/, '') : content) !== marker.name) continue;
      next++;
      const terminatorAt = { start: line.end - marker.name.length, end: line.end };
      return { ...marker, body: { start, end: line.start }, terminatorAt };
    }
    return { ...marker, body: { start, end: text.length }, terminatorAt: undefined };
  });
  return { heredocs, next };
}
