/** A Dockerfile as highlighted code: lines of pieces, each with its voice and the finding under it. */
import { highlightLines, type Token } from '../playground/highlight.js';
import type { Severity } from '../rules/rule.js';
import { worse } from './severity.js';

/** A place that a finding points at, in UTF-16 offsets of the text. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
}

/** Characters that are drawn alike. */
export interface Piece {
  readonly text: string;
  readonly classes: readonly string[];
}

/** The lines of a text, cut where the voice or the mark changes. A line break at the end begins no line. */
export function highlight(text: string, marks: readonly Mark[] = []): Piece[][] {
  const lines = text.replace(/\n$/, '').split('\n');
  const tokens = highlightLines(lines);
  let offset = 0;
  return lines.map((line, index) => {
    const pieces = cutLine(
      line,
      tokens[index] ?? [],
      marks.map((mark) => moveMark(mark, -offset)),
    );
    offset += line.length + 1;
    return pieces;
  });
}

/** Cuts a line; tokens and marks are in offsets of the line. */
export function cutLine(line: string, tokens: readonly Token[], marks: readonly Mark[]): Piece[] {
  const edges = [...tokens, ...marks]
    .flatMap(({ start, end }) => [start, end])
    .filter((edge) => edge > 0 && edge < line.length);
  const cuts = [...new Set([0, ...edges, line.length])].sort((one, other) => one - other);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? 0;
    return { text: line.slice(from, to), classes: [...voiceAt(from, to, tokens), ...markAt(from, to, marks)] };
  });
}

/** The same mark in another text, or in a part of it. */
export function moveMark(mark: Mark, by: number): Mark {
  return { ...mark, start: mark.start + by, end: mark.end + by };
}

function voiceAt(from: number, to: number, tokens: readonly Token[]): string[] {
  const token = tokens.find(({ start, end }) => start <= from && end >= to);
  return token ? [`t-${token.voice}`] : [];
}

function markAt(from: number, to: number, marks: readonly Mark[]): string[] {
  const severities = marks.filter(({ start, end }) => start <= from && end >= to).map(({ severity }) => severity);
  return severities.length > 0 ? ['sq', severities.reduce(worse)] : [];
}
