import { expect, test } from 'vitest';
import { wasteLanes } from '../../src/playground/panels/waste-lanes.js';

const CASES: readonly (readonly [string, number[][], string[]])[] = [
  ['nothing wasted', [[], []], ['', '']],
  ['from a row to the one below', [[1], []], ['start', 'last']],
  ['past a row', [[2], [], []], ['start', 'through', 'last']],
  ['to two rows', [[1, 2], [], []], ['start', 'branch', 'last']],
  ['side by side', [[2], [2], []], ['start', 'through start', 'last last']],
  ['a lane is free again below its end', [[1], [], [3], []], ['start', 'last', 'start', 'last']],
  ['a row is not wasted by one above it', [[], [0]], ['', '']],
];

test.each(CASES)('%s', (_, wasters, expected) => {
  expect(wasteLanes(wasters).map((row) => row.map((lane) => lane ?? '-').join(' '))).toEqual(expected);
});

test('more lanes than the margin has room for are left out', () => {
  const rows = wasteLanes([[5], [5], [5], [5], [5], []]);
  expect(Math.max(...rows.map((row) => row.length))).toBe(3);
});
