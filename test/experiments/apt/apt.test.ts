/** The predictions of apt installs, against what results.json has measured. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compare, quantile, readResults } from './compare.js';
import type { Lines } from './lines.js';
import { keyOf } from './results.js';

const { draw, lines }: Lines = JSON.parse(readFileSync('test/experiments/apt/lines.json', 'utf8'));
const results = readResults();
const compared = results.rows.map(compare);
const heldOut = compared.filter(({ row }) => !row.training);

test('every line has been measured, and there are enough of each kind', () => {
  expect(results.rows.map(keyOf)).toEqual(lines.map(keyOf));
  const count = (isMeant: (line: (typeof lines)[number]) => boolean) => lines.filter(isMeant).length;
  expect(count(({ release }) => release === '13')).toBeGreaterThanOrEqual(66);
  expect(count(({ release }) => release === '12')).toBeGreaterThanOrEqual(10);
  expect(count(({ origin }) => origin === 'drawn')).toBeGreaterThanOrEqual(30);
  expect(count(({ origin }) => origin === 'chosen')).toBeGreaterThanOrEqual(20);
  expect(count(({ recommends }) => recommends)).toBeGreaterThanOrEqual(10);
  expect(draw.drawn).toBe(draw.unpredictable.length + count(({ origin }) => origin === 'drawn'));
});

describe.each([
  ['all lines', compared],
  ['the lines on which nothing was fitted', heldOut],
] as const)('%s', (_, some) => {
  const errors = (of: 'unpackedError' | 'compressedError') => some.map((one) => one[of]);
  test('unpacked: half within 3 %, nine of ten within 10 %', () => {
    expect(quantile(errors('unpackedError'), 0.5)).toBeLessThanOrEqual(0.03);
    expect(quantile(errors('unpackedError'), 0.9)).toBeLessThanOrEqual(0.1);
  });
  test('compressed: the same', () => {
    expect(quantile(errors('compressedError'), 0.5)).toBeLessThanOrEqual(0.03);
    expect(quantile(errors('compressedError'), 0.9)).toBeLessThanOrEqual(0.1);
  });
  test('nine of ten lie in the range that was predicted', () => {
    const inside = some.filter(
      ({ row, predicted: { unpacked, compressed } }) =>
        unpacked.min <= row.unpacked &&
        row.unpacked <= unpacked.max &&
        compressed.min <= row.compressed &&
        row.compressed <= compressed.max,
    );
    expect(inside.length / some.length).toBeGreaterThanOrEqual(0.9);
  });
});

test('apt chose as many packages as predicted', () => {
  const others = compared.filter(({ row, predicted }) => row.packages !== predicted.packages.length);
  expect(others.map(({ row }) => keyOf(row))).toEqual([]);
});

test('a quantile is of the sizes of errors', () => {
  expect(quantile([-0.4, 0.1, 0.2, -0.3], 0.5)).toBe(0.2);
  expect(quantile([-0.4, 0.1, 0.2, -0.3], 0.9)).toBe(0.4);
});
