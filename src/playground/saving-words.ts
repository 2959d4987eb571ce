/** What a set of fixes saves, in words. */
import type { Price } from '../engine/prices.js';
import { type PriceWord, priceWords } from '../report/price-words.js';

/**
 * `saves 21.7 MB on disk and 10 s to stop`. Undefined: nothing that is predicted changes. The price is what the mistakes
 * cost: more of it means that the fixes save more.
 */
export function savingWords(price: Price | null, sourceFile: string | undefined): string | undefined {
  const words = priceWords(price, sourceFile);
  const amounts = (sign: string) =>
    words
      .filter(({ figure }) => figure.startsWith(sign))
      .map(({ figure, words: what }) => `${figure.slice(1)} ${what}`);
  const parts = [
    words.some(({ kind }) => kind === 'builds') ? 'lets it build' : undefined,
    words.some(({ kind }) => kind === 'starts') ? 'lets it start' : undefined,
    sentence('saves', amounts('+')),
    sentence('adds', amounts('\u2212')),
    sentence(
      'changes by an unknown amount:',
      words.filter(isUnknown).map(({ words: what }) => what),
    ),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : undefined;
}

function isUnknown({ figure }: PriceWord): boolean {
  return figure === 'unknown';
}

function sentence(verb: string, things: readonly string[]): string | undefined {
  if (things.length === 0) return undefined;
  const last = things.at(-1);
  return `${verb} ${things.length === 1 ? last : `${things.slice(0, -1).join(', ')} and ${last}`}`;
}
