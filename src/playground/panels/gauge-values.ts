/** The load line of what is in the editor: the predicted size as the water, the size after the open fixes as the mark. */
import { type Amount, isBounded, middleOf } from '../../image/amount.js';
import type { ImageView, LayerView } from '../../image/view.js';
import { isClose, isUnknown, SIZE_WORDS } from '../../report/size-words.js';
import type { LoadLineValues } from '../../site/load-line.js';
import { hasUnknownBase, type Measure } from '../measure.js';
import type { PredictionAnswer } from '../protocol.js';

const MEGABYTE = 1_000_000;

/** `findings` is how many there are, with a fix or without. */
export function gaugeValues(
  { image, fixed, fixes }: PredictionAnswer,
  measure: Measure,
  findings: number,
): LoadLineValues {
  const subject = 'Predicted size';
  if (!image) return { subject, markWords: '', reason: 'nothing is built' };
  const words = SIZE_WORDS[measure];
  const now = image.size[measure];
  const level = levelOf(now);
  const after = fixed ? fixed.size[measure] : now;
  const mark = isUnknown(after) || (fixed && hasUnknownBase(fixed, measure)) ? {} : markOf(after);
  return {
    subject,
    levelWords: words,
    reason: level.level === undefined ? `${words}, ${reasonFor(image, measure)}` : undefined,
    ...level,
    ...mark,
    markWords: markWords({ fixes, findings, isKnown: mark.mark !== undefined, isSame: mark.mark === level.level }),
  };
}

/** Nothing of a size is known only where the base is not, or is empty. */
function reasonFor({ layers: [base] }: ImageView, measure: Measure): string {
  return base && isUnknown(base.size[measure]) ? 'as that of the base image is' : 'as that of its files is';
}

type Level = Pick<LoadLineValues, 'level' | 'low' | 'isAtLeast'>;
type Mark = Pick<LoadLineValues, 'mark' | 'markBound'>;

/** An amount as the water of a load line. */
export function levelOf(amount: Amount): Level {
  if (isUnknown(amount)) return {};
  if (!isBounded(amount)) return { level: amount.min / MEGABYTE, isAtLeast: true };
  if (isClose(amount)) return { level: (middleOf(amount) ?? 0) / MEGABYTE };
  return { level: amount.max / MEGABYTE, low: amount.min / MEGABYTE };
}

function markOf(amount: Amount): Mark {
  if (!isBounded(amount)) return { mark: amount.min / MEGABYTE, markBound: 'least' };
  if (isClose(amount)) return { mark: (middleOf(amount) ?? 0) / MEGABYTE };
  return { mark: amount.max / MEGABYTE, markBound: 'most' };
}

interface MarkFacts {
  readonly fixes: number;
  readonly findings: number;
  readonly isKnown: boolean;
  readonly isSame: boolean;
}

function markWords({ fixes, findings, isKnown, isSame }: MarkFacts): string {
  if (findings === 0) return 'nothing to fix';
  if (fixes === 0) return 'no fix on offer';
  const after = `after ${fixes} ${fixes === 1 ? 'fix' : 'fixes'}`;
  if (!isKnown) return `unknown ${after}`;
  return isSame ? `the same ${after}` : after;
}

/** How many layers the sentence names. */
const NAMED = 2;

/** A layer of which a size is not, or not wholly, known. */
export interface UnknownLayer {
  readonly line: number | null;
  readonly why: string;
}

export interface UnknownPart {
  readonly named: readonly UnknownLayer[];
  /** How many more there are. */
  readonly more: number;
}

/** What the water line leaves out: the layers with no upper bound. Undefined where all is known. */
export function unknownPart({ layers }: ImageView, measure: Measure): UnknownPart | undefined {
  const unknown = layers.filter(({ size }) => !isBounded(size[measure]));
  if (unknown.length === 0) return undefined;
  const named = unknown.slice(0, NAMED).map(nameOf);
  return { named, more: unknown.length - named.length };
}

function nameOf({ line, instruction, why }: LayerView): UnknownLayer {
  return { line, why: instruction === 'FROM' && line !== null ? `the base image ${why}` : why };
}
