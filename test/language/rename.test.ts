import { describe, expect, it } from 'vitest';
import { renamableAt, renameAt } from '../../src/language/index.js';
import type { BuildInput } from '../../src/model/index.js';
import { atCursor, edited } from './support.js';

function rename(source: string, name: string, input: Partial<BuildInput> = {}): string {
  const { dockerfile, offset } = atCursor(source, input);
  const answer = renameAt(dockerfile, offset, name);
  return answer.kind === 'edits' ? edited(dockerfile, answer.edits) : `refused: ${answer.reason}`;
}

describe('a stage', () => {
  it('is renamed wherever its name stands; numbers stay', () => {
    expect(rename('FROM a AS bu|ild\nFROM build\nCOPY --from=build /x /y\nCOPY --from=0 /x /y\n', 'base')).toBe(
      'FROM a AS base\nFROM base\nCOPY --from=base /x /y\nCOPY --from=0 /x /y\n',
    );
    expect(rename('FROM a AS Build\nFROM b\nCOPY --from=bui|ld /x /y\n', 'base')).toBe(
      'FROM a AS base\nFROM b\nCOPY --from=base /x /y\n',
    );
    expect(rename('FROM a AS b\nFROM c\nRUN --mount=type=bind,from=|b,target=/x ls', 'base')).toContain('from=base,');
  });
  it.each([
    ['FROM a AS |b', 'B C', /begins with a lower-case letter/],
    ['FROM a AS |b', '1b', /begins with a lower-case letter/],
    ['FROM a AS |b', 'scratch', /means something else/],
    ['FROM a AS |b\nFROM c AS d', 'd', /Stage 1 has this name/],
    ['FROM a AS |b\nFROM golang', 'golang', /Line 2 means an image/],
    ['FROM a AS b\nFROM c\nCOPY --from=|0 /x /y', 'd', /called by 0/],
    ['FROM a\nFROM c\nCOPY --from=|0 /x /y', 'd', /has no name/],
    ['ARG S=b\nFROM a AS |b\nFROM $S', 'd', /Line 3 does not spell/],
    ['FROM a AS |b\nFROM c\nONBUILD COPY --from=b /x /y', 'd', /ONBUILD in line 3/],
  ])('%s to %s is refused', (source, name, reason) => {
    expect(rename(source, name)).toMatch(reason);
  });
  it('that the target names is refused', () => {
    expect(rename('FROM a AS |b', 'c', { target: 'b' })).toMatch(/target/);
  });
});

describe('a variable', () => {
  it('is renamed in the whole scope, with its operators', () => {
    expect(rename('ARG |V=1\nFROM a:${V:-2}\nARG V\nRUN echo "$V" \'$V\' ${V%x} $VV\n', 'VERSION')).toBe(
      'refused: Line 4 uses V in a way that can’t be followed. Rename it by hand.',
    );
    expect(rename('ARG |V=1\nFROM a:${V:-2}\nARG V\nRUN echo "$V" ${V%x} $VV\n', 'VERSION')).toBe(
      'ARG VERSION=1\nFROM a:${VERSION:-2}\nARG VERSION\nRUN echo "$VERSION" ${VERSION%x} $VV\n',
    );
  });
  it('leaves the same name in another scope alone', () => {
    expect(rename('FROM a\nENV |P=1\nRUN echo $P\nFROM b\nENV P=2\nRUN P=3 make\nRUN echo $P\n', 'Q')).toBe(
      'FROM a\nENV Q=1\nRUN echo $Q\nFROM b\nENV P=2\nRUN P=3 make\nRUN echo $P\n',
    );
  });
  it('leaves a variable of the shell alone, and refuses where the two can’t be told apart', () => {
    expect(rename('FROM a\nENV |P=1\nRUN P=2 make\nRUN echo $P\n', 'Q')).toBe(
      'FROM a\nENV Q=1\nRUN P=2 make\nRUN echo $Q\n',
    );
    for (const run of [
      'P=$P:x; echo $P',
      'for P in $P; do ls; done',
      'export P; ls',
      'read P; echo $P',
      'awk "{print \\$P}"',
    ])
      expect(rename(`FROM a\nENV |P=1\nRUN ${run}\n`, 'Q'), run).toMatch(/Line 3 uses P/);
  });
  it('refuses where another language may read it', () => {
    expect(rename('FROM mcr.microsoft.com/windows/servercore:ltsc2022\nENV |P=1\nRUN echo %P%\n', 'Q')).toMatch(
      /Line 3/,
    );
    expect(rename('FROM a\nENV |P=1\nRUN <<E python3\nimport os; os.environ["P"]\nE\n', 'Q')).toMatch(/Line 3/);
    for (const read of ['node -e "process.env.P"', 'python -c \'os.environ.get("P")\'', 'ruby -e \'ENV["P"]\''])
      expect(rename(`FROM a\nENV |P=1\nRUN ${read}\n`, 'Q'), read).toMatch(/Line 3/);
    expect(rename('FROM a\nENV |P=1\nRUN ["sh", "-c", "echo \\"$P\\""]\n', 'Q')).toMatch(/Line 3/);
    expect(rename('FROM a\nENV |P=1\nRUN ["echo", "$P"]\n', 'Q')).toBe('FROM a\nENV Q=1\nRUN ["echo", "$P"]\n');
  });
  it('in heredocs, mounts, ONBUILD of an ENV, and nested operands', () => {
    expect(
      rename(
        'FROM a\nENV |P=1\nCOPY <<E /x\n${P}\nE\nRUN --mount=type=cache,target=/$P ls\nONBUILD RUN echo $P\nRUN echo ${A:-${P}}\n',
        'Q',
      ),
    ).toBe(
      'FROM a\nENV Q=1\nCOPY <<E /x\n${Q}\nE\nRUN --mount=type=cache,target=/$Q ls\nONBUILD RUN echo $Q\nRUN echo ${A:-${Q}}\n',
    );
  });
  it.each([
    ['FROM a\nARG |V=1', '1V', /letters, digits/],
    ['FROM a\nARG |V=1', 'A-B', /letters, digits/],
    ['FROM a\nARG |V=1\nRUN echo $W', 'W', /Line 3 uses W/],
    ['FROM a\nARG |V=1\nENV W=1', 'W', /Line 3 uses W/],
    ['FROM a\nARG |V=1\nRUN W=1 make', 'W', /Line 3 uses W/],
    ['FROM a\nARG |V=1', 'TARGETARCH', /means something else/],
    ['FROM node:24\nENV |V=1', 'NODE_VERSION', /base image sets/],
    ['FROM a\nARG |TARGETARCH', 'V', /builder knows/],
    ['FROM a\nENV |PATH=/x:$PATH', 'V', /PATH/],
    ['FROM node:24\nENV |NODE_VERSION=1', 'V', /base image sets/],
    ['FROM node:24\nRUN echo $|NODE_VERSION', 'V', /base image sets/],
    ['FROM a\nRUN echo $|X', 'V', /No ARG or ENV/],
    ['FROM a\nENV |V=1\nONBUILD ENV V=2', 'W', /ONBUILD in line 3/],
    ['FROM a\nRUN ma|ke', 'V', /Only a stage or a variable/],
  ])('%s to %s is refused', (source, name, reason) => {
    expect(rename(source, name)).toMatch(reason);
  });
  it('that the build is given a value for is refused', () => {
    expect(rename('FROM a\nARG |V', 'W', { buildArguments: { V: '1' } })).toMatch(/given a value/);
  });
});

it('says beforehand what will be renamed', () => {
  const { dockerfile, offset } = atCursor('FROM a\nARG VER=1\nRUN echo ${V|ER:-x}');
  expect(renamableAt(dockerfile, offset)).toMatchObject({ kind: 'name', name: 'VER' });
  const other = atCursor('FR|OM a');
  expect(renamableAt(other.dockerfile, other.offset).kind).toBe('refused');
});
