/** What the grading says of each answer that was really built, beside what was measured. */

import { inputOf } from '../../../src/exercises/exercise.js';
import { gradeAnswer } from '../../../src/exercises/grade-answer.js';
import { readConditions, Submission } from '../../../src/grading/index.js';
import { loadTables } from '../../../src/image/index.js';
import { parseDockerfile } from '../../../src/model/index.js';
import { exerciseFolders } from '../../exercises/folders.js';
import { builtAnswers } from './answers.js';
import { REALITY } from './reality.js';
import type { MeasuredAnswer, Results } from './results.js';

/** A condition of which a build tells something. */
export interface Compared {
  readonly id: string;
  /** Of its kind, in words. */
  readonly title: string;
  readonly said: boolean;
  readonly real: boolean;
}

export interface ComparedAnswer {
  readonly exercise: string;
  readonly title: string;
  /** `start`, `solution`, or the title of an alternative. */
  readonly answer: string;
  readonly measured: MeasuredAnswer;
  readonly isSolved: boolean;
  readonly compared: readonly Compared[];
}

const NOT_TRIED: MeasuredAnswer = { notHere: 'It was not tried yet.' };

/** All answers, also those that were not built. */
export async function compareAnswers({ exercises }: Results): Promise<readonly ComparedAnswer[]> {
  const all: ComparedAnswer[] = [];
  for (const { exercise } of exerciseFolders())
    for (const [name, answer] of builtAnswers(exercise)) {
      const measured = exercises[exercise.id]?.[name] ?? NOT_TRIED;
      const input = inputOf(exercise, answer);
      const tables = await loadTables(parseDockerfile(input));
      const submission = new Submission(input, tables);
      const { isSolved } = gradeAnswer(exercise, answer, tables);
      const { conditions } = readConditions(exercise.conditions);
      const compared = conditions.flatMap(({ id, kind, values }): Compared[] => {
        const reality = REALITY[kind.kind];
        const real = reality?.holds(measured, values);
        const said = kind.check(submission, values).holds;
        // What is only a part of a condition tells nothing where another part may be what fails.
        if (real === undefined || (reality?.isPart && real && !said)) return [];
        return [{ id, title: kind.title, said, real }];
      });
      all.push({ exercise: exercise.id, title: exercise.title, answer: name, measured, isSolved, compared });
    }
  return all;
}
