import { describe, expect, test } from 'vitest';
import { parseDockerfile, readScript, type ShellCommand } from '../../src/model/index.js';

/** The words of each command, its name first. */
function wordsOf(commands: readonly ShellCommand[]): string[][] {
  return commands.map(({ name = '?', args }) => [name, ...args.map((word) => word.text)]);
}

describe('wrappers', () => {
  test.each<[string, string[], string]>([
    ['sudo -E apt-get update', ['sudo -E'], 'apt-get'],
    ['sudo -u postgres -H createdb app', ['sudo -u postgres -H'], 'createdb'],
    ['sudo A=b /usr/bin/tee x', ['sudo'], 'tee'],
    ['/usr/bin/env -i sudo -- rm x', ['/usr/bin/env -i', 'sudo --'], 'rm'],
    ['timeout -k 5 30 curl x', ['timeout -k 5 30'], 'curl'],
    ['exec gosu app:app -x server', ['exec', 'gosu app:app -x'], 'server'],
    ['chroot /mnt apt-get update', ['chroot /mnt'], 'apt-get'],
    ['sudo -i', [], 'sudo'],
    ['apt-get update', [], 'apt-get'],
  ])('%s', (text, wrappers, name) => {
    const [command] = readScript(text, 0).commands;
    expect(command?.wrappers.map((one) => [one, ...one.own].map((word) => word.text).join(' '))).toEqual(wrappers);
    expect(command?.name).toBe(name);
  });
});

describe('a script that is the argument of a shell', () => {
  test.each<[string, string[][]]>([
    ["sh -c 'a && b c'", [['a'], ['b', 'c']]],
    [
      'bash -lc "apt-get install $NAME && echo \\"$NAME done\\""',
      [
        ['apt-get', 'install', '$NAME'],
        ['echo', '$NAME done'],
      ],
    ],
    ['sh -c "$SCRIPT"', []],
    ['sh -c "${SHELL} x"', []],
  ])('%s', (text, expected) => {
    const inside = readScript(text, 0).commands.filter(({ context }) => context.includes('sh -c'));
    expect(wordsOf(inside)).toEqual(expected);
  });

  test('a substitution in it is read once', () => {
    expect(wordsOf(readScript('sh -c "a $(b)"', 0).commands).slice(1)).toEqual([['b']]);
  });
});

describe('CRLF', () => {
  const runIn = (body: string) => {
    const text = `FROM a\nRUN <<EOF\n${body}\nEOF\n`.replaceAll('\n', '\r\n');
    const run = parseDockerfile({ text, today: '2026-11-24' }).instructions[1];
    return { text, script: run?.keyword === 'RUN' ? run.command.script : undefined };
  };

  test('no word of a heredoc ends in it, and each keeps its place', () => {
    const { text, script } = runIn('set -e\napt-get update\necho "a b" \'c\'');
    expect(wordsOf(script?.commands ?? [])).toEqual([
      ['set', '-e'],
      ['apt-get', 'update'],
      ['echo', 'a b', 'c'],
    ]);
    for (const word of script?.commands.flatMap(({ args }) => args) ?? [])
      expect(text.slice(word.at.start, word.at.end)).toBe(word.raw);
  });

  test('nor does the shebang', () => {
    expect(runIn('#!/bin/bash -e\nx').script?.shebang).toMatch(/bash -e$/);
  });

  test('a quoted word over two lines is one word', () => {
    expect(wordsOf(runIn('echo "a\nb" c').script?.commands ?? [])).toEqual([['echo', 'a \nb', 'c']]);
  });
});

test.each([
  ['a & b', ['a']],
  ['(cd /; a) & b', ['cd', 'a']],
  ['{ a; b; } & c', ['a', 'b']],
  ['while a; do b; done & wait', ['a', 'b']],
  ['a; b', []],
])('what runs in the background: %s', (text, expected) => {
  const inBackground = readScript(text, 0).commands.filter(({ isBackground }) => isBackground);
  expect(inBackground.map(({ name }) => name)).toEqual(expected);
});
