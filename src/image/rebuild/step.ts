/** A step of the build, as BuildKit's graph has it. */
import type { Instruction, Stage } from '../../model/index.js';
import type { Keys } from './keys.js';

export interface Step {
  /** Undefined for an image that COPY --from or a mount names. */
  readonly instruction: Instruction | undefined;
  /** The stage in which it is a step; a trigger of ONBUILD has that of the FROM that runs it. */
  readonly stage: Stage | undefined;
  /** What it is known by in the cache before the change. Two steps with the same key are one. */
  readonly key: number;
  /** The same after the change. */
  readonly keyAfter: number;
  /** Why the change makes it run; undefined where it stays in the cache. */
  readonly cause: string | undefined;
  /** What keeps it in the cache, with what is assumed, where that is worth saying. */
  readonly kept: string | undefined;
  /** Steps whose results it needs when it runs. */
  readonly inputs: readonly Step[];
}

/** Something that a step takes of another one. */
export interface Input {
  readonly step: Step;
  /** Why it makes the step that takes it run. */
  readonly cause: string | undefined;
  readonly kept?: string | undefined;
}

interface StepParts extends Pick<Step, 'instruction' | 'stage' | 'inputs'> {
  /** What the instruction says. */
  readonly definition: readonly (string | number)[];
  /** What the change does to the step itself and to what it takes in. */
  readonly own: string | undefined;
  /** What the change does to the step below. */
  readonly below?: string | undefined;
  readonly kept?: string | undefined;
}

export function makeStep(keys: Keys, { definition, own, below, kept, ...rest }: StepParts): Step {
  const key = keys.of(...definition, ...rest.inputs.map((input) => input.key));
  const keyAfter = keys.of('after', key, own ?? null, ...rest.inputs.map((input) => input.keyAfter));
  return { ...rest, key, keyAfter, cause: own ?? below, kept };
}
