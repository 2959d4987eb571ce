import { expect, test } from 'vitest';
import { neighbour } from '../../src/playground/arrow-keys.js';

const CASES: readonly (readonly [number, string, 'horizontal' | 'vertical', string | undefined])[] = [
  [0, 'ArrowRight', 'horizontal', 'b'],
  [2, 'ArrowRight', 'horizontal', 'a'],
  [0, 'ArrowLeft', 'horizontal', 'c'],
  [1, 'Home', 'horizontal', 'a'],
  [1, 'End', 'vertical', 'c'],
  [0, 'ArrowDown', 'vertical', 'b'],
  [0, 'ArrowDown', 'horizontal', undefined],
  [0, 'Enter', 'vertical', undefined],
];

test.each(CASES)('from %i by %s in a %s row', (index, key, direction, expected) => {
  expect(neighbour(['a', 'b', 'c'], index, key, direction)).toBe(expected);
});
