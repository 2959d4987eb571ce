/** A price where there is room for one figure and a few words: the gravest that is known, then what else there is. */
import type { Price } from '../engine/prices.js';
import { type PriceWord, priceWords } from '../report/price-words.js';
import type { Measure } from './measure.js';

export interface PriceTag {
  readonly figure: string;
  /** What the figure is of, and the other figures. */
  readonly words: string;
  readonly isUnknown: boolean;
}

/** Undefined where there is no price, or it changes nothing that is predicted. */
export function priceTag(price: Price | null, measure: Measure): PriceTag | undefined {
  const words = oneSize(priceWords(price, undefined), measure);
  const known = words.filter((word) => !isUnknown(word));
  const [first, ...rest] = known.length > 0 ? known : words.slice(0, 1);
  if (!first) return undefined;
  return {
    figure: first.figure,
    words: [first.short, ...rest.map(({ figure }) => figure)].join(', '),
    isUnknown: isUnknown(first),
  };
}

/** Leaves out the size that is not asked for, unless only that one is known. */
function oneSize(words: readonly PriceWord[], measure: Measure): readonly PriceWord[] {
  const asked = words.find(({ kind }) => kind === `${measure}Bytes`);
  const other = words.find(({ kind }) => kind.endsWith('Bytes') && kind !== `${measure}Bytes`);
  if (!asked || !other) return words;
  const dropped = isUnknown(asked) && !isUnknown(other) ? asked : other;
  return words.filter((word) => word !== dropped);
}

function isUnknown({ figure }: PriceWord): boolean {
  return figure === 'unknown';
}
