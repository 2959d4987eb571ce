import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/engine/apply-edits.js';
import { markdownReport } from '../../src/report/markdown.js';
import { fencedBlock, htmlText, inlineCode, plainMarkdown, tableCell } from '../../src/report/markdown-text.js';
import { unifiedDiff } from '../../src/report/unified-diff.js';
import { MIXED, reported, TOOL } from './reported.js';

/** What stands outside fenced blocks, read as CommonMark does: a fence is closed by one that is as long at least. */
function outsideFences(markdown: string): string {
  const outside: string[] = [];
  let fence = 0;
  for (const line of markdown.split(/\r\n|\n|\r/)) {
    const run = /^ {0,3}(`{3,})\s*$/.exec(line)?.[1]?.length ?? 0;
    const opening = /^ {0,3}(`{3,})[^`]*$/.exec(line)?.[1]?.length ?? 0;
    if (fence > 0 && run >= fence) fence = 0;
    else if (fence === 0 && opening > 0) fence = opening;
    else if (fence === 0) outside.push(line);
  }
  expect(fence).toBe(0);
  return outside.join('\n');
}

describe('the Markdown report', () => {
  test('has counts, a row for each finding with place and page, the file, and each fix as a diff', () => {
    const file = reported(MIXED);
    const report = markdownReport([file], [], TOOL);
    expect(report).toMatch(/^## Plimsoll: 2 warnings, 1 info in `Dockerfile`\n/);
    const rows = report.split('\n').filter((line) => /^\| (?:error|warning|info|style) \|/.test(line));
    expect(rows).toHaveLength(file.findings.length);
    expect(report).toContain(
      '| warning | 2 | [`maintainer-deprecated`](https://plimsoll.example/docs/rules/maintainer-deprecated/) |',
    );
    expect(report).toContain(`\`\`\`dockerfile\n${MIXED}\`\`\``);
    expect(report.match(/<details>/g)).toHaveLength(file.findings.filter(({ fixes }) => fixes.length > 0).length);
    expect(report).toContain('-MAINTAINER Jo\n+LABEL org.opencontainers.image.authors="Jo"');
    expect(report).toContain('1 ignored by comments in the file.');
  });

  test('a price that is predicted has a column, in the words of every view', () => {
    const file = reported('FROM node:26\nUSER 1000:1000\nCMD ["npm", "start"]\n');
    const prices = file.findings.map(() => ({ unpackedBytes: 21_672_448 }));
    expect(markdownReport([{ ...file, prices }], [], TOOL)).toContain('| +21.7 MB on disk |');
  });

  test('nothing found is said', () => {
    const report = markdownReport([reported('FROM alpine:3.24\nUSER 1000:1000\nCMD ["id"]\n')], [], TOOL);
    expect(report).toMatch(/^## Plimsoll: nothing found in `Dockerfile`\n/);
    expect(report).not.toContain('| Severity');
  });

  test.each([
    'FROM node\n```\n# <img src=x onerror=alert(1)>\n',
    'FROM node\n# `````\n<script>alert(1)</script>\n',
    'FROM node\r```\r<b>x</b>\r',
    'FROM `node|x`\nRUN echo "|` <b>" | sh\nMAINTAINER </details><script>x</script> @octocat\n',
    'MAINTAINER @octocat\n\n</details>\n<h1>\nFROM node',
  ])('nothing in a file breaks out: %j', (text) => {
    const outside = outsideFences(markdownReport([reported(text, 'a`|<b>\n# x')], [], TOOL));
    const bare = outside.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '').replace(/<code>[^<]*<\/code>/g, '');
    expect(bare.replace(/<\/?(?:details|summary)>/g, '')).not.toMatch(/(?<!\\)<|@\w/);
    const rows = outside.split('\n').filter((line) => line.startsWith('|'));
    const cells = rows.map((row) => row.replace(/\\[\\|]/g, '').split('|').length);
    expect(new Set(cells).size).toBe(1);
  });

  test('a file that could not be read is said', () => {
    expect(markdownReport([], [{ path: 'x', message: 'x does not exist.' }], TOOL)).toBe(
      '## Plimsoll: `x`\n\nx does not exist.\n',
    );
  });
});

describe('words inside Markdown', () => {
  test.each([
    ['a', '`a`'],
    ['a`b', '`` a`b ``'],
    ['``', '``` `` ```'],
    ['a\n\nb', '`a b`'],
  ])('code %j', (text, markdown) => expect(inlineCode(text)).toBe(markdown));

  test.each([
    ['[a](b) <i> *x*', '\\[a\\](b) \\<i\\> \\*x\\*'],
    ['ask @octocat now', 'ask `@octocat` now'],
  ])('text %j', (text, markdown) => expect(plainMarkdown(text)).toBe(markdown));

  test.each([
    ['a|b', 'a\\|b'],
    ['a\\|b', 'a\\|b'],
    ['a\\\\|b', 'a\\\\\\|b'],
  ])('a cell with %j has an odd number of backslashes before the bar', (text, cell) => {
    expect(tableCell(text)).toBe(cell);
  });

  test('a fence is longer than any inside', () => {
    expect(fencedBlock('````\nx', 'diff')).toBe('`````diff\n````\nx\n`````');
  });

  test('HTML is one line of text', () => {
    expect(htmlText('a\n\n<b> & @me')).toBe('a &lt;b&gt; &amp; <code>@me</code>');
  });
});

test('a diff is of the whole file, though only the lines around the edits are compared', () => {
  const file = reported(`${'# above\n'.repeat(20)}${MIXED}`);
  const finding = file.findings.find(({ rule }) => rule === 'maintainer-deprecated');
  const edits = finding?.fixes[0]?.edits ?? [];
  const diff = unifiedDiff(file.text, file.lines, edits);
  expect(diff.split('\n')[0]).toBe('@@ -20,5 +20,5 @@');
  const after = applyEdits(file.text, edits).split('\n').slice(19, 24);
  const kept = diff.split('\n').filter((line) => /^[ +]/.test(line));
  expect(kept.map((line) => line.slice(1))).toEqual(after);
});
