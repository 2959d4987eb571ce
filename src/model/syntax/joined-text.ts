/** The text of an instruction's lines, joined, with every character in its place. */
import type { Dockerfile } from '../dockerfile.js';
import type { Instruction } from '../instruction.js';
import type { Span } from '../span.js';
import { JOINT } from './reader.js';

/**
 * The text of a span of an instruction's own lines, of equal length, with JOINT in place of what joining its lines
 * takes away: escape characters at line ends, comments and blank lines.
 */
export function joinedText(dockerfile: Dockerfile, instruction: Instruction, { start, end }: Span): string {
  const { text, escape } = dockerfile;
  const lines = [...instruction.commentsInside.map(({ at }) => at), ...instruction.blankContinuations];
  const cut = lines
    .map((at) => lineAround(text, at))
    .filter((line) => line.start < end && line.end > start)
    .sort((one, other) => one.start - other.start);
  let joined = '';
  let at = start;
  for (const line of cut) {
    const from = Math.max(line.start, at);
    joined += text.slice(at, from) + JOINT.repeat(Math.max(Math.min(line.end, end) - from, 0));
    at = Math.max(at, Math.min(line.end, end));
  }
  joined += text.slice(at, end);
  const continuation = escape === '`' ? /(?<!`)`[ \t\r]*\n\0*/g : /(?<!\\)\\[ \t\r]*\n\0*/g;
  return joined.replace(continuation, (all) => JOINT.repeat(all.length));
}

function lineAround(text: string, { start, end }: Span): Span {
  const lineBreak = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: lineBreak === -1 ? text.length : lineBreak + 1 };
}
