/** Stages by name: where each gets its name, and where it is called by it or by its number. */
import type { Dockerfile, Instruction, Span, Stage, Word } from '../model/index.js';

/** A place that names a stage. */
export interface StageMention {
  readonly stage: Stage;
  readonly at: Span;
  readonly kind: 'name' | 'FROM' | 'COPY --from' | 'RUN --mount';
  /** The word says its number, or builds its name from variables, so that it does not stand there. */
  readonly isByName: boolean;
  readonly instruction: Instruction;
}

/** Every place that names a stage, in the order of the file. */
export function stageMentions(dockerfile: Dockerfile): StageMention[] {
  const mentions: StageMention[] = [];
  for (const stage of dockerfile.stages) {
    const { from, parent } = stage;
    if (from?.image && parent) mentions.push(mention(dockerfile, parent, from.image, from, 'FROM'));
    if (from?.as) mentions.push(mention(dockerfile, stage, from.as.name, from, 'name'));
    for (const use of stage.uses) {
      const kind = use.instruction.keyword === 'COPY' ? 'COPY --from' : 'RUN --mount';
      if (use.stage) mentions.push(mention(dockerfile, use.stage, use.from, use.instruction, kind));
    }
  }
  return mentions;
}

function mention(
  { text }: Dockerfile,
  stage: Stage,
  { at }: Word,
  instruction: Instruction,
  kind: StageMention['kind'],
): StageMention {
  const isByName = text.slice(at.start, at.end).toLowerCase() === stage.name;
  return { stage, at, kind, isByName, instruction };
}

/** The stages that an instruction can name: those above its own, the nearest first. */
export function stagesAbove({ stages }: Dockerfile, instruction: Instruction): Stage[] {
  return stages.slice(0, instruction.stage?.index ?? 0).reverse();
}

/** `build`, or `2` for a stage without a name. */
export function stageName({ name, index }: Stage): string {
  return name ?? String(index);
}
