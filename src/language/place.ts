/** Where an offset stands in a Dockerfile, for somebody who is writing there. */
import type { Dockerfile, Instruction, Span } from '../model/index.js';
import type { Heredoc } from '../model/syntax/heredoc.js';

export type Place =
  /** A line of its own on which nothing stands yet. */
  | { readonly kind: 'blank' }
  /** A comment or a parser directive. */
  | { readonly kind: 'comment'; readonly at: Span }
  /** The innermost instruction: the trigger, where the offset stands in one. */
  | { readonly kind: 'instruction'; readonly instruction: Instruction }
  /** The body of a heredoc. */
  | { readonly kind: 'heredoc'; readonly instruction: Instruction; readonly heredoc: Heredoc };

/** What stands at an offset. The end of a word belongs to it, as the cursor behind it does. */
export function placeAt(dockerfile: Dockerfile, offset: number): Place {
  const comment = [...dockerfile.comments, ...dockerfile.directives].find(({ at }) => touches(at, offset));
  if (comment) return { kind: 'comment', at: comment.at };
  const outer = dockerfile.instructions.findLast(({ at }) => at.start <= offset);
  if (!outer || !reaches(dockerfile, outer, offset)) return { kind: 'blank' };
  const heredoc = outer.heredocs.find(({ body }) => body.start <= offset && offset <= body.end);
  const isInTrigger = outer.keyword === 'ONBUILD' && outer.trigger && outer.trigger.at.start <= offset;
  const instruction = isInTrigger && outer.keyword === 'ONBUILD' && outer.trigger ? outer.trigger : outer;
  return heredoc ? { kind: 'heredoc', instruction, heredoc } : { kind: 'instruction', instruction };
}

/** Whether an offset stands in a span or at one of its ends. */
export function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** An instruction goes on over blanks behind it, and over the line break behind its last escape character. */
function reaches({ text, escape }: Dockerfile, { at, heredocs }: Instruction, offset: number): boolean {
  if (offset <= at.end) return true;
  if (heredocs.length > 0) return false;
  const behind = text.slice(at.end, offset);
  return text[at.end - 1] === escape ? /^[ \t\r]*\n?[ \t]*$/.test(behind) : /^[ \t]*$/.test(behind);
}
