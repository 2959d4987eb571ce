import { expect, test } from 'vitest';
import { drawLoadLine } from '../../src/site/load-line.js';
import { loadLineOf } from '../../src/site/measured.js';

const markWords = 'after 2 fixes';

test('water above the mark', () => {
  const drawing = drawLoadLine({ level: 433, mark: 260.9, markWords });
  expect(drawing).toMatchObject({ state: 'over', max: 500, numerals: [100, 200, 300, 400, 500], saved: '−172.1' });
  expect(drawing.label).toBe('Predicted size 433.0 MB, 260.9 MB after 2 fixes');
});

test.each([
  [{ level: 80, mark: 80 }, 'even'],
  [{ level: 80, mark: 100 }, 'under'],
  [{ level: 80, mark: 60, isAtLeast: true }, 'at-least'],
  [{ level: 80, low: 60, mark: 50 }, 'range'],
  [{ reason: 'the base is not known' }, 'unknown'],
] as const)('%o is drawn as %s', (values, state) => {
  expect(drawLoadLine({ ...values, markWords }).state).toBe(state);
});

test('the scale ends at or above the water', () => {
  for (const level of [0.4, 1, 8.4, 99, 100, 100.1, 138.2, 420.5, 1494.9, 8000]) {
    const { max, numerals } = drawLoadLine({ level, markWords });
    expect(max).toBeGreaterThanOrEqual(level);
    expect(numerals.at(-1)).toBeCloseTo(max);
    expect(numerals.length).toBeLessThanOrEqual(5);
  }
});

test('a small difference has no room for words', () => {
  expect(drawLoadLine({ level: 100, mark: 95, markWords }).saved).toBeUndefined();
});

test('measured sizes have words of their own', () => {
  const drawing = drawLoadLine({
    subject: 'Size on disk',
    level: 1176.3,
    levelWords: 'before',
    mark: 235.5,
    markWords: 'after',
  });
  expect(drawing.levelWords).toEqual({ figure: '1,176.3 MB', words: 'before' });
  expect(drawing.markWords).toEqual({ figure: '235.5 MB', words: 'after' });
  expect(drawing.label).toBe('Size on disk 1,176.3 MB before, 235.5 MB after');
});

const row = { what: 'On disk', note: 'unpacked', before: '1,176.3 MB', after: '235.5 MB' };

test('a measurement names the row that is drawn', () => {
  expect(loadLineOf({ drawn: 'On disk', rows: [row] })).toMatchObject({
    subject: 'Size on disk',
    level: 1176.3,
    mark: 235.5,
  });
  expect(() => loadLineOf({ drawn: 'To pull', rows: [row] })).toThrow('To pull');
  expect(() => loadLineOf({ drawn: 'On disk', rows: [{ ...row, after: '3 s' }] })).toThrow('3 s');
});

test('digits that a line would go through are left out', () => {
  expect(drawLoadLine({ level: 1176.3, mark: 235.5, markWords }).written).toEqual([500, 750, 1000, 1250]);
});
