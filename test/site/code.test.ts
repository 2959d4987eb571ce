import { expect, test } from 'vitest';
import { highlight } from '../../src/site/code.js';

const drawn = (...parameters: Parameters<typeof highlight>) =>
  highlight(...parameters).map((line) =>
    line.map(({ text, classes }) => (classes.length ? `<${classes.join('.')} ${text}>` : text)).join(''),
  );

test('instructions, strings and comments have voices', () => {
  expect(drawn('# why\nCMD ["node"]\n')).toEqual(['<t-comment # why>', '<t-instruction CMD> [<t-string "node">]']);
});

test('a mark is cut out of the token that holds it', () => {
  const text = 'FROM node:26\nRUN npm ci';
  const start = text.indexOf('npm');
  expect(drawn(text, [{ start, end: start + 3, severity: 'warning' }])).toEqual([
    '<t-instruction FROM> node:26',
    '<t-instruction RUN> <sq.warning npm> ci',
  ]);
});

test('where marks overlap, the worse one is drawn', () => {
  const marks = [
    { start: 4, end: 12, severity: 'style' },
    { start: 7, end: 12, severity: 'error' },
  ] as const;
  expect(drawn('RUN abcdefgh', marks)).toEqual(['<t-instruction RUN> <sq.style abc><sq.error defgh>']);
});

test('a mark goes on over a line break', () => {
  const text = 'RUN a \\\n  b';
  expect(drawn(text, [{ start: 4, end: text.length, severity: 'info' }])).toHaveLength(2);
});
