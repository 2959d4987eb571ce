/** That the builder refuses an instruction. Which rule of the builder it breaks is the business of the findings. */
import type { Dockerfile, Instruction, Problem } from '../model/index.js';
import { type Text, text } from '../model/text.js';
import { shownCode } from './words.js';

/** Problems by the instruction in which they are; found in one walk, as both are in the order of the file. */
export function problemsByInstruction({ instructions, problems }: Dockerfile): ReadonlyMap<Instruction, Problem> {
  const found = new Map<Instruction, Problem>();
  let next = 0;
  for (const instruction of instructions) {
    while (next < problems.length && startOf(problems, next) < instruction.at.start) next++;
    for (; next < problems.length && startOf(problems, next) <= instruction.at.end; next++) {
      const problem = problems[next] as Problem;
      if (!found.has(instruction) && isRefusal(problem)) found.set(instruction, problem);
    }
  }
  return found;
}

function startOf(problems: readonly Problem[], index: number): number {
  return problems[index]?.at.start ?? 0;
}

/** One of them builds, and loses files. */
function isRefusal({ variant }: Problem): boolean {
  return variant !== 'copy-destination';
}

export function refusalSentence({ text: file }: Dockerfile, { at, variant }: Problem): Text {
  if (variant === 'missing-from') return ['The builder refuses the file: it needs a FROM above this.'];
  if (variant === 'before-from') return ['The builder refuses this: it stands above the first FROM.'];
  const words = file.slice(at.start, at.end);
  return words.trim() === ''
    ? ['The builder refuses this.']
    : text`The builder refuses this because of ${shownCode(words)}.`;
}
