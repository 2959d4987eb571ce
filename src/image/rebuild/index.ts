/**
 * Which steps of a build run again after a change, and why: BuildKit's graph, in which a step runs if its own definition,
 * the content that it takes in, or a step that it stands on is another one. Checked against real builds in
 * test/experiments/rebuild.
 *
 * BuildKit knows what COPY --from and bind mounts take by its content, which is not known before the build. It is assumed
 * that a step that runs again writes something else than before, and nothing where it is not seen to write (layers.ts,
 * run-writes.ts). `why` says so where it matters.
 */
import type { Dockerfile, Instruction, Stage } from '../../model/index.js';
import type { Builder, Change } from './change.js';
import { effectOf } from './effect.js';
import { stageSteps } from './stage-steps.js';
import type { Step } from './step.js';
import { Verdicts } from './verdicts.js';
import { World } from './world.js';

export { type Builder, CHANGE_FORMS, type Change, readChange } from './change.js';

/** What becomes of one step in the build after the change. */
export interface RebuiltStep {
  /** Of RUN, COPY, ADD, WORKDIR, or the FROM of an image; nothing else makes a step. */
  readonly instruction: Instruction;
  /** The stage whose step it is. A trigger of ONBUILD is a step of the stage that is built FROM its stage. */
  readonly stage: Stage;
  /** `not-needed`: the target does without it. */
  readonly step: 'cached' | 'run' | 'not-needed';
  /** In a sentence or two, with what is assumed. */
  readonly why: string;
}

export interface RebuildOptions {
  /** What the builder has cached; what the last build left, where it is not said. `{ kind: 'fresh' }` goes before it. */
  readonly builder?: Builder;
}

/** The steps of every stage in the build after a change. One change at a time; nothing else is different. */
export function rebuildAfter(
  dockerfile: Dockerfile,
  change: Change,
  { builder = 'warm' }: RebuildOptions = {},
): readonly RebuiltStep[] {
  const steps = graphOf(dockerfile, change);
  const verdicts = new Verdicts(steps, builderAfter(change) ?? builder);
  const done = new Map<number, Step>();
  return steps.flatMap((step) => {
    const { instruction, stage, keyAfter } = step;
    if (!instruction || !stage) return [];
    const verdict = verdicts.of(step);
    const twin = done.get(keyAfter);
    if (verdict.step === 'run' && twin?.instruction)
      return [{ instruction, stage, ...sharedWith(dockerfile, twin.instruction) }];
    if (verdict.step === 'run') done.set(keyAfter, step);
    return [{ instruction, stage, ...verdict }];
  });
}

function builderAfter(change: Change): Builder | undefined {
  if (change.kind !== 'fresh') return undefined;
  return change.cache ? `fresh-${change.cache}` : 'fresh';
}

/** BuildKit does a step that two stages have only once. */
function sharedWith({ lines }: Dockerfile, { keyword, at }: Instruction): Pick<RebuiltStep, 'step' | 'why'> {
  const line = lines.lineAt(at.start);
  return { step: 'cached', why: `It is the same step as ${keyword} in line ${line}, which is done once for both.` };
}

/** All steps, in the order of the file. */
export function graphOf(dockerfile: Dockerfile, change: Change): Step[] {
  const world = new World(dockerfile, effectOf(dockerfile, change));
  return dockerfile.stages.flatMap((stage) => stageSteps(world, stage));
}
