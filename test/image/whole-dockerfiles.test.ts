/** Layers of whole Dockerfiles, predicted, against the recorded measurements of real builds. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCases } from '../experiments/layers/cases.js';
import { compareLayers } from '../experiments/layers/compare.js';
import type { Results } from '../experiments/layers/results.js';

const results = JSON.parse(readFileSync('test/experiments/layers/results.json', 'utf8')) as Results;
const cases = readCases();

/** Headers of folders, and files of the system that a program rewrites, are not predicted one by one. Bytes. */
const HEADERS = 8_000;

test('every case was built', () => {
  expect(Object.keys(results.cases)).toEqual(cases.map(({ name }) => name));
  expect(cases.length).toBeGreaterThanOrEqual(15);
});

describe.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
  test('each layer is within what is predicted', async () => {
    const wrong = (await compareLayers(one, results)).filter(
      ({ predicted, measured }) => !(measured >= predicted.min - HEADERS && measured <= predicted.max + HEADERS),
    );
    expect(wrong).toEqual([]);
  });
});
