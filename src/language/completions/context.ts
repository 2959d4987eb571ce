/** What stands before the cursor in an instruction: its keyword, the words before, and the word that is being written. */
import type { Dockerfile, Instruction, Keyword, Scope, Span } from '../../model/index.js';
import { joinedText } from '../../model/syntax/joined-text.js';
import { JOINT } from '../../model/syntax/reader.js';

export interface WritingContext {
  readonly dockerfile: Dockerfile;
  readonly instruction: Instruction;
  readonly keyword: Keyword | 'unknown';
  readonly scope: Scope;
  /** The words between keyword and cursor that are complete, flags included. */
  readonly words: readonly string[];
  /** What is written of the word at the cursor. */
  readonly word: string;
  /** The word at the cursor, up to its end behind the cursor. */
  readonly wordAt: Span;
  readonly offset: number;
}

/** The context of a cursor in an instruction; undefined in the keyword itself. */
export function contextAt(
  dockerfile: Dockerfile,
  instruction: Instruction,
  offset: number,
): WritingContext | undefined {
  if (offset <= instruction.keywordAt.end) return undefined;
  const start = instruction.keywordAt.end;
  const before = joinedText(dockerfile, instruction, { start, end: offset });
  const parts = before.split(/[ \t]+/);
  const word = (parts.at(-1) ?? '').replaceAll(JOINT, '');
  const words = parts
    .slice(1, -1)
    .map((part) => part.replaceAll(JOINT, ''))
    .filter(Boolean);
  const behind = /^[^\s]*/.exec(dockerfile.text.slice(offset))?.[0] ?? '';
  return {
    dockerfile,
    instruction,
    keyword: instruction.keyword,
    scope: instruction.scope,
    words,
    word,
    wordAt: { start: offset - word.length, end: offset + behind.length },
    offset,
  };
}

/** The words before the cursor that are no flags. */
export function plainWords({ words }: WritingContext): readonly string[] {
  const first = words.findIndex((word) => !word.startsWith('--'));
  return first === -1 ? [] : words.slice(first);
}
