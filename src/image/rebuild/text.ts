/** The text of an instruction as the builder takes it. */
import type { Instruction, Span } from '../../model/index.js';

/** Behind keyword and flags, heredocs included; without comments and blank lines between its lines. */
export function textOf(instruction: Instruction): string {
  const { fileText: text, argumentsAt, at, commentsInside, blankContinuations } = instruction;
  const left = [...commentsInside.map((comment) => comment.at), ...blankContinuations];
  let result = '';
  let start = argumentsAt.start;
  for (const part of left.sort(byPlace)) {
    if (part.start < start) continue;
    result += text.slice(start, part.start).replace(/[ \t]+$/, '');
    start = part.end;
  }
  return (result + text.slice(start, at.end)).replace(/\r/g, '').replace(/\n{2,}/g, '\n');
}

function byPlace(one: Span, other: Span): number {
  return one.start - other.start;
}
