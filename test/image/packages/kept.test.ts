/** What apt leaves where nothing cleans up: the lists as measured, the archives by what was installed. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aptArchivesBytes, aptListsBytes, tableOf } from '../../../src/image/packages/index.js';
import { knowBaseImage, parseImageName } from '../../../src/model/index.js';
import type { Results } from '../../experiments/apt/results.js';

const { lists }: Results = JSON.parse(readFileSync('test/experiments/apt/results.json', 'utf8'));

test.each(lists)('the lists on $base', ({ base, unpacked, compressed }) => {
  const name = parseImageName(base);
  const table = typeof name === 'string' ? undefined : tableOf(knowBaseImage(name));
  if (!table) throw new Error(`no table for ${base}`);
  const predicted = aptListsBytes(table);
  expect(unpacked).toBeGreaterThanOrEqual(predicted.unpacked.min);
  expect(unpacked).toBeLessThanOrEqual(predicted.unpacked.max);
  expect(compressed).toBeGreaterThanOrEqual(predicted.compressed.min);
  expect(compressed).toBeLessThanOrEqual(predicted.compressed.max);
});

test('archives are smaller than the layer that they make, and do not compress', () => {
  const { unpacked, compressed } = aptArchivesBytes({
    unpacked: { min: 900, max: 1000 },
    compressed: { min: 300, max: 400 },
  });
  expect(unpacked).toEqual(compressed);
  expect(unpacked.min).toBeLessThan(unpacked.max);
  expect(unpacked.max).toBeLessThan(400);
});
