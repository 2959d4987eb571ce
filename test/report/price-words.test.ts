import { describe, expect, test } from 'vitest';
import { costSentences, priceText, priceWords } from '../../src/report/price-words.js';
import { amountText } from '../../src/report/size-words.js';

describe('a price in words', () => {
  test.each([
    [{ unpackedBytes: 21_672_448, compressedBytes: 16_740_381 }, '+21.7 MB on disk, +16.7 MB to pull'],
    [{ unpackedBytes: -1_500_000 }, '\u22121.5 MB on disk'],
    [{ unpackedBytes: null }, 'unknown on disk'],
    [{ rebuiltSteps: 1 }, '+1 step after an edit of src/a.js'],
    [{ rebuiltSteps: 3 }, '+3 steps after an edit of src/a.js'],
    [{ stopSeconds: 10 }, '+10 s to stop'],
    [{ starts: false as const, stopSeconds: null }, 'does not start, unknown to stop'],
    [{ builds: false as const }, 'does not build'],
    [{}, ''],
    [null, ''],
  ])('%j: %s', (price, words) => {
    expect(priceText(price, 'src/a.js')).toBe(words);
  });

  test('has the gravest first', () => {
    const words = priceWords({ unpackedBytes: 1_000_000, starts: false }, undefined);
    expect(words.map(({ kind }) => kind)).toEqual(['starts', 'unpackedBytes']);
  });
});

test.each([
  [{ min: 12_900_000, max: 12_900_000 }, '12.9 MB'],
  [{ min: 12_500_000, max: 13_000_000 }, '12.8 MB'],
  [{ min: 10_000_000, max: 14_000_000 }, '10.0 MB to 14.0 MB'],
  [{ min: 32, max: 3_000_000 }, 'at most 3.0 MB'],
  [{ min: 12_900_000, max: Infinity }, 'at least 12.9 MB'],
  [{ min: 1024, max: Infinity }, 'unknown'],
  [{ min: 0, max: 0 }, '0 bytes'],
])('%j is %s', (amount, words) => {
  expect(amountText(amount)).toBe(words);
});

describe('the price in sentences', () => {
  test.each([
    [{ unpackedBytes: 21_700_000 }, 'Costs +21.7 MB on disk.'],
    [{ unpackedBytes: 21_700_000, compressedBytes: null }, 'Costs +21.7 MB on disk. Unknown: to pull.'],
    [{ unpackedBytes: null, compressedBytes: null }, 'What it costs is unknown: on disk, to pull.'],
    [{ builds: false as const }, 'With it docker build fails.'],
    [{ starts: false as const, stopSeconds: null }, 'With it docker run fails. Unknown: to stop.'],
    [{}, ''],
    [null, ''],
  ])('%j', (price, sentences) => {
    expect(costSentences(price, undefined)).toBe(sentences);
  });
});
