/**
 * Cuts a Dockerfile into its logical lines, as BuildKit's parser does
 * (moby/buildkit frontend/dockerfile/parser, read at 73ed682): continuations, comments and
 * blank lines inside them, and heredocs. It never fails; what BuildKit would refuse is a problem.
 *
 * Nothing is moved: the joined text of an instruction has the length of its source, with JOINT in
 * place of everything that joining takes away. An offset into it is an offset into the file.
 */
import type { Problem } from '../problems.js';
import type { Span } from '../span.js';
import { type Directive, readDirectives } from './directives.js';
import { type Heredoc, heredocMarkers, readHeredocs } from './heredoc.js';
import { readExecForm } from './json-form.js';

/** Stands for one source character that joining the lines of an instruction removes. */
export const JOINT = '\0';

/** A full-line comment. */
export interface Comment {
  /** From `#` to the end of the line. */
  readonly at: Span;
  /** What stands after `#`, trimmed. */
  readonly text: string;
}

/** An instruction before its arguments are looked at. */
export interface LogicalLine {
  /** From the keyword to the end of the last line, heredocs included, without the line break. */
  readonly at: Span;
  /** The instruction without heredoc bodies, as long as its source; see JOINT. */
  readonly joined: string;
  readonly heredocs: readonly Heredoc[];
  /** Comment lines directly above, in order. */
  readonly commentsAbove: readonly Comment[];
  /** Comment lines between continuation lines. */
  readonly commentsInside: readonly Comment[];
  /** Blank lines between continuation lines. */
  readonly blankContinuations: readonly Span[];
}

export interface ReadFile {
  readonly directives: readonly Directive[];
  readonly escape: '\\' | '`';
  readonly comments: readonly Comment[];
  readonly lines: readonly LogicalLine[];
  readonly problems: readonly Problem[];
}

interface PhysicalLine extends Span {
  /** Where the next line starts: behind the line break. */
  readonly next: number;
}

const HEREDOC_INSTRUCTION = /^(?:ONBUILD[ \t\0]+)?(?:RUN|COPY|ADD)(?=[ \t\0]|$)/i;
/** Keyword and flags. */
const BEFORE_ARGUMENTS = /^(?:ONBUILD[ \t\0]+)?[^ \t\0]+(?:[ \t\0]+--[^ \t]*)*/i;

export function readFile(text: string): ReadFile {
  return new Reader(text).read();
}

class Reader {
  private readonly physical: PhysicalLine[];
  private readonly problems: Problem[] = [];
  private readonly comments: Comment[] = [];
  private readonly lines: LogicalLine[] = [];
  private escape: '\\' | '`' = '\\';
  private above: Comment[] = [];

  constructor(private readonly text: string) {
    this.physical = physicalLines(text);
  }

  read(): ReadFile {
    const { directives, escape, problems } = readDirectives(this.text, this.physical);
    this.escape = escape;
    this.problems.push(...problems);
    let index = 0;
    while (index < this.physical.length) index = this.readFrom(index, directives);
    return {
      directives,
      escape,
      comments: this.comments,
      lines: this.lines,
      problems: this.problems,
    };
  }

  /** Reads the comment, blank line or instruction that begins at a physical line; returns the next one to read. */
  private readFrom(index: number, directives: readonly Directive[]): number {
    const line = this.physical[index] as PhysicalLine;
    const content = this.text.slice(line.start, line.end);
    const lead = content.length - content.trimStart().length;
    if (lead === content.length) {
      this.above = [];
      return index + 1;
    }
    if (content[lead] === '#') {
      const isDirective = directives.some((directive) => directive.at.start === line.start + lead);
      if (!isDirective) this.above.push(this.comment(line.start + lead, line.end));
      return index + 1;
    }
    return this.readInstruction(index, line.start + lead);
  }

  private comment(start: number, end: number): Comment {
    const comment = { at: { start, end }, text: this.text.slice(start + 1, end).trim() };
    this.comments.push(comment);
    return comment;
  }

  private readInstruction(first: number, start: number): number {
    const parts: string[] = [];
    const commentsInside: Comment[] = [];
    const blankContinuations: Span[] = [];
    let index = first;
    let end = start;
    for (let continues = true; continues && index < this.physical.length; index++) {
      const line = this.physical[index] as PhysicalLine;
      const from = index === first ? start : line.start;
      const content = this.text.slice(from, line.end);
      const isLast = index + 1 >= this.physical.length;
      if (index > first && content.trim() === '') {
        if (isLast) break;
        blankContinuations.push({ start: from, end: line.end });
        parts.push(JOINT.repeat(line.next - from));
      } else if (index > first && content.trimStart().startsWith('#')) {
        commentsInside.push(this.comment(line.end - content.trimStart().length, line.end));
        parts.push(JOINT.repeat(line.next - from));
      } else {
        const joint = isLast ? -1 : this.continuationAt(content);
        const kept = joint === -1 ? content : content.slice(0, joint) + JOINT.repeat(line.next - from - joint);
        parts.push(kept);
        end = joint === -1 ? line.end : from + joint + 1;
        continues = joint !== -1;
      }
    }
    return this.finish(index, { start, end }, parts.join(''), commentsInside, blankContinuations);
  }

  private finish(
    index: number,
    whole: Span,
    joinedLines: string,
    commentsInside: Comment[],
    blankContinuations: Span[],
  ): number {
    const text = joinedLines.slice(0, whole.end - whole.start).trimEnd();
    // A line that is nothing but the escape character may stand above the keyword.
    const lead = /^[\0 \t]*/.exec(text)?.[0].length ?? 0;
    const at = { start: whole.start + (lead < text.length ? lead : 0), end: whole.end };
    const joined = text.slice(at.start - whole.start);
    const markers = takesHeredocs(joined) ? heredocMarkers(joined, at.start, this.escape) : [];
    const { heredocs, next } = readHeredocs(this.text, this.physical, index, markers);
    const last = heredocs.at(-1);
    for (const heredoc of heredocs)
      if (!heredoc.terminatorAt)
        this.problems.push({ variant: 'heredoc', reason: 'unterminated', at: heredoc.at, name: heredoc.name });
    this.lines.push({
      at: {
        start: at.start,
        end: last ? (last.terminatorAt?.end ?? last.body.end) : at.start + joined.length,
      },
      joined,
      heredocs,
      commentsAbove: this.above,
      commentsInside,
      blankContinuations,
    });
    this.above = [];
    return next;
  }

  /** Where a line's continuation begins, or -1. As BuildKit: an escaped escape continues nothing. */
  private continuationAt(content: string): number {
    const trimmed = content.replace(/[ \t\r]+$/, '');
    const at = trimmed.length - 1;
    if (trimmed[at] !== this.escape) return -1;
    return at > 0 && trimmed[at - 1] === this.escape ? -1 : at;
  }
}

function takesHeredocs(joined: string): boolean {
  if (!HEREDOC_INSTRUCTION.test(joined) || !joined.includes('<<')) return false;
  return readExecForm(joined.replace(BEFORE_ARGUMENTS, ''), 0) === undefined;
}

function physicalLines(text: string): PhysicalLine[] {
  const lines: PhysicalLine[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  while (start < text.length) {
    const lineBreak = text.indexOf('\n', start);
    const next = lineBreak === -1 ? text.length : lineBreak + 1;
    let end = lineBreak === -1 ? text.length : lineBreak;
    while (end > start && text[end - 1] === '\r') end--;
    lines.push({ start, end, next });
    start = next;
  }
  return lines;
}
