import { describe, expect, it } from 'vitest';
import { NO_PROGRESS, type Progress } from '../../src/exercises/progress.js';
import { wayOn } from '../../src/exercises/way-on.js';

const answer = { text: 'FROM a' };
const begunAt = (changed: string): Progress => ({ ...NO_PROGRESS, changed, answer });
const solvedAt = (changed: string): Progress => ({
  ...begunAt(changed),
  solved: { at: changed, answer, tries: 0, hints: 0, sawSolution: false },
});
const ids = ['a', 'b', 'c', 'd'];

describe('the way on', () => {
  it.each([
    ['begins with the first', {}, { id: 'a', isFirst: true }],
    ['a hint alone is no beginning', { b: { ...NO_PROGRESS, changed: '1', hints: 1 } }, { id: 'a', isFirst: true }],
    ['goes on behind what was solved last', { a: solvedAt('2'), c: solvedAt('1') }, { id: 'b', isFirst: false }],
    ['skips what is solved', { a: solvedAt('2'), b: solvedAt('1') }, { id: 'c', isFirst: false }],
    [
      'comes back to what was left out',
      { b: solvedAt('1'), c: solvedAt('2'), d: solvedAt('3') },
      { id: 'a', isFirst: false },
    ],
    [
      'goes back to what was begun last',
      { b: begunAt('2'), c: begunAt('3'), d: solvedAt('4') },
      { id: 'c', isFirst: false },
    ],
    ['looks at the list alone', { other: begunAt('2') }, { id: 'a', isFirst: true }],
  ])('%s', (_, progress, expected) => {
    expect(wayOn(ids, progress)).toEqual(expected);
  });

  it('ends where all is solved', () => {
    expect(wayOn(['a'], { a: solvedAt('1') })).toBeUndefined();
    expect(wayOn([], {})).toBeUndefined();
  });
});
