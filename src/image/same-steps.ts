/** Whether two versions of a file are built by the same steps, so that they have the same layers and run them again alike. */
import type { Dockerfile, Instruction } from '../model/index.js';

/** All that a step is made of: its words, and what is in scope there. Versions share what they have in common of both. */
type Step = Instruction['at'];

export function haveSameSteps(one: Dockerfile, other: Dockerfile): boolean {
  const [left, right] = [stepsOf(one), stepsOf(other)];
  // A fragment without FROM has a stage as soon as it has an instruction that can stand in one.
  const hasAsManyStages = one.stages.length === other.stages.length;
  return hasAsManyStages && left.length === right.length && left.every((step, index) => step === right[index]);
}

function stepsOf({ instructions }: Dockerfile): Step[] {
  return instructions.flatMap(({ keyword, at }) => (MAKES_STEPS.has(keyword) ? [at] : []));
}

const MAKES_STEPS = new Set<Instruction['keyword']>(['FROM', 'RUN', 'COPY', 'ADD', 'WORKDIR', 'ONBUILD']);
