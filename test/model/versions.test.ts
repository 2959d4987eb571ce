/** Reading a version of a file with what is known of another gives what reading it alone gives, but for the places. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TABLES_DATE } from '../../src/data/date.js';
import { applyEdits } from '../../src/engine/apply-edits.js';
import { lint } from '../../src/engine/lint.js';
import { type Dockerfile, type Instruction, parseDockerfile, parseVersion } from '../../src/model/index.js';
import { damaged, madeUp } from '../fuzz/dockerfiles.js';
import { contentDockerfiles } from '../support/content-dockerfiles.js';

const read = (text: string) => parseDockerfile({ text, today: TABLES_DATE });

/** What an instruction says, with what is written at a place instead of the place. */
function saidBy({ fileText, scope, stage, ...instruction }: Instruction): unknown {
  const { user, workdir, shell } = scope;
  const isElsewhere = (key: string) => key === 'pipeline' || key === 'onbuild' || key === 'scope' || key === 'stage';
  const withoutPlaces = (key: string, value: unknown): unknown => {
    if (isElsewhere(key)) return undefined;
    if (value instanceof Map) return [...value];
    return isSpan(value) ? fileText.slice(value.start, value.end) : value;
  };
  const words = JSON.stringify({ ...instruction, commentsAbove: [] }, withoutPlaces);
  return [words, instruction.commentsAbove.map(({ text }) => text), user, workdir, shell.words, stage?.index];
}

function isSpan(value: unknown): value is { start: number; end: number } {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

function saidByAll({ instructions, stages, target, problems }: Dockerfile): unknown {
  return [
    instructions.map(saidBy),
    stages.map(({ name, base, isReachable, uses }) => [name, base, isReachable, uses.map(({ stage }) => stage?.index)]),
    target?.index,
    problems.map(({ at: _, ...problem }) => JSON.stringify(problem)).sort(),
  ];
}

describe('another version', () => {
  test('shares what has the same words in the same scope, wherever it stands', () => {
    const before = read('FROM debian:13\nRUN echo a\nRUN echo b\nCMD ["c"]\n');
    const after = parseVersion(before, 'FROM debian:13\nRUN echo aa\nRUN echo b\nCMD ["c"]\n');
    expect(after.instructions.map(({ at }, index) => at === before.instructions[index]?.at)).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  test.each([
    ['a variable', 'ENV A=b', 'ENV A=c'],
    ['the user', 'USER a', 'USER b'],
    ['the folder', 'WORKDIR /a', 'WORKDIR /b'],
    ['the shell', 'SHELL ["bash", "-c"]', 'SHELL ["pwsh", "-c"]'],
    ['the shell of a comment', '# hadolint shell=bash', '# hadolint shell=pwsh'],
    ['a value that is not known', 'ENV A=$B', 'ENV A=x$B'],
  ])('shares nothing behind another %s', (_, one, other) => {
    const rest = 'RUN echo a\n';
    const before = read(`FROM debian:13\nARG B\n${one}\n${rest}`);
    const after = parseVersion(before, `FROM debian:13\nARG B\n${other}\n${rest}`);
    expect(after.instructions.at(-1)?.at).not.toBe(before.instructions.at(-1)?.at);
  });

  test('shares what stands behind another way to set the same', () => {
    const before = read('FROM debian:13\nENV A b\nRUN echo a\n');
    const after = parseVersion(before, 'FROM debian:13\nENV A=b\nRUN echo a\n');
    expect(after.instructions[2]?.at).toBe(before.instructions[2]?.at);
  });

  test('reads again what another last line or another way to end lines makes another text', () => {
    const before = read('FROM debian:13\nRUN a \\');
    expect(saidByAll(parseVersion(before, 'FROM debian:13\nRUN a \\\n\n'))).toEqual(
      saidByAll(read('FROM debian:13\nRUN a \\\n\n')),
    );
  });

  test('reads again what stands behind a continuation and a blank line', () => {
    const after = 'FROM \\\nFROM\n';
    expect(saidByAll(parseVersion(read(` \\ \n\n${after}`), after))).toEqual(saidByAll(read(after)));
  });

  test('is read alone where another character escapes', () => {
    const before = read('FROM debian:13\nRUN a `\nRUN b\n');
    const text = '# escape=`\nFROM debian:13\nRUN a `\nRUN b\n';
    expect(saidByAll(parseVersion(before, text))).toEqual(saidByAll(read(text)));
  });

  test('leaves the places of the first one as they are', () => {
    const text = 'FROM a AS b\nENV A=b\nRUN echo a\nFROM a\nENV A=b\nRUN echo a\n';
    const before = read(text);
    const places = before.instructions.map(({ at }) => at.start);
    parseVersion(before, text.slice(0, -2));
    expect(before.instructions.map(({ at }) => at.start)).toEqual(places);
    expect(new Set(places).size).toBe(6);
  });
});

const sources = contentDockerfiles();

function saysTheSame(before: Dockerfile, text: string): void {
  expect(saidByAll(parseVersion(before, text))).toEqual(saidByAll(read(text)));
}

describe('says what it says when it is read alone', { timeout: 60_000 }, () => {
  test('for every fix of every example', () => {
    for (const text of sources) {
      const { dockerfile, findings } = lint({ text, today: TABLES_DATE });
      for (const { fixes } of findings) for (const { edits } of fixes) saysTheSame(dockerfile, applyEdits(text, edits));
    }
  });

  test('for texts made up from parts', () => {
    const holds = (one: string, other: string) => {
      saysTheSame(read(`${one}\n${other}`), other);
      saysTheSame(read(other), `${other}\n${one}\n${other}`);
    };
    fc.assert(fc.property(madeUp, madeUp, holds), { numRuns: 300 });
  });

  test('for real texts, damaged', () => {
    const pairs = fc.constantFrom(...sources).chain((source) => fc.tuple(fc.constant(source), damaged([source])));
    fc.assert(
      fc.property(pairs, ([source, text]) => saysTheSame(read(source), text)),
      { numRuns: 300 },
    );
  });
});
