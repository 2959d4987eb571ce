/** Predictions beside what was seen: on 2026-11-23, and in results.json. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ProcessNode, type ProcessPrediction, predictProcess } from '../../../src/image/index.js';
import { knownPrograms } from '../../../src/image/process/known-programs.js';
import { parseDockerfile } from '../../../src/model/index.js';
import { contextOf, type ProcessCase, type Seen } from './case.js';
import { CASES } from './cases.js';
import type { Measured, Results } from './results.js';

const results: Results = JSON.parse(readFileSync('test/experiments/process/results.json', 'utf8'));

function predictCase(one: ProcessCase): ProcessPrediction {
  const context = Object.entries(contextOf(one)).map(([path, text]) => ({ path, bytes: text.length, text }));
  return predictProcess(parseDockerfile({ text: one.dockerfile, context, today: results.measuredOn }), one.options);
}

function line({ command, children }: ProcessNode): string {
  return children.length > 0 ? `${command}(${children.map(line).join(' ')})` : command;
}

/** The prediction in the words of what was seen; a field that is unknown is left out. */
function asSeen({ handles }: ProcessCase, { stop, tree, reapsZombies }: ProcessPrediction): Seen {
  const outcome = stop.find(({ handlesSignal }) => handlesSignal === handles);
  const { seconds, exitCode, graceful } = outcome ?? {};
  return {
    ...(typeof seconds === 'number' && { seconds }),
    ...(typeof exitCode === 'number' && { exitCode }),
    ...(typeof graceful === 'boolean' && { handled: graceful }),
    tree: tree.map(line).join(' '),
    ...(reapsZombies !== null && { zombies: reapsZombies ? 0 : 5 }),
  };
}

/** At once takes Docker up to a second and a half; the grace period is ten seconds. */
function inSteps(seconds: number): number {
  return seconds < 1.5 ? 0 : seconds >= 9.5 ? 10 : Math.round(seconds);
}

/** What a prediction says otherwise than what was seen, or does not say though it could. */
function differences(one: ProcessCase, seen: Seen): string[] {
  const predicted = asSeen(one, predictCase(one));
  return (Object.keys(seen) as (keyof Seen)[]).flatMap((field) => {
    if (predicted[field] === seen[field] || one.open?.includes(field)) return [];
    if (field === 'seconds' && one.isAtMost && Number(predicted.seconds) >= Number(seen.seconds)) return [];
    return [`${field}: predicted ${predicted[field]}, seen ${seen[field]}`];
  });
}

describe('rows of 2026-11-23', () => {
  const rows = CASES.filter(({ seen }) => seen);
  test.each(rows.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(differences(one, one.seen as Seen)).toEqual([]);
  });

  test('a wrong prediction would be seen', () => {
    const [one] = rows as [ProcessCase];
    expect(differences(one, { seconds: 5 })).toHaveLength(1);
  });
});

/** What the logs of somebody else's server don't tell. */
const SAYS_NOTHING = new Set(['own']);

function comparable(one: ProcessCase, measured: Measured): Seen {
  const { tree, keepsRunning } = predictCase(one);
  const program = tree[0];
  const facts = knownPrograms.find(({ names }) => program !== undefined && names.test(program.command));
  const isSilent = (facts && SAYS_NOTHING.has(facts.handler)) || keepsRunning === false || one.row === 'E8';
  const { seconds, exitCode, handled, zombies } = measured;
  return {
    ...(keepsRunning !== false && { seconds: inSteps(seconds) }),
    exitCode,
    ...(!isSilent && { handled }),
    ...(keepsRunning !== false && { tree: measured.tree }),
    ...(zombies !== undefined && { zombies }),
  };
}

describe(`containers started and stopped on ${results.measuredOn}`, () => {
  test.each(Object.entries(results.cases))('%s', (name, measured) => {
    const one = CASES.find((known) => known.name === name) as ProcessCase;
    expect(differences(one, comparable(one, measured))).toEqual([]);
  });

  test('every case that can be run was run', () => {
    const missing = CASES.filter(({ name, isOnlySeen }) => !isOnlySeen && !results.cases[name]);
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  test('names are used once', () => {
    expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
  });

  test('what is known of programs names experiments that are there', () => {
    const named = knownPrograms.flatMap(({ measuredIn }) => measuredIn);
    expect(named.filter((name) => !results.cases[name])).toEqual([]);
  });
});
