/** The build arguments that reach an instruction: all that are declared above it, in its stage and those below. */
import type { Instruction, Stage } from '../model/index.js';

/** As many as a sentence could be about. */
const MOST = 50;

/** Taken through the stages in the order of the file. */
export class ReachingArguments {
  private readonly atEnd = new Map<Stage, readonly string[]>();
  private names: readonly string[] = [];

  begin(stage: Stage): void {
    this.names = (stage.parent && this.atEnd.get(stage.parent)) ?? [];
    this.atEnd.set(stage, this.names);
  }

  /** Those that hold where an instruction stands. An ENV of the same name hides one. */
  at({ scope }: Instruction): readonly string[] {
    return this.names.filter((name) => scope.variable(name)?.kind === 'ARG');
  }

  /** Takes an instruction in. */
  pass(instruction: Instruction): void {
    const { stage, keyword } = instruction;
    if (keyword !== 'ARG' || !stage || this.names.length >= MOST) return;
    const added = instruction.pairs
      .map(({ key }) => key.text)
      .filter((name) => name !== '' && !this.names.includes(name));
    this.names = [...this.names, ...added];
    this.atEnd.set(stage, this.names);
  }
}
