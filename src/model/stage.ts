/** The stage graph: what is built from what, and what of it the target ships. */

import type { BaseImage } from './images/base-image.js';
import type { ImageReference } from './images/reference.js';
import type { From, Instruction, InstructionOf } from './instruction.js';
import type { Word } from './syntax/word.js';

/** Something a stage takes from elsewhere: COPY --from, or a mount. */
export interface StageUse {
  readonly from: Word;
  readonly instruction: InstructionOf<'COPY'> | InstructionOf<'RUN'>;
  /** The stage it names; undefined where it names an image, a named context or nothing that is known. */
  readonly stage: Stage | undefined;
  /** Names a stage that comes later or is itself: BuildKit refuses it. */
  readonly isInvalid: boolean;
}

export interface Stage {
  /** Its number, counted from 0. */
  readonly index: number;
  /** Lower case, as the builder compares it. */
  readonly name: string | undefined;
  /** Undefined for the implicit stage of a fragment without FROM. */
  readonly from: From | undefined;
  /** Instructions behind FROM. */
  readonly instructions: readonly Instruction[];
  /** The stage that it is built FROM. */
  readonly parent: Stage | undefined;
  /** The stage that its chain of stages begins with: itself, where it is built FROM an image. */
  readonly root: Stage;
  /** How many stages stand between it and its root. */
  readonly depth: number;
  /** A stage of its chain far above it, where that is a short cut to the stages above. */
  readonly shortCut: Stage | undefined;
  /** The image that its chain of stages begins with; undefined where unknown or refused. */
  readonly baseReference: ImageReference | undefined;
  /** What the tables know of that image. */
  readonly base: BaseImage | undefined;
  readonly uses: readonly StageUse[];
  /** The stage that the target names; the last one where none is given. */
  readonly isFinal: boolean;
  /** It is the final stage, or the final stage is built FROM it: what it writes is in the image. */
  readonly isShipped: boolean;
  /** The target needs it: shipped, or copied from by a stage that is needed. */
  readonly isReachable: boolean;
}

/** The stage and those it is built FROM, nearest first. */
export function* lineage(stage: Stage | undefined): Iterable<Stage> {
  for (let current = stage; current; current = current.parent) yield current;
}

/** Whether a stage is, or is built FROM, another one. */
export function isBuiltOn(stage: Stage | undefined, other: Stage | undefined): boolean {
  let current = stage;
  while (current && other && current.depth > other.depth)
    current = current.shortCut && current.shortCut.depth >= other.depth ? current.shortCut : current.parent;
  return current === other;
}

/**
 * The short cut of a stage that is built FROM another: twice as far as the last two, where these are equally long. A way
 * up a chain then takes as many steps as its length has digits (Myers, An applicative random-access stack, 1983).
 */
export function shortCutFrom(parent: Stage | undefined): Stage | undefined {
  const first = parent?.shortCut;
  const second = first?.shortCut;
  const isDoubled = parent && first && second && parent.depth - first.depth === first.depth - second.depth;
  return isDoubled ? second : parent;
}

/** The last instruction of a kind that holds at the end of a stage, looking through the stages it is built FROM. */
export function lastOf<K extends Instruction['keyword']>(stage: Stage, keyword: K): InstructionOf<K> | undefined {
  for (const member of lineage(stage)) {
    const found = member.instructions.findLast((instruction) => instruction.keyword === keyword);
    if (found) return found as InstructionOf<K>;
  }
  return undefined;
}
