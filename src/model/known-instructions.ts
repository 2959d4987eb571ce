/**
 * What was read of a file and of its other versions. An instruction that stands with the same words in the same scope is
 * not read again, wherever it stands: a finding's price is the difference between two versions, which have nearly all
 * their instructions in common.
 */
import type { BuildInput } from './build-input.js';
import type { Instruction } from './instruction.js';
import type { Problem } from './problems.js';
import { readInstruction, type Surroundings } from './read-instruction.js';
import type { Scope } from './scope.js';
import { LineScope } from './stage-scope.js';
import { JOINT, type LogicalLine } from './syntax/reader.js';

interface Known {
  readonly instruction: Instruction;
  readonly problems: readonly Problem[];
}

export class KnownInstructions {
  /** What holds above the first line of every version. */
  readonly outside: LineScope;
  private readonly byScope = new Map<Scope, Map<string, Known>>();

  constructor(
    input: BuildInput,
    /** The same in every version. */
    readonly escape: '\\' | '`',
  ) {
    this.outside = LineScope.outside(input);
  }

  /** Takes what was read before, and puts it into its place; undefined where nothing was. */
  find(line: LogicalLine, { text, scope, index, stage, problems }: Surroundings): Instruction | undefined {
    const known = canBeKept(line) ? this.byScope.get(scope)?.get(wordsOf(text, line)) : undefined;
    if (!known) return undefined;
    problems.push(...known.problems);
    return { ...known.instruction, index, stage, commentsAbove: line.commentsAbove };
  }

  /** Reads an instruction and keeps it. */
  read(line: LogicalLine, around: Surroundings): Instruction {
    const before = around.problems.length;
    const instruction = readInstruction(line, around);
    // A trigger points at its ONBUILD and at the stage.
    if (instruction.keyword === 'ONBUILD' || !canBeKept(line)) return instruction;
    const inScope = this.byScope.get(around.scope) ?? new Map<string, Known>();
    inScope.set(wordsOf(around.text, line), { instruction, problems: around.problems.slice(before) });
    this.byScope.set(around.scope, inScope);
    return instruction;
  }
}

/** Blank lines after a continuation may stand before the first word, where they belong to no place of the instruction. */
function canBeKept({ blankContinuations }: LogicalLine): boolean {
  return blankContinuations.length === 0;
}

/** All that an instruction is read from. Joining takes away comments, blank lines and how lines end, if anything. */
function wordsOf(text: string, { at, joined, heredocs }: LogicalLine): string {
  const isAll = heredocs.length === 0 && !joined.includes(JOINT);
  return isAll ? joined : joined + text.slice(at.start, at.end);
}
