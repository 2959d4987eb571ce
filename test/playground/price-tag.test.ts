import { expect, test } from 'vitest';
import type { Price } from '../../src/engine/prices.js';
import { priceTag } from '../../src/playground/price-tag.js';

const SIZES = { unpackedBytes: 21_700_000, compressedBytes: 9_000_000 };

const CASES: readonly (readonly [string, Price | null, string | undefined, string | undefined])[] = [
  ['no price', null, undefined, undefined],
  ['nothing that is predicted', {}, undefined, undefined],
  ['the asked size only', SIZES, '+21.7 MB', 'on disk'],
  ['the size that is known', { ...SIZES, unpackedBytes: null }, '+9.0 MB', 'to pull'],
  ['unknown', { unpackedBytes: null, compressedBytes: null }, 'unknown', 'on disk'],
  ['what is known before what is not', { unpackedBytes: null, rebuiltSteps: 4 }, '+4 steps', 'per edit'],
  [
    'the gravest first',
    { ...SIZES, starts: false, stopSeconds: 10 },
    'does not start',
    'docker run fails, +21.7 MB, +10 s',
  ],
];

test.each(CASES)('%s', (_, price, figure, words) => {
  const tag = priceTag(price, 'unpacked');
  expect(tag?.figure).toBe(figure);
  expect(tag?.words).toBe(words);
});

test('the other size', () => {
  expect(priceTag(SIZES, 'compressed')).toEqual({ figure: '+9.0 MB', words: 'to pull', isUnknown: false });
});
