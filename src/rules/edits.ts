/** Edits that several rules make. Each knows how to leave the lines around it in order. */
import type { Dockerfile, Instruction, Span } from '../model/index.js';
import type { Edit } from './rule.js';

export function replace(at: Span, text: string): Edit {
  return { start: at.start, end: at.end, text };
}

export function insertAt(offset: number, text: string): Edit {
  return { start: offset, end: offset, text };
}

/** Removes a word and the blanks before it. */
export function removeWord({ text }: Dockerfile, at: Span): Edit {
  let start = at.start;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  return { start, end: at.end, text: '' };
}

/** Removes an instruction with its lines, and nothing of the comments above it. */
export function removeInstruction({ text }: Dockerfile, instruction: Instruction): Edit {
  const lineStart = text.lastIndexOf('\n', instruction.at.start - 1) + 1;
  const lineBreak = text.indexOf('\n', instruction.at.end);
  return { start: lineStart, end: lineBreak === -1 ? text.length : lineBreak + 1, text: '' };
}

/** Inserts a line of its own above an instruction, with the line break that the file uses. */
export function insertLineBefore({ text }: Dockerfile, instruction: Instruction, line: string): Edit {
  const lineStart = text.lastIndexOf('\n', instruction.at.start - 1) + 1;
  return insertAt(lineStart, `${line}${lineBreakOf(text)}`);
}

/** Inserts a line of its own below an instruction. */
export function insertLineAfter({ text }: Dockerfile, instruction: Instruction, line: string): Edit {
  return insertAt(instruction.at.end, `${lineBreakOf(text)}${line}`);
}

/** The line break that a file uses, as its first one says. */
export function lineBreakOf(text: string): '\r\n' | '\n' {
  return text[text.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
}
