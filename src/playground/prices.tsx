/** What a finding costs: a tag beside its title, and all of it where the finding is open. */
import type { Price } from '../engine/prices.js';
import type { SourceFile } from '../image/source-file.js';
import { priceWords } from '../report/price-words.js';
import type { Measure } from './measure.js';
import { priceTag } from './price-tag.js';

/** A price that is not known yet is undefined: its room is kept, so that nothing moves when it comes. */
export function PriceTagView({ price, measure }: { price: Price | null | undefined; measure: Measure }) {
  const tag = price && priceTag(price, measure);
  return (
    <span class={tag?.isUnknown ? 'price unknown' : 'price'}>
      {tag && (
        <>
          {tag.figure}
          <small>{tag.words}</small>
        </>
      )}
    </span>
  );
}

export function PriceList({
  price,
  sourceFile,
}: {
  price: Price | null | undefined;
  sourceFile: SourceFile | undefined;
}) {
  const words = priceWords(price ?? null, sourceFile?.path);
  if (words.length === 0) return null;
  const isAboutFile = words.some(({ kind }) => kind === 'rebuiltSteps');
  return (
    <div class="f-price">
      <span>Price</span>
      <ul>
        {words.map(({ kind, figure, words: what }) => (
          <li key={kind}>
            <b>{figure}</b> {what}
          </li>
        ))}
        {isAboutFile && sourceFile?.isAssumed && (
          <li class="muted">The build context is not known: that name stands for any file that COPY brings.</li>
        )}
      </ul>
    </div>
  );
}
