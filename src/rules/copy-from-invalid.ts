import type { Stage, StageUse } from '../model/index.js';
import { ByStage } from './by-stage.js';
import { code, type Message, text } from './message.js';
import { misspeltStage, stageOutOfReach } from './mistaken-stage.js';
import { defineRule } from './rule.js';

export const copyFromInvalid = defineRule({
  id: 'copy-from-invalid',
  topic: 'multi-stage',
  stages: 'all',
  severity: 'error',
  variants: {
    self: { aliases: ['DL3023', 'DS-0006', 'cdddb86f'] },
    later: { aliases: ['DL3022'] },
    undefined: { aliases: ['DL3022'], severity: 'warning' },
    variable: {},
    'empty-scratch': {},
  },
  summary: 'Copy from a stage that comes before and has the files.',

  *find({ dockerfile, stages }) {
    for (const stage of stages)
      for (const use of stage.uses) {
        if (use.instruction.onbuild) continue;
        const variant = mistakeOf(stage, use) ?? (misspeltStage(dockerfile, stage, use) && 'undefined');
        if (variant) yield { variant, at: use.from.at, stage, use };
      }
  },

  explain({ variant, stage, use }, { dockerfile }) {
    const name = code(use.from.raw);
    if (variant === 'self')
      return {
        what: text`${name} is the stage that this line stands in.`,
        why: text`A stage can't take files from itself: BuildKit stops with a circular dependency.`,
        todo: text`Name the stage that made the files, or copy within the stage by ${code('RUN cp')}.`,
      };
    if (variant === 'later') return explainLater(use, stageOutOfReach(dockerfile, use), dockerfile.stages.length);
    if (variant === 'variable')
      return {
        what: text`${name} stands for a name that the builder does not look up here.`,
        why: text`Variables are not expanded in ${code('COPY --from')}, and BuildKit refuses the line.`,
        todo: text`Give the image a stage of its own: ${code(`FROM ${use.from.raw} AS files`)}, with the ${code('ARG')} above the first ${code('FROM')}, then ${code('COPY --from=files')}.`,
      };
    if (variant === 'empty-scratch') return explainEmpty(use);
    const meant = misspeltStage(dockerfile, stage, use);
    return {
      what: text`No stage above is called ${name}; there is ${code(meant?.name ?? '')}.`,
      why: text`A name that is no stage is taken for an image, which the builder looks for in a registry.`,
      todo: text`Write ${code(`--from=${meant?.name ?? ''}`)}, or give an image its tag.`,
    };
  },
});

function mistakeOf(stage: Stage, use: StageUse): 'self' | 'later' | 'variable' | 'empty-scratch' | undefined {
  const { from, instruction } = use;
  const name = from.text.toLowerCase();
  if (from.variables.length > 0) return instruction.keyword === 'COPY' ? 'variable' : undefined;
  if (use.isInvalid) return name === stage.name || name === String(stage.index) ? 'self' : 'later';
  return instruction.keyword === 'COPY' && copiesNothing(use) ? 'empty-scratch' : undefined;
}

/** From `scratch` itself, or a stage FROM it that writes no file. `COPY / /` of nothing is no error. */
function copiesNothing({ from, stage, instruction }: StageUse): boolean {
  if (instruction.keyword !== 'COPY' || instruction.sources.some(({ text }) => text === '/')) return false;
  if (!stage) return from.text === 'scratch';
  if (stage.base?.reference !== 'scratch') return false;
  return writesNothing.at(stage);
}

const WRITING = ['COPY', 'ADD', 'RUN', 'WORKDIR'];
const writesNothing = new ByStage<boolean>(
  ({ instructions }, below = true) => below && instructions.every(({ keyword }) => !WRITING.includes(keyword)),
);

function explainLater(use: StageUse, stage: Stage | undefined, count: number): Message {
  const name = code(use.from.raw);
  if (!stage)
    return {
      what: text`There is no stage ${name}.`,
      why: text`Stages are counted from 0, and this file has ${count} of them.`,
      todo: text`Name the stage by ${code('AS')} and take the files from that name.`,
    };
  return {
    what: text`${name} is a stage further down: ${code(`FROM ${stage.from?.image?.raw ?? ''}`)}.`,
    why: text`A stage can only take files from stages above it, and BuildKit refuses this line.`,
    todo: text`Move that stage up.`,
  };
}

function explainEmpty({ from, stage }: StageUse): Message {
  return {
    what: stage
      ? text`${code(from.raw)} begins ${code('FROM scratch')} and writes no file.`
      : text`${code('scratch')} is empty.`,
    why: text`The path to copy is not there, so the build fails.`,
    todo: text`Copy from the stage that makes the file.`,
  };
}
