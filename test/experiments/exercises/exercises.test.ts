/** What the conditions of exercises say, beside what real builds of their answers gave. */
import { describe, expect, it } from 'vitest';
import { type Answer, type Exercise, inputOf } from '../../../src/exercises/exercise.js';
import { readConditions, Submission } from '../../../src/grading/index.js';
import { loadTables } from '../../../src/image/index.js';
import { parseDockerfile } from '../../../src/model/index.js';
import { exerciseFolders } from '../../exercises/folders.js';
import { builtAnswers } from './answers.js';
import type { MeasuredAnswer, Results } from './results.js';
import recorded from './results.json' with { type: 'json' };

const { exercises } = recorded as unknown as Results;

interface BuiltAnswer {
  readonly id: string;
  readonly name: string;
  readonly exercise: Exercise;
  readonly answer: Answer;
  readonly measured: MeasuredAnswer;
}

const built = exerciseFolders().flatMap(({ exercise }) =>
  builtAnswers(exercise).flatMap(([name, answer]): BuiltAnswer[] => {
    const measured = exercises[exercise.id]?.[name];
    return measured && measured.notHere === undefined ? [{ id: exercise.id, name, exercise, answer, measured }] : [];
  }),
);

/** Whether a condition holds in reality; undefined where nothing was measured that tells. */
const REALITY: Readonly<
  Record<string, (measured: MeasuredAnswer, values: Readonly<Record<string, unknown>>) => boolean | undefined>
> = {
  'image-size': ({ unpackedBytes }, { megabytes, toPull }) =>
    unpackedBytes === undefined || toPull ? undefined : unpackedBytes <= Number(megabytes) * 1e6,
  'not-root': ({ user }) => (user === undefined ? undefined : !/^(?:|root|0)(?::|$)/.test(user)),
  stops: ({ stopSeconds, runs }, { seconds }) =>
    stopSeconds === undefined || !runs ? undefined : Math.floor(stopSeconds) <= Number(seconds),
  'rebuilt-steps': ({ rebuiltSteps }, { file, atMost }) => {
    const steps = rebuiltSteps?.[String(file)];
    return steps === undefined ? undefined : steps <= Number(atMost);
  },
};

it('has built most of the exercises', () => {
  const ids = new Set(built.map(({ id }) => id));
  expect(ids.size).toBeGreaterThan(exerciseFolders().length / 2);
});

describe.each(built)('$id, $name', ({ exercise, answer, measured }) => {
  it('builds as it is said to', () => {
    const { problems } = parseDockerfile(inputOf(exercise, answer));
    expect(measured.builds).toBe(problems.length === 0);
  });

  it('is what its conditions say', async () => {
    const input = inputOf(exercise, answer);
    const submission = new Submission(input, await loadTables(parseDockerfile(input)));
    const said: Record<string, boolean> = {};
    const real: Record<string, boolean> = {};
    for (const { id, kind, values } of readConditions(exercise.conditions).conditions) {
      const reality = REALITY[kind.kind]?.(measured, values);
      if (reality === undefined) continue;
      said[id] = kind.check(submission, values).holds;
      real[id] = reality;
    }
    expect(said).toEqual(real);
  });
});
