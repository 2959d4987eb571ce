import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../src/config/configuration.js';
import { TABLES_DATE } from '../../src/data/date.js';
import { applyEdits } from '../../src/engine/apply-edits.js';
import { lint } from '../../src/engine/lint.js';
import { parseDockerfile, shellScriptsOf } from '../../src/model/index.js';
import { scriptsOf, withShellNotes } from '../../src/shellcheck/notes.js';
import { readMarked } from '../support/marked.js';
import { shellCheck } from '../support/shellcheck.js';

const inputOf = (text: string) => ({ text, today: TABLES_DATE });

async function shellFindings(text: string, configuration = DEFAULT_CONFIGURATION) {
  const input = await withShellNotes(inputOf(text), (script) => shellCheck.check(script));
  return lint(input, configuration).findings.filter(({ rule }) => rule === 'shellcheck');
}

describe('what ShellCheck says of a RUN', () => {
  it.each([
    ['a variable without quotes', 'FROM debian\nRUN echo «$FOO»', 'SC2086'],
    ['in a later line', 'FROM debian\nRUN true && \\\n    echo «$FOO»', 'SC2086'],
    ['behind a comment inside', 'FROM debian\nRUN true && \\\n# why\n\techo "ä" «$FOO»', 'SC2086'],
    ['with CRLF', 'FROM debian\r\nRUN true && \\\r\n    echo «$FOO»', 'SC2086'],
    ['behind mounts', 'FROM debian\nRUN --mount=type=cache,target=/x echo «$FOO»', 'SC2086'],
    ['a heredoc', 'FROM debian\nRUN <<EOF\n\techo «$FOO»\nEOF', 'SC2086'],
    ['ONBUILD', 'FROM debian\nONBUILD RUN echo «$FOO»', 'SC2086'],
    ['a name in lower case that nothing sets', 'FROM debian\nRUN echo "«$version»"', 'SC2154'],
  ])('%s', async (_, marked, code) => {
    const { text, spans } = readMarked(marked);
    const found = await shellFindings(text);
    expect(found.map(({ variant, at }) => ({ variant, at }))).toEqual(spans.map((at) => ({ variant: code, at })));
    expect(found[0]?.aliases).toEqual([code]);
  });

  it.each([
    ['a name that ARG sets', 'FROM debian\nARG version\nRUN echo "$version"'],
    ['a name that ENV of an earlier stage sets', 'FROM debian AS a\nENV version=1\nFROM a\nRUN echo "$version"'],
    ['an exec form', 'FROM debian\nRUN ["echo", "$FOO"]'],
    ['PowerShell', 'FROM debian\nSHELL ["pwsh", "-c"]\nRUN echo $FOO'],
    ['a heredoc for Python', 'FROM debian\nRUN <<EOF python3\nprint($FOO)\nEOF'],
    ['what bash knows, in bash', 'FROM debian\nSHELL ["/bin/bash", "-c"]\nRUN [[ -n "$A" ]]'],
  ])('is silent: %s', async (_, text) => expect(await shellFindings(text)).toEqual([]));

  it('reads a script in the shell of its image', () => {
    const dialects = (text: string) => shellScriptsOf(parseDockerfile(inputOf(text))).map(({ dialect }) => dialect);
    expect(dialects('FROM debian:13\nRUN a\nSHELL ["bash", "-c"]\nRUN b\nRUN <<EOF ksh\nc\nEOF')).toEqual([
      'dash',
      'bash',
      'ksh',
    ]);
    expect(dialects('FROM alpine:3.23\nRUN a')).toEqual(['busybox']);
    expect(dialects('FROM who/knows\nRUN a')).toEqual(['sh']);
  });

  it('repairs what ShellCheck can repair, over the lines of the file', async () => {
    const text = 'FROM debian\nRUN true && \\\n    echo $FOO';
    const [finding] = await shellFindings(text);
    expect(finding?.fixes[0]?.safety).toBe('suggested');
    expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toBe('FROM debian\nRUN true && \\\n    echo "$FOO"');
  });

  it('obeys codes in the configuration, and comments that ignore', async () => {
    const text = 'FROM debian\nRUN echo $FOO';
    for (const name of ['SC2086', 'sc2086', 'shellcheck', 'shellcheck/SC2086'])
      expect(await shellFindings(text, { ...DEFAULT_CONFIGURATION, rules: { [name]: 'off' } })).toEqual([]);
    for (const name of ['SC2086', 'shellcheck']) {
      const [error] = await shellFindings(text, { ...DEFAULT_CONFIGURATION, rules: { [name]: 'error' } });
      expect(error?.severity).toBe('error');
    }
    const only = { ...DEFAULT_CONFIGURATION, rules: { shellcheck: 'off', SC2086: 'warning' } } as const;
    const found = await shellFindings('FROM debian\nRUN echo $FOO `ls`', only);
    expect(found.map(({ variant, severity }) => [variant, severity])).toEqual([['SC2086', 'warning']]);
    expect(await shellFindings('FROM debian\n# hadolint ignore=SC2086\nRUN echo $FOO')).toEqual([]);
  });

  it('asks about each text once', () =>
    expect(scriptsOf(inputOf('FROM debian\nRUN echo $FOO\nRUN echo $FOO\n'))).toHaveLength(1));

  it('goes on after many scripts', async () => {
    for (let count = 0; count < 60; count++)
      await shellFindings(`FROM debian\nRUN echo $FOO${count} && for f in $(ls); do rm $f; done`);
    expect(await shellFindings('FROM debian\nRUN echo $FOO')).toHaveLength(1);
  });
});
