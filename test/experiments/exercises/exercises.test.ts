/** What the grading says of answers to exercises, beside what real builds of them gave. */
import { describe, expect, it } from 'vitest';
import { exerciseFolders } from '../../exercises/folders.js';
import { type Compared, compareAnswers } from './compare.js';
import type { Results } from './results.js';
import recorded from './results.json' with { type: 'json' };

const results = recorded as unknown as Results;
const built = (await compareAnswers(results)).filter(({ measured }) => measured.notHere === undefined);

it('has built the solutions of nine exercises in ten', () => {
  const solutions = built.filter(({ answer }) => answer === 'solution');
  expect(solutions.length).toBeGreaterThan(exerciseFolders().length * 0.9);
});

describe.each(built)('$exercise, $answer', ({ measured, isSolved, compared }) => {
  it('builds and runs if it is right', () => {
    if (isSolved) expect(measured).toMatchObject({ builds: true, runs: true });
    else expect(measured.builds).toBeTypeOf('boolean');
  });

  it('is what its conditions say', () => {
    const by = (key: 'said' | 'real') => Object.fromEntries(compared.map((one: Compared) => [one.id, one[key]]));
    expect(by('said')).toEqual(by('real'));
  });
});
