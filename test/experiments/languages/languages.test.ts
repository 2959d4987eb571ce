import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Amount, addSizes, type Size } from '../../../src/image/amount.js';
import { readNpmTable, readPypiTable } from '../../../src/image/languages/index.js';
import { CASES } from './cases.js';
import { type Compared, compare, errorOf } from './predicted.js';
import type { PartBytes, Results } from './results.js';

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const { rows, measuredOn }: Results = read('test/experiments/languages/results.json');
const tables = {
  npm: readNpmTable(read('src/data/packages/npm.json')),
  pypi: readPypiTable(read('src/data/packages/pypi.json')),
};
const compared = rows.map((row) => compare(row, tables, measuredOn));

/** Versions that the tables do not have: a range has to hold them, its middle means little. */
const OTHER_VERSIONS = /@\d+\.\d+\.\d+|==|<5/;
const sure = compared.filter(({ row }) => !OTHER_VERSIONS.test(row.run));

/** The whole layer, as it was measured and as it is predicted. */
function layer({ row, installed, cached, compiled }: Compared): { measured: PartBytes; predicted: Size } {
  const unpacked = row.installed.unpacked + row.cached.unpacked + row.compiled.unpacked;
  const known = [installed, cached, compiled].flatMap((size) => size ?? []);
  return { measured: { unpacked, compressed: row.blob }, predicted: addSizes(known) };
}

function share(errors: readonly number[], part: number): number {
  return [...errors].sort((one, other) => one - other)[Math.ceil(errors.length * part) - 1] ?? Infinity;
}

test('every install that was measured is a case, and is predicted', () => {
  expect(rows.length).toBeGreaterThanOrEqual(15);
  for (const { run } of rows) expect(CASES.map((one) => one.run)).toContain(run);
  for (const { row, installed, why } of compared) expect(installed, `${row.run}: ${why}`).toBeDefined();
});

describe.each(['unpacked', 'compressed'] as const)('of the layers, %s', (kind) => {
  const errors = sure.map((one) => errorOf(layer(one).predicted, layer(one).measured, kind));

  test('the median error is at most 5 %', () => expect(share(errors, 0.5)).toBeLessThanOrEqual(0.05));
  test('nine of ten errors are at most 15 %', () => expect(share(errors, 0.9)).toBeLessThanOrEqual(0.15));
});

/** uv's cache and what it installs are links of each other. */
const apart = sure.filter(({ row }) => !row.run.startsWith('uv ') || row.run.includes('--no-cache'));

test('what is installed is right to 5 % in half of the layers, and to 15 % in nine of ten', () => {
  const errors = apart.flatMap(({ row, installed }) =>
    installed ? errorOf(installed, row.installed, 'unpacked') : [],
  );
  expect(share(errors, 0.5)).toBeLessThanOrEqual(0.05);
  expect(share(errors, 0.9)).toBeLessThanOrEqual(0.15);
});

test('ranges hold nine of ten layers, those of other versions among them', () => {
  const holds = ({ min, max }: Amount, bytes: number) => min <= bytes && bytes <= max;
  const right = compared.filter((one) => holds(layer(one).predicted.unpacked, layer(one).measured.unpacked));
  expect(right.length / compared.length).toBeGreaterThanOrEqual(0.9);
});
