import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../src/model/index.js';
import { dedent } from '../support/marked.js';

const TODAY = '2026-11-24';

/** Keyword, first and last line of each instruction. */
function outline(text: string): string[] {
  const { instructions, lines } = parseDockerfile({ text, today: TODAY });
  return instructions.map(({ keywordText, at }) => `${keywordText} ${lines.lineAt(at.start)}-${lines.lineAt(at.end)}`);
}

describe('logical lines', () => {
  const table: readonly [title: string, source: string, expected: readonly string[]][] = [
    ['continuation', 'FROM a\nRUN b \\\n  c\nCMD d\n', ['FROM 1-1', 'RUN 2-3', 'CMD 4-4']],
    ['blanks behind the escape', 'FROM a\nRUN b \\ \t\n  c\nCMD d\n', ['FROM 1-1', 'RUN 2-3', 'CMD 4-4']],
    ['an escaped escape continues nothing', 'FROM a\nRUN b \\\\\nCMD d\n', ['FROM 1-1', 'RUN 2-2', 'CMD 3-3']],
    [
      'comments and blank lines between',
      'FROM a\nRUN b \\\n# c\n\n  # d\n  e\nCMD f',
      ['FROM 1-1', 'RUN 2-6', 'CMD 7-7'],
    ],
    ['the escape directive', '# escape=`\nFROM a\nRUN dir c:\\\nRUN b `\n c\n', ['FROM 2-2', 'RUN 3-3', 'RUN 4-5']],
    ['heredoc', 'FROM a\nRUN <<EOF\nRUN no\nEOF\nCMD d\n', ['FROM 1-1', 'RUN 2-4', 'CMD 5-5']],
    ['heredoc, tabs stripped', 'FROM a\nRUN <<-EOF sh\n\tb\n\tEOF\nCMD d\n', ['FROM 1-1', 'RUN 2-4', 'CMD 5-5']],
    ['two heredocs', 'FROM a\nCOPY <<A <<"B" /c/\nx\nA\ny\nB\nCMD d', ['FROM 1-1', 'COPY 2-6', 'CMD 7-7']],
    ['a shift is no heredoc', 'FROM a\nRUN echo $((1<<2)) <<<x\nCMD d', ['FROM 1-1', 'RUN 2-2', 'CMD 3-3']],
    ['no heredoc in exec form', 'FROM a\nRUN ["sh", "<<EOF"]\nCMD d', ['FROM 1-1', 'RUN 2-2', 'CMD 3-3']],
    ['no heredoc in other instructions', 'FROM a\nENV A=<<EOF\nCMD d', ['FROM 1-1', 'ENV 2-2', 'CMD 3-3']],
    ['heredoc below ONBUILD', 'FROM a\nONBUILD RUN <<EOF\nb\nEOF\nCMD d', ['FROM 1-1', 'ONBUILD 2-4', 'CMD 5-5']],
    ['CRLF', 'FROM a\r\nRUN b \\\r\n  c\r\nCMD d\r\n', ['FROM 1-1', 'RUN 2-3', 'CMD 4-4']],
    ['byte order mark', '\uFEFFFROM a\nCMD d', ['FROM 1-1', 'CMD 2-2']],
    ['the file ends in a continuation', 'FROM a\nRUN b \\', ['FROM 1-1', 'RUN 2-2']],
    ['the file ends in a continuation and blank lines', 'FROM a\nRUN b \\\n\n', ['FROM 1-1', 'RUN 2-2']],
    ['an unfinished heredoc takes the rest', 'FROM a\nRUN <<EOF\nb\n', ['FROM 1-1', 'RUN 2-4']],
  ];
  it.each(table)('%s', (_, source, expected) => expect(outline(source)).toEqual(expected));
});

describe('directives', () => {
  const names = (text: string) =>
    parseDockerfile({ text, today: TODAY }).directives.map(({ name, value }) => `${name}=${value}`);
  it('end at the first line that is none', () => {
    expect(names('# syntax=docker/dockerfile:1\n# check=error=true\nFROM a')).toEqual([
      'syntax=docker/dockerfile:1',
      'check=error=true',
    ]);
    expect(names('# a comment\n# syntax=docker/dockerfile:1\nFROM a')).toEqual([]);
    expect(names('\n# syntax=docker/dockerfile:1\nFROM a')).toEqual([]);
    expect(names('#!/usr/bin/env docker\n# syntax=docker/dockerfile:1\nFROM a')).toEqual([
      'syntax=docker/dockerfile:1',
    ]);
  });
});

describe('words keep their place', () => {
  it('over continuation lines and comments', () => {
    const text = dedent(`
      FROM a
      RUN apt-get install -y \\
          # why
          git \\
          curl
    `);
    const { instructions } = parseDockerfile({ text, today: TODAY });
    const [, run] = instructions;
    const words = run?.keyword === 'RUN' ? (run.command.script?.commands[0]?.args ?? []) : [];
    expect(words.map(({ at }) => text.slice(at.start, at.end))).toEqual(['install', '-y', 'git', 'curl']);
  });

  it('inside heredocs', () => {
    const text = 'FROM a\nRUN <<EOF\nset -e\napk add git\nEOF\n';
    const [, run] = parseDockerfile({ text, today: TODAY }).instructions;
    const commands = run?.keyword === 'RUN' ? (run.command.script?.commands ?? []) : [];
    expect(commands.map(({ nameAt }) => text.slice(nameAt.start, nameAt.end))).toEqual(['set', 'apk']);
  });

  it('inside the string of sh -c, in both forms', () => {
    for (const text of ["FROM a\nRUN bash -c 'apk add git'", 'FROM a\nRUN ["sh", "-c", "apk add git"]']) {
      const [, run] = parseDockerfile({ text, today: TODAY }).instructions;
      const commands = run?.keyword === 'RUN' ? (run.command.script?.commands ?? []) : [];
      const apk = commands.find(({ name }) => name === 'apk');
      expect(apk && text.slice(apk.nameAt.start, apk.nameAt.end)).toBe('apk');
    }
  });
});
