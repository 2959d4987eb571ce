/** What says the same as before stays the same object. */
import { expect, test } from 'vitest';
import { keepEqual } from '../../src/playground/keep-equal.js';

const before = [{ a: 1 }, { a: 2 }];

test('all of it', () => {
  expect(keepEqual(before, [{ a: 1 }, { a: 2 }])).toBe(before);
  expect(keepEqual([], [])).toEqual([]);
});

test('some of it', () => {
  const after = keepEqual(before, [{ a: 1 }, { a: 3 }, { a: 4 }]);
  expect(after).toEqual([{ a: 1 }, { a: 3 }, { a: 4 }]);
  expect(after[0]).toBe(before[0]);
});

test('nothing is left over', () => {
  expect(keepEqual(before, [{ a: 1 }])).toEqual([{ a: 1 }]);
  expect(keepEqual([null, undefined], [null])).toEqual([null]);
});
