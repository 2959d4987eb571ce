import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEdits } from '../../src/language/index.js';
import type { Dockerfile, Instruction, Word } from '../../src/model/index.js';
import { edited, parse } from './support.js';

function format(text: string): string {
  const dockerfile = parse(text);
  return edited(dockerfile, formatEdits(dockerfile));
}

/** What a file says, asked of the model in other words than the formatter’s. */
function said(dockerfile: Dockerfile): unknown {
  const text = ({ start, end }: { start: number; end: number }) => dockerfile.text.slice(start, end);
  const raw = (word: Word | undefined) => word?.raw;
  const of = (one: Instruction): unknown => ({
    keyword: one.keyword,
    flags: one.flags.map(({ name, value }) => [name, raw(value)]),
    heredocs: one.heredocs.map(({ body, name }) => [name, text(body)]),
    exec: 'command' in one && one.command?.exec?.map(raw),
    commands:
      'command' in one &&
      // Behind a quote that does not end the model counts the blanks of a line that the builder drops.
      !one.command?.script?.hasErrors &&
      one.command?.script?.commands.map(({ program, args, redirects }) => [
        program,
        args.map((word) => word.text),
        redirects.map(({ operator, target }) => [operator, target?.text]),
      ]),
    pairs: 'pairs' in one && one.pairs.map(({ key, value }) => [raw(key), raw(value)]),
    word: 'word' in one && raw(one.word),
    sources: 'sources' in one && [...one.sources.map(raw), raw(one.destination)],
    image: one.keyword === 'FROM' && [raw(one.image), raw(one.as?.name)],
    trigger: one.keyword === 'ONBUILD' && one.trigger && of(one.trigger),
  });
  const { instructions, directives, problems } = dockerfile;
  return [
    instructions.map(of),
    directives.map(({ name, value }) => [name, value]),
    problems.map(({ variant }) => variant),
  ];
}

function expectSame(text: string): void {
  const formatted = format(text);
  expect(said(parse(formatted))).toEqual(said(parse(text)));
  expect(format(formatted)).toBe(formatted);
}

describe('formatting', () => {
  it('writes keywords and AS in capitals', () => {
    expect(format('from a as b\nrun ls\nonbuild copy a b\nnonsense x\n')).toBe(
      'FROM a AS b\nRUN ls\nONBUILD COPY a b\nnonsense x\n',
    );
  });
  it('indents continuation lines that stand at the margin, and leaves others as they are', () => {
    expect(format('FROM a\nRUN x && \\\ny && \\\n  z\n')).toBe('FROM a\nRUN x && \\\n    y && \\\n  z\n');
    expect(format('FROM a\nENV A=1 \\\nB=2\n')).toBe('FROM a\nENV A=1 \\\n    B=2\n');
    expect(format('# escape=`\nFROM a\nRUN x `\ny\n')).toBe('# escape=`\nFROM a\nRUN x `\n    y\n');
  });
  it.each([
    ['a word that goes on', 'FROM a\nRUN echo foo\\\nbar\n'],
    ['a quoted string', 'FROM a\nRUN echo "a \\\nb"\n'],
    ['a loop over a quoted string', 'FROM a\nRUN for x in "a \\\nb"; do ls; done\n'],
    ['the value of an old ENV', 'FROM a\nENV A b \\\nc\n'],
    ['MAINTAINER', 'FROM a\nMAINTAINER b \\\nc\n'],
    ['a shell that can’t be read', 'FROM a\nSHELL ["pwsh", "-c"]\nRUN a \\\nb\n'],
    ['a heredoc', 'FROM a\nRUN <<E\na \\\nb  \n\n\n\n\nc\nE\n'],
    ['a heredoc with an indented end', 'FROM a\nRUN <<-E\n\ta  \n\tE\n'],
  ])('leaves %s alone', (_, text) => {
    expect(format(text)).toBe(text);
  });
  it('takes blanks from line ends, not from heredocs', () => {
    expect(format('FROM a  \n# b\t\nRUN x \\  \n  y \n\nCOPY <<E /a  \nb  \nE\n')).toBe(
      'FROM a\n# b\nRUN x \\\n  y\n\nCOPY <<E /a\nb  \nE\n',
    );
    expect(format('FROM a  \r\nRUN b \r\n')).toBe('FROM a\r\nRUN b\r\n');
  });
  it('leaves two blank lines at most, and one line break at the end', () => {
    expect(format('FROM a\n\n\n\n\nRUN b\n\n\n\n')).toBe('FROM a\n\n\nRUN b\n');
    expect(format('FROM a')).toBe('FROM a\n');
    expect(format('FROM a\r\nRUN b')).toBe('FROM a\r\nRUN b\r\n');
  });
  it('makes no directive of a comment, and no comment of a directive', () => {
    expect(format('\n\n\n\n# escape=`\nFROM a\n')).toBe('\n\n# escape=`\nFROM a\n');
    expectSame('\n\n\n\n# escape=`\nFROM a\nRUN b \\\nc\n');
    expectSame('# syntax = x  \n# escape = `  \nfrom a\nRUN b `\nc\n');
  });
  it('has nothing to say of an empty file', () => {
    for (const text of ['', '\n', '  \n\n']) expect(format(text)).toBe(text);
  });
  it.each([
    'FROM a\nRUN a \\\n# comment  \n\n  b  \\\n\nc\n',
    'FROM a\nRUN a \\',
    'FROM a\nRUN a \\\n\n\n\n\n',
    'FROM a\nRUN echo a\\\\  \nb\n',
    'FROM a\nCMD [ "a", \\\n"b" ]\n',
    'FROM a\nHEALTHCHECK --interval=5s \\\ncmd curl a\n',
    'FROM a\nRUN cat <<A && cat <<B\n  a  \nA\n\n\n\n\nB\nRUN x\n',
    'FROM a\nRUN <<E\nno end  \n\n\n\n',
    'FROM a\nonbuild run <<E\n x  \nE\n',
    "FROM a\nRUN echo $'it\\'s \\\nb'\n",
    'FROM a\nRUN echo a # it’s \\\nb\n',
    'FROM a\nRUN if x; then \\\ny; \\\nfi\n',
    'FROM a\nRUN case "$A" in \\\na) b ;; \\\nesac\n',
    'FROM a\nENV A="x \\\ny" B=2\n',
    'FROM a\nCOPY ["a b", \\\n"c"]\n',
    'FROM a\nLABEL a="b" \\\n\\\nc=d\n',
    '\uFEFFfrom a\n',
    'RUN x\n\n\n\n\nFROM a\n',
    'FROM a\nENV A=\\\nb\n',
  ])('keeps the meaning of %j', (text) => {
    expectSame(text);
  });
  it('keeps the meaning of every example', () => {
    let count = 0;
    for (const folder of readdirSync('content/examples'))
      for (const name of readdirSync(`content/examples/${folder}`)) {
        if (!name.endsWith('.Dockerfile')) continue;
        const text = readFileSync(`content/examples/${folder}/${name}`, 'utf8');
        expectSame(text);
        expectSame(text.replace(/^[ \t]+/gm, ''));
        expectSame(text.replaceAll('\n', '\r\n'));
        count++;
      }
    expect(count).toBeGreaterThan(20);
  });
  it('keeps the meaning of anything', { timeout: 60_000 }, () => {
    const piece = fc.constantFrom(
      'FROM a',
      'from b as c',
      'RUN ',
      'run x',
      ' \\\n',
      '\\\n',
      '\n',
      '\n\n\n\n',
      '  ',
      '\t',
      '"',
      "'",
      '<<E',
      'E\n',
      '# c',
      'ENV A=',
      'ENV A b',
      'copy a b',
      'onbuild ',
      '$A',
      '&& y',
      '# escape=`\n',
      '`\n',
      '\r\n',
      '[',
      '"a"]',
      ';',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => expectSame(pieces.join(''))),
      { numRuns: 1500 },
    );
  });
});
