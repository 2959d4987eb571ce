/**
 * Which lines of a text belong to one instruction, as the highlighting sees them. What an instruction means is the
 * model's business; this only says where it stands, so that a view can point at it. Lines count from 1.
 */
import type { Span } from '../model/span.js';
import { highlightLines } from './highlight.js';

/** What has no end in sight is cut. UTF-16 units. */
const LONGEST = 400;

export class InstructionLines {
  private readonly lines: readonly string[];
  /** First lines, in order. */
  private readonly firsts: readonly number[];
  /** The offset at which each line begins. */
  private readonly offsets: readonly number[];

  constructor(text: string) {
    this.lines = text.split('\n');
    this.firsts = highlightLines(this.lines).flatMap(([token], index) =>
      token?.voice === 'instruction' && token.start === 0 ? [index + 1] : [],
    );
    let offset = 0;
    this.offsets = this.lines.map((line) => {
      const start = offset;
      offset += line.length + 1;
      return start;
    });
  }

  /** The first line of the instruction that a line is part of; undefined between two instructions. */
  firstOf(line: number): number | undefined {
    const first = this.firsts.findLast((candidate) => candidate <= line);
    return first !== undefined && line <= this.lastOf(first) ? first : undefined;
  }

  /** The whole instruction that begins at a line. */
  spanOf(first: number): Span {
    const last = this.lastOf(first);
    return { start: this.offsetOf(first), end: this.offsetOf(last) + this.textOfLine(last).trimEnd().length };
  }

  /** The instruction that begins at a line, on one line. */
  textOf(first: number): string {
    const lines = this.lines.slice(first - 1, this.lastOf(first));
    const words = lines.filter((line) => !isComment(line)).map((line) => line.replace(/[\\`]\s*$/, ''));
    const text = words.join(' ').replace(/\s+/g, ' ').trim();
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  }

  private lastOf(first: number): number {
    const next = this.firsts.find((candidate) => candidate > first) ?? this.lines.length + 1;
    let last = next - 1;
    while (last > first && (this.textOfLine(last).trim() === '' || isComment(this.textOfLine(last)))) last--;
    return last;
  }

  private textOfLine(line: number): string {
    return this.lines[line - 1] ?? '';
  }

  private offsetOf(line: number): number {
    return this.offsets[line - 1] ?? 0;
  }
}

function isComment(line: string): boolean {
  return /^\s*#/.test(line);
}
