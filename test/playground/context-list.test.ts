/** The build context as text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContextList, withFileText, writeContextList } from '../../src/playground/context-list.js';

describe('a list of files', () => {
  test.each([
    ['12 src/app.js', { path: 'src/app.js', bytes: 12 }],
    ['  1.5MB\tdata/big file.bin ', { path: 'data/big file.bin', bytes: 1_500_000 }],
    ['3k ./a', { path: 'a', bytes: 3000 }],
    ['0 empty', { path: 'empty', bytes: 0 }],
    ['7 b', { path: 'b', bytes: 7 }],
  ])('%s', (line, file) => {
    expect(readContextList(line)).toEqual({ files: [file], problems: [] });
  });

  test('says which lines are none', () => {
    const { files, problems } = readContextList('12 a\n\nsrc/app.js\n-3 b\n99999999999999999 c\n');
    expect(files).toEqual([{ path: 'a', bytes: 12 }]);
    expect(problems.map(({ line }) => line)).toEqual([3, 4, 5]);
  });

  test('comes back as it was written', () => {
    const path = fc.stringMatching(/^[a-z][a-z0-9/ ._-]{0,20}[a-z]$/);
    const file = fc.record({ path, bytes: fc.nat() });
    fc.assert(
      fc.property(fc.uniqueArray(file, { selector: (one) => one.path }), (files) => {
        expect(readContextList(writeContextList(files)).files).toEqual(files);
      }),
    );
  });

  test('keeps the text of a file as long as its size stays', () => {
    const known = [{ path: 'a.sh', bytes: 2, text: 'ls' }];
    expect(readContextList('2 a.sh', known).files).toEqual(known);
    expect(readContextList('3 a.sh', known).files).toEqual([{ path: 'a.sh', bytes: 3 }]);
  });
});

test('a file has the size of its text', () => {
  expect(withFileText([{ path: 'b', bytes: 1 }], 'a.sh', 'é')).toEqual([
    { path: 'a.sh', bytes: 2, text: 'é' },
    { path: 'b', bytes: 1 },
  ]);
  expect(withFileText([{ path: 'b', bytes: 1 }], 'b', undefined)).toEqual([]);
});
