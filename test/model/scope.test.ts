import { describe, expect, it } from 'vitest';
import { type BuildInput, parseDockerfile } from '../../src/model/index.js';

/** The value of `$X` at the last instruction, as the builder would see it. */
function valueAtEnd(text: string, input: Partial<BuildInput> = {}): string | null | undefined {
  const { instructions } = parseDockerfile({ today: '2026-11-24', ...input, text });
  const variable = instructions.at(-1)?.scope.variable('X');
  return variable?.value;
}

describe('variables', () => {
  const table: readonly [title: string, source: string, expected: string | null | undefined][] = [
    ['ENV', 'FROM a\nENV X=1\nRUN true', '1'],
    ['ENV, old form', 'FROM a\nENV X 1 2\nRUN true', '1 2'],
    ['ARG default', 'FROM a\nARG X=1\nRUN true', '1'],
    ['ARG without a value', 'FROM a\nARG X\nRUN true', undefined],
    ['a global ARG is not in scope', 'ARG X=1\nFROM a\nRUN true', undefined],
    ['a global ARG, declared again', 'ARG X=1\nFROM a\nARG X\nRUN true', '1'],
    ['the later one wins', 'FROM a\nENV X=1\nARG X=2\nRUN true', '2'],
    ['a stage inherits from the stage that it is built FROM', 'FROM a AS b\nENV X=1\nFROM b\nRUN true', '1'],
    ['but not from another', 'FROM a AS b\nENV X=1\nFROM a\nRUN true', undefined],
    ['an ENV sees what was before its line', 'FROM a\nENV X=1\nENV X=2 Y=$X\nENV X=$Y\nRUN true', '1'],
    ['arguments of one ARG see each other', 'FROM a\nARG Y=1 X=${Y}2\nRUN true', '12'],
    ['default of an unset variable', 'FROM a\nENV X=${Y:-z}\nRUN true', 'z'],
    ['alternative of a set variable', 'FROM a\nENV Y=1 \nENV X=${Y:+z}\nRUN true', 'z'],
    ['an unset variable is empty', 'FROM a\nENV X=a${Y}b\nRUN true', 'ab'],
    ['single quotes keep it', "FROM a\nENV Y=1\nENV X='$Y'\nRUN true", '$Y'],
    ['an escape keeps it', 'FROM a\nENV Y=1\nENV X=\\$Y\nRUN true', '$Y'],
    [
      'platform arguments are known to be set, not to what',
      'FROM a\nARG TARGETARCH\nENV X=$TARGETARCH\nRUN true',
      null,
    ],
  ];
  it.each(table)('%s', (_, source, expected) => expect(valueAtEnd(source)).toBe(expected));

  it('build arguments go before defaults', () => {
    expect(valueAtEnd('FROM a\nARG X=1\nRUN true', { buildArguments: { X: '2' } })).toBe('2');
  });
});

describe('user, working directory, shell', () => {
  const last = (text: string) => parseDockerfile({ text, today: '2026-11-24' }).instructions.at(-1)?.scope;
  it('follow the lines and the stages', () => {
    expect(last('FROM debian:13\nRUN true')?.user).toBe('root');
    expect(last('FROM example/unknown\nRUN true')?.user).toBeNull();
    expect(last('FROM debian:13 AS a\nUSER app\nFROM a\nRUN true')?.user).toBe('app');
    expect(last('FROM debian:13\nWORKDIR /a\nWORKDIR b/../c\nRUN true')?.workdir).toBe('/a/c');
    expect(last('FROM debian:13\nRUN true')?.shell.program).toBe('dash');
    expect(last('FROM alpine:3.24\nRUN true')?.shell.program).toBe('ash');
    expect(last('FROM a\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN true')?.shell).toMatchObject({
      program: 'bash',
      hasPipefail: true,
    });
    expect(last('FROM a\nSHELL ["pwsh", "-Command"]\nRUN true')?.shell.isPosix).toBe(false);
    expect(last('FROM a\n# hadolint shell=bash\nRUN true\nRUN true')?.shell.program).toBe('bash');
  });
});

describe('the stage graph', () => {
  const shape = (text: string, target?: string) =>
    parseDockerfile({ text, today: '2026-11-24', ...(target !== undefined && { target }) }).stages.map(
      ({ isFinal, isShipped, isReachable }) =>
        `${isFinal ? 'final' : isShipped ? 'shipped' : isReachable ? 'used' : 'unreached'}`,
    );
  it('knows what the target needs', () => {
    const text = 'FROM a AS base\nFROM base AS build\nFROM a AS test\nFROM base\nCOPY --from=build /x /x';
    expect(shape(text)).toEqual(['shipped', 'used', 'unreached', 'final']);
    expect(shape(text, 'test')).toEqual(['unreached', 'unreached', 'final', 'unreached']);
    expect(shape('FROM a\nFROM b\nRUN --mount=from=0,target=/x true')).toEqual(['used', 'final']);
    expect(shape('FROM a AS Build\nFROM b\nCOPY --from=BUILD /x /x')).toEqual(['used', 'final']);
  });
});
