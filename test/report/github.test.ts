import { describe, expect, test } from 'vitest';
import { githubReport } from '../../src/report/github.js';
import { MIXED, reported } from './reported.js';

/** Reads a command as GitHub's runner does. */
function read(line: string) {
  const [, name = '', list = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const plain = (text: string) =>
    text
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%25', '%');
  const properties = Object.fromEntries(
    list.split(',').map((pair) => {
      const equals = pair.indexOf('=');
      return [pair.slice(0, equals), plain(pair.slice(equals + 1))];
    }),
  );
  return { name, properties, message: plain(data) };
}

describe('GitHub annotations', () => {
  test('name the file, the place and the rule, and say what, why and what to do', () => {
    const commands = githubReport([reported(MIXED)])
      .trimEnd()
      .split('\n')
      .map(read);
    expect(commands.find(({ properties }) => properties['title'] === 'maintainer-deprecated')).toEqual({
      name: 'warning',
      properties: {
        file: 'Dockerfile',
        line: '2',
        endLine: '2',
        col: '1',
        endColumn: '13',
        title: 'maintainer-deprecated',
      },
      message: expect.stringMatching(/deprecated.*label.*Write/),
    });
  });

  test('leave out what a comment silences', () => {
    expect(reported(MIXED).ignored.map(({ rule }) => rule)).toContain('runs-as-root');
    expect(githubReport([reported(MIXED)])).not.toContain('runs-as-root');
  });

  test('have no columns where a place is on several lines, which GitHub refuses', () => {
    const file = reported('FROM alpine:3.24\nUSER 1000\nCMD ["id"]\n');
    const finding = reported(MIXED).findings[0];
    if (!finding) throw new Error('nothing found');
    const command = githubReport([{ ...file, findings: [{ ...finding, at: { start: 0, end: 20 } }] }]);
    expect(read(command.trimEnd()).properties).toMatchObject({ line: '1', endLine: '2' });
    expect(command).not.toContain('col');
  });

  test('a range that ends behind a line break ends on the line before', () => {
    const file = reported('FROM alpine:3.24\nUSER 1000\n');
    const finding = reported(MIXED).findings[0];
    if (!finding) throw new Error('nothing found');
    const command = githubReport([{ ...file, findings: [{ ...finding, at: { start: 0, end: 17 } }] }]);
    expect(read(command.trimEnd()).properties).toMatchObject({ line: '1', endLine: '1' });
  });

  test('words of the file end neither the property nor the line', () => {
    const file = reported('FROM node\n', 'a,b:c%0A\r\nd/Dockerfile');
    const report = githubReport([file]);
    expect(report.trimEnd().split('\n')).toHaveLength(file.findings.length);
    for (const line of report.trimEnd().split('\n'))
      expect(read(line).properties['file']).toBe('a,b:c%0A\r\nd/Dockerfile');
  });

  test('a file that could not be read is an error', () => {
    expect(githubReport([], [{ path: 'x', message: 'x does not exist.' }])).toBe(
      '::error file=x,title=plimsoll::x does not exist.\n',
    );
  });

  test('nothing found prints nothing', () => {
    expect(githubReport([reported('FROM alpine:3.24\nUSER 1000:1000\nCMD ["id"]\n')])).toBe('');
  });
});
