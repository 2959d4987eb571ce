/** Reading another version of a file with the commands of the first gives what reading it alone gives. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TABLES_DATE } from '../../src/data/date.js';
import { applyEdits } from '../../src/engine/apply-edits.js';
import { lint } from '../../src/engine/lint.js';
import { type Dockerfile, KnownCommands, parseDockerfile } from '../../src/model/index.js';

function read(text: string, before?: Dockerfile): Dockerfile {
  return parseDockerfile({ text, today: TABLES_DATE }, before && new KnownCommands(before));
}

function commandsOf({ instructions }: Dockerfile) {
  return instructions.flatMap((one) => ('command' in one ? [one.command] : []));
}

describe('the commands of another version', () => {
  test('are taken where they stand, and read where they moved', () => {
    const before = read('FROM debian:13\nRUN echo a\nRUN echo b\nRUN echo c\n');
    const after = read('FROM debian:13\nRUN echo a\nRUN echo bb\nRUN echo c\n', before);
    const [a, b, c] = commandsOf(after);
    expect(a).toBe(commandsOf(before)[0]);
    expect([b, c].map((command) => command?.script?.only?.args[0]?.text)).toEqual(['bb', 'c']);
    expect(commandsOf(before)).not.toContain(c);
  });

  test('are read again where another shell runs them', () => {
    const rest = '\nRUN Write-Host a\n';
    const before = read(`FROM a\nSHELL ["powershell", "-Command"]${rest}`);
    const after = read(`FROM a\nSHELL ["/usr/bin/bash", "-Command"]${rest}`, before);
    expect(commandsOf(before)[0]?.script).toBeUndefined();
    expect(commandsOf(after)[0]?.script).toBeDefined();
  });

  test('lose no problem of their own', () => {
    const before = read('FROM a\nRUN ["a", 1]\n# b\n');
    expect(read('FROM a\nRUN ["a", 1]\n# c\n', before).problems).toEqual(before.problems);
  });
});

describe('every fix of every example', () => {
  for (const name of readdirSync('content/examples', { recursive: true, encoding: 'utf8' }))
    if (/Dockerfile/.test(name))
      test(name, () => {
        const text = readFileSync(`content/examples/${name}`, 'utf8');
        const { dockerfile, findings } = lint({ text, today: TABLES_DATE });
        for (const { fixes } of findings)
          for (const { edits } of fixes) {
            const fixed = applyEdits(text, edits);
            const [known, alone] = [read(fixed, dockerfile), read(fixed)];
            expect(commandsOf(known)).toEqual(commandsOf(alone));
            expect(known.problems).toEqual(alone.problems);
          }
      });
});
