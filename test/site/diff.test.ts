import { expect, test } from 'vitest';
import { type DiffLine, diffLines } from '../../src/site/diff.js';

const signs = { add: '+', del: '-', ctx: ' ' };
const drawn = (lines: readonly DiffLine[]) =>
  lines.map(
    ({ kind, pieces }) => signs[kind] + pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join(''),
  );

test('marks the words that differ', () => {
  expect(drawn(diffLines('FROM a\nCOPY . .\n', 'FROM a\nCOPY --chown=node . .\n'))).toEqual([
    ' FROM a',
    '-COPY . .',
    '+COPY [--chown=node ]. .',
  ]);
});

test('lines with nothing in common are not marked', () => {
  expect(drawn(diffLines('USER node\n', 'CMD ["x"]\n'))).toEqual(['-USER node', '+CMD ["x"]']);
});

test('numbers are those of the text after', () => {
  expect(diffLines('a\nb\nc\n', 'a\nx\ny\nc\n').map(({ number }) => number)).toEqual([1, undefined, 2, 3, 4]);
});

test('a file that ends without a line break', () => {
  expect(drawn(diffLines('a', 'a\nb'))).toContain('+b');
});

test('equal texts differ nowhere', () => {
  expect(diffLines('a\n', 'a\n')).toEqual([]);
});
