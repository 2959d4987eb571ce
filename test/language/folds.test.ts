import { expect, it } from 'vitest';
import { foldsOf } from '../../src/language/index.js';
import { dedent } from '../support/marked.js';
import { parse } from './support.js';

/** Kind, first and last line of each fold. */
function folds(source: string): [string, number, number][] {
  const dockerfile = parse(dedent(source));
  return foldsOf(dockerfile).map(({ kind, start, end }) => [
    kind,
    dockerfile.lines.lineAt(start),
    dockerfile.lines.lineAt(end),
  ]);
}

it('folds stages, instructions of several lines, heredocs and blocks of comments', () => {
  expect(
    folds(`
      # one
      # two
      FROM a AS b
      RUN x && \\
          y

      # about the next stage
      FROM c
      COPY <<A <<B /
      a
      A
      b
      B
      USER d
      # alone
    `),
  ).toEqual([
    ['comment', 1, 2],
    ['stage', 3, 5],
    ['instruction', 4, 5],
    ['stage', 8, 14],
    ['instruction', 9, 13],
    ['heredoc', 12, 13],
  ]);
});

it('has at most one fold in a line, and none of a single line', () => {
  expect(folds('FROM a \\\n  AS b\nRUN c\n')).toEqual([['stage', 1, 3]]);
  expect(folds('FROM a\n')).toEqual([]);
  expect(folds('')).toEqual([]);
});
