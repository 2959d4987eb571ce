/** What the page about our measurements tells of exercises. */
import { expect, it } from 'vitest';
import { exercisesExperiment } from '../../src/site/experiments.js';

const told = await exercisesExperiment();

it('counts every answer once', () => {
  expect(told.built + told.notBuilt.length).toBeGreaterThan(told.exercises);
  expect(told.right).toBeLessThan(told.built);
  expect(told.ran).toBe(told.right);
});

it('names no kind of condition twice', () => {
  const kinds = told.rows.map(({ kind }) => kind);
  expect(new Set(kinds).size).toBe(kinds.length);
});
