import { describe, expect, test } from 'vitest';
import { errorOf, errorsOf, type Point, scatterOf } from '../../src/site/scatter.js';

const point = (predicted: number, measured: number): Point => ({ label: 'x', group: 'y', predicted, measured });

describe('axes', () => {
  test('reach around all points', () => {
    const { from, to, ticks } = scatterOf([point(3_000_000, 2_500_000), point(40_000_000, 60_000_000)]);
    expect([from, to]).toEqual([2_000_000, 100_000_000]);
    expect(ticks).toEqual([2, 5, 10, 20, 50, 100].map((millions) => millions * 1_000_000));
  });

  test('are logarithmic', () => {
    const { place } = scatterOf([point(1, 1), point(100, 100)]);
    expect([place(1), place(10), place(100)]).toEqual([0, 0.5, 1]);
  });
});

test('an error is a share of what was measured', () => {
  expect(errorOf(point(90, 100))).toBeCloseTo(0.1);
  expect(errorOf(point(110, 100))).toBeCloseTo(0.1);
});

test('the median and the ninth of ten errors', () => {
  const points = Array.from({ length: 10 }, (_, index) => point(100 + index, 100));
  const { median, ninth, largest } = errorsOf(points);
  expect([median, ninth]).toEqual([expect.closeTo(0.04), expect.closeTo(0.08)]);
  expect(largest?.predicted).toBe(109);
});
