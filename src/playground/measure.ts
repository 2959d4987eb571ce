/** The two ways in which a size is quoted. A view draws one of them at a time, and says which. */
import { isBounded, type Size } from '../image/amount.js';
import type { ImageView } from '../image/view.js';
import { isUnknown, SIZE_WORDS } from '../report/size-words.js';

export type Measure = keyof Size;

export const MEASURES: readonly Measure[] = ['unpacked', 'compressed'];

/** As a heading or a choice: `On disk`, `To pull`. */
export function measureTitle(measure: Measure): string {
  const words = SIZE_WORDS[measure];
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The one in which more of the layers are known, for readers who have not chosen. */
export function knownMeasure(image: ImageView | undefined): Measure {
  const unknown = (measure: Measure) => image?.layers.filter(({ size }) => isUnknown(size[measure])).length ?? 0;
  return unknown('compressed') < unknown('unpacked') ? 'compressed' : 'unpacked';
}

/** Whether the size of the base image is unknown: a sum without it says next to nothing. */
export function hasUnknownBase({ layers: [base] }: ImageView, measure: Measure): boolean {
  return base !== undefined && !isBounded(base.size[measure]);
}
