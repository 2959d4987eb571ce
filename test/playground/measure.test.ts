import { expect, test } from 'vitest';
import { sizeOf, UNKNOWN } from '../../src/image/amount.js';
import type { ImageView } from '../../src/image/index.js';
import { knownMeasure } from '../../src/playground/measure.js';

const KNOWN = sizeOf(2_000_000, 1_000_000);
const TO_PULL = { unpacked: UNKNOWN.unpacked, compressed: KNOWN.compressed };

test.each([
  ['all is known', [KNOWN, KNOWN], 'unpacked'],
  ['nothing is known', [UNKNOWN], 'unpacked'],
  ['the base is known to pull only', [TO_PULL, KNOWN], 'compressed'],
  ['both leave out the same layers', [KNOWN, UNKNOWN], 'unpacked'],
] as const)('%s', (_, sizes, measure) => {
  expect(knownMeasure({ layers: sizes.map((size) => ({ size })) } as unknown as ImageView)).toBe(measure);
});

test('without an image', () => {
  expect(knownMeasure(undefined)).toBe('unpacked');
});
