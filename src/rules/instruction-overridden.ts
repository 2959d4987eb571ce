import type { Instruction, InstructionOf, Stage } from '../model/index.js';
import { removeInstruction } from './edits.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

type Overridable = InstructionOf<'CMD' | 'ENTRYPOINT' | 'HEALTHCHECK'>;

export const instructionOverridden = defineRule({
  id: 'instruction-overridden',
  topic: 'correctness',
  stages: 'all',
  severity: 'warning',
  variants: {
    cmd: { aliases: ['DL4003', 'MultipleInstructionsDisallowed', 'DS-0016', '41c195f4', 'S6589'] },
    entrypoint: { aliases: ['DL4004', 'MultipleInstructionsDisallowed', 'DS-0007', '6938958b'] },
    healthcheck: { aliases: ['DL3012', 'MultipleInstructionsDisallowed', 'DS-0023'] },
  },
  summary: 'Set the command, the entrypoint and the health check once in a stage.',

  *find({ stages, dockerfile }) {
    for (const stage of stages)
      for (const { instruction, replacedBy } of overriddenIn(stage)) {
        const { start, end } = replacedBy.at;
        const variant = VARIANTS[instruction.keyword];
        yield { variant, at: instruction.keywordAt, instruction, winner: dockerfile.text.slice(start, end) };
      }
  },

  explain: ({ instruction, winner }) => ({
    what: text`This ${code(instruction.keywordText)} has no effect: ${code(winner)} replaces it.`,
    why: text`An image has one ${code(instruction.keyword)}, and the last one of a stage counts; the two do not add up.`,
    todo: text`Remove the one that is not meant. If both are meant, call both from one script.`,
  }),

  *repair({ instruction }, { dockerfile }) {
    yield { title: 'Remove it', safety: 'safe', edits: [removeInstruction(dockerfile, instruction)] };
  },
});

const VARIANTS = { CMD: 'cmd', ENTRYPOINT: 'entrypoint', HEALTHCHECK: 'healthcheck' } as const;

/** Pairs of neighbours of one kind: the first of each is replaced by the second. */
function* overriddenIn(stage: Stage): Iterable<{ instruction: Overridable; replacedBy: Overridable }> {
  const last = new Map<string, Overridable>();
  for (const instruction of stage.instructions) {
    if (!isOverridable(instruction)) continue;
    const before = last.get(instruction.keyword);
    if (before) yield { instruction: before, replacedBy: instruction };
    last.set(instruction.keyword, instruction);
  }
}

function isOverridable(instruction: Instruction): instruction is Overridable {
  return Object.hasOwn(VARIANTS, instruction.keyword);
}
