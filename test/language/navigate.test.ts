import { describe, expect, it } from 'vitest';
import { definitionAt, referencesAt } from '../../src/language/index.js';
import { writeMarked } from '../support/marked.js';
import { atCursor, marked } from './support.js';

/** The place to which one comes from the cursor. */
function definition(source: string): string | undefined {
  const { dockerfile, offset } = atCursor(source);
  const at = definitionAt(dockerfile, offset);
  return at && writeMarked(dockerfile.text, [at]);
}

/** From each marked place one comes to all of them, and to no others. */
function expectReferences(source: string): void {
  const { dockerfile, spans } = marked(source);
  for (const { start, end } of spans)
    for (const offset of [start, end])
      expect(writeMarked(dockerfile.text, referencesAt(dockerfile, offset))).toBe(source);
}

describe('definition', () => {
  it('of a stage, by name, by number and in every place', () => {
    expect(definition('FROM a AS build\nFROM b|uild\n')).toBe('FROM a AS «build»\nFROM build\n');
    expect(definition('FROM a AS build\nFROM b\nCOPY --from=buil|d /x /y')).toContain('AS «build»');
    expect(definition('FROM a AS build\nFROM b\nCOPY --from=|0 /x /y')).toContain('AS «build»');
    expect(definition('FROM a\nFROM b\nCOPY --from=|0 /x /y')).toContain('«FROM» a\nFROM');
    expect(definition('FROM a AS build\nFROM b\nRUN --mount=type=bind,from=bu|ild,target=/x ls')).toContain(
      'AS «build»',
    );
  });
  it('of a variable: the nearest that sets it', () => {
    expect(definition('FROM a\nENV A=1\nENV A=2\nRUN echo $|A')).toBe('FROM a\nENV A=1\nENV «A»=2\nRUN echo $A');
    expect(definition('ARG A=1\nFROM a:$|A\nARG A\n')).toBe('ARG «A»=1\nFROM a:$A\nARG A\n');
    expect(definition('ARG A=1\nFROM a\nARG A\nRUN echo ${A|:-x}')).toContain('FROM a\nARG «A»\n');
    expect(definition('FROM a\nARG A=1 B=$|A')).toContain('ARG «A»=1');
    expect(definition('FROM a\nENV A=1\nENV A=2 B=$|A')).toContain('ENV «A»=1');
  });
  it('none of what the base image or the shell sets', () => {
    expect(definition('FROM node:24\nRUN echo $|NODE_VERSION')).toBeUndefined();
    expect(definition('FROM a\nENV A=1\nRUN A=2; echo $|A')).toBeUndefined();
    expect(definition('FROM a\nARG A=1\nCMD echo $|A')).toBeUndefined();
    expect(definition('FROM a\nARG A=1\nRUN echo $|B')).toBeUndefined();
  });
});

describe('references', () => {
  it('of a stage', () => {
    expectReferences(
      'FROM a AS «build»\nFROM «build» AS other\nFROM b\nCOPY --from=«build» /x /y\nRUN --mount=from=«build»,target=/x ls\nCOPY --from=«0» /a /b\n',
    );
  });
  it('of a build argument: one name in the whole build', () => {
    expectReferences(
      'ARG «V»=1\nFROM a:$«V»\nARG «V»\nRUN echo $«V»\nFROM b:${«V»}\nARG «V»=2\nLABEL v="${«V»:-x}"\nENV W=$«V»\n',
    );
  });
  it('of an environment variable: its stages only', () => {
    expectReferences(
      'FROM a AS one\nENV «P»=/a\nENV «P»=$«P»:/b\nFROM b\nENV P=/c\nRUN ls $P\nFROM one\nRUN ls "$«P»/x"\nCMD ls $«P»\n',
    );
  });
  it('in the shell: loops, tests, arithmetic, heredocs, sh -c, operands', () => {
    expectReferences(
      'FROM a\nENV «N»=3\nRUN for x in $«N»; do if [ "$x" = "${«N»%a}" ]; then echo $(( «N» + 1 )) $(ls $«N»); fi; done\nRUN <<E\ncat $«N» \'$N\'\nE\nRUN sh -c \'echo $«N»\'\nRUN echo ${M:-$«N»}\n',
    );
  });
  it('where the builder looks: paths, flags, heredocs of COPY, mounts', () => {
    expectReferences(
      'FROM a\nARG «D»=/d\nWORKDIR $«D»\nCOPY --chown=${«D»} <<E ${«D»}/x\n$«D» "${«D»}" \\$D\nE\nRUN --mount=type=cache,target=$«D» ls\nEXPOSE $«D»\nVOLUME $«D»\nUSER ${X:-${«D»}}\n',
    );
  });
  it('over continuation lines', () => {
    expectReferences('FROM a\nARG «A»=1\nRUN echo \\\n  # about $A\n  $«A» \\\n  "$«A»"\n');
  });
  it('a name that nothing sets has its own uses', () => {
    const { dockerfile, offset } = atCursor('FROM a\nRUN echo $|X ${X} $XY\n');
    expect(writeMarked(dockerfile.text, referencesAt(dockerfile, offset))).toBe('FROM a\nRUN echo $«X» ${«X»} $XY\n');
  });
});
