import { describe, expect, test } from 'vitest';
import { TABLES_DATE } from '../../src/data/date.js';
import { lint } from '../../src/engine/lint.js';
import { wrongFindingLink } from '../../src/playground/wrong-finding.js';

function linkFor(text: string, repository = 'https://github.com/example/plimsoll.git'): URL | undefined {
  const { findings, dockerfile } = lint({ text, today: TABLES_DATE });
  const finding = findings.find(({ rule }) => rule === 'maintainer-deprecated');
  if (!finding) throw new Error('not found');
  const address = wrongFindingLink({ repository, version: '1.2.3', finding, text, lines: dockerfile.lines });
  return address === undefined ? undefined : new URL(address);
}

const bodyOf = (url: URL | undefined) => url?.searchParams.get('body') ?? '';

describe('reporting a wrong finding', () => {
  test('is not offered without a repository', () => {
    expect(linkFor('FROM a:1\nMAINTAINER Jo\n', '')).toBe(undefined);
  });

  test('fills in the rule, the version, the message and the lines around', () => {
    const url = linkFor('FROM a:1\n# about us\nMAINTAINER Jo\nCMD ["a&b=c"]\n');
    expect(url?.origin).toBe('https://github.com');
    expect(url?.pathname).toBe('/example/plimsoll/issues/new');
    expect(url?.searchParams.get('title')).toBe('Wrong finding: maintainer-deprecated');
    for (const words of ['maintainer-deprecated', '1.2.3', 'is deprecated', '# about us\nMAINTAINER Jo\nCMD ["a&b=c"]'])
      expect(bodyOf(url)).toContain(words);
  });

  test('takes fewer lines where many would make the address too long', () => {
    const long = `RUN echo ${'x'.repeat(1500)}\n`;
    const url = linkFor(`FROM a:1\n${long.repeat(6)}MAINTAINER Jo\n${long.repeat(6)}`);
    expect(url?.href.length).toBeLessThanOrEqual(6000);
    expect(bodyOf(url)).toContain('MAINTAINER Jo');
    expect(bodyOf(url)).toContain('xxx');
    expect(bodyOf(url)).not.toContain('was cut');
  });

  test('cuts a line that is too long by itself, says so, and leaves whole characters', () => {
    const url = linkFor(`FROM a:1\nMAINTAINER ${'😀'.repeat(4000)}\n`);
    expect(url?.href.length).toBeLessThanOrEqual(6000);
    expect(bodyOf(url)).toContain('MAINTAINER 😀');
    expect(bodyOf(url)).toContain('was cut');
    expect(bodyOf(url)).not.toContain('\uFFFD');
  });

  test('words of the file stay inside their block', () => {
    const body = bodyOf(linkFor('FROM a:1\nMAINTAINER Jo\n# ```\n# @octocat\n'));
    expect(body).toContain('````dockerfile\n');
  });
});
