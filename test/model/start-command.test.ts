import { describe, expect, test } from 'vitest';
import { TABLES_DATE } from '../../src/data/date.js';
import type { ShellInForce } from '../../src/model/index.js';
import { ownCommands, parseDockerfile, shellStays, startCommandOf } from '../../src/model/index.js';

function startOf(...lines: string[]) {
  const { target } = parseDockerfile({ text: lines.join('\n'), today: TABLES_DATE });
  if (!target) throw new Error('No stage');
  return startCommandOf(target);
}

const namesOf = (...lines: string[]) => startOf(...lines).script?.commands.map(({ name }) => name);

describe('what a container starts', () => {
  test('the last of each instruction holds', () => {
    expect(namesOf('FROM node', 'CMD ["a"]', 'CMD ["b"]')).toEqual(['b']);
  });

  test('CMD is what the entrypoint gets as arguments', () => {
    expect(namesOf('FROM node', 'ENTRYPOINT ["tini", "--"]', 'CMD ["app", "x"]')).toEqual(['app']);
    expect(namesOf('FROM node', 'ENTRYPOINT ["tini", "--"]', 'CMD app $X')).toEqual(['sh', 'app']);
    expect(namesOf('FROM node', 'ENTRYPOINT ["sh", "-c"]', 'CMD ["app x"]')).toEqual(['sh', 'app']);
  });

  test('an inherited CMD holds', () => {
    expect(namesOf('FROM node AS base', 'CMD ["a"]', 'FROM base')).toEqual(['a']);
    expect(startOf('FROM node').baseCmd).toEqual(['node']);
  });

  test('an ENTRYPOINT drops the inherited CMD, and keeps that of its own stage', () => {
    expect(startOf('FROM node AS base', 'CMD ["a"]', 'FROM base', 'ENTRYPOINT ["b"]').cmd).toBeUndefined();
    expect(startOf('FROM node', 'ENTRYPOINT ["b"]').baseCmd).toBeUndefined();
    expect(startOf('FROM node', 'CMD ["a"]', 'ENTRYPOINT ["b"]').cmd).toBeDefined();
  });

  test('an empty ENTRYPOINT takes away that of the base', () => {
    const { entrypoint, baseEntrypoint } = startOf('FROM node', 'ENTRYPOINT []', 'CMD ["a"]');
    expect([entrypoint, baseEntrypoint]).toEqual([undefined, undefined]);
  });
});

/** The table of the experiment: does the shell stay with dash, ash, bash and a shell that is not known? */
describe('a shell that makes way', () => {
  const stays = (command: string, program: ShellInForce['program']) =>
    shellStays(ownCommands(startOf('FROM x', `CMD ${command}`).script?.commands ?? []), program);

  test.each([
    ['app', [true, false, false, undefined]],
    ['true && app', [true, false, false, undefined]],
    ['cd /tmp; app', [true, false, false, undefined]],
    ['FOO=1 app', [true, false, false, undefined]],
    ['app >/dev/stdout 2>&1', [true, false, true, undefined]],
    ['app; echo done', [true, true, true, true]],
    ['app || exit 1', [true, true, true, true]],
    ['app | cat', [true, true, true, true]],
    ["trap 'echo bye' EXIT; app", [true, true, true, undefined]],
    ['app & wait', [true, true, true, true]],
    ['exec app', [false, false, false, false]],
    ['true && exec app', [false, false, false, false]],
    ['if true; then app; fi', [true, false, true, undefined]],
    ['{ cd /; app; }', [true, false, true, undefined]],
    ['(cd /; app)', [true, false, true, undefined]],
    ['false || app', [true, false, false, undefined]],
    ['while :; do app; done', [true, true, true, true]],
  ] as const)('%s', (command, expected) => {
    const programs = ['dash', 'ash', 'bash', undefined] as const;
    expect(programs.map((program) => stays(command, program))).toEqual(expected);
  });
});
