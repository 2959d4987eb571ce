/** An exercise in the making, tried: how its start and its solution are graded, and what could not go wrong in it. */
import type { Grade } from '../grading/index.js';
import { contextSources, visibleFiles } from '../image/context-files.js';
import { parseDockerfile } from '../model/index.js';
import { type Answer, type Exercise, inputOf } from './exercise.js';

export interface Trial {
  readonly start: Grade;
  readonly solution: Grade | undefined;
  /** The grade of a file that does nothing of use: what holds even here does not ask for much. */
  readonly idle: Grade;
  /** What COPY and ADD of the start and the solution name, and no file of the context is. Empty where there is no list of them. */
  readonly missing: readonly string[];
}

const IDLE: Answer = { text: 'FROM busybox\nCMD ["sleep", "1"]\n' };

export async function tryExercise(exercise: Exercise, grade: (answer: Answer) => Promise<Grade>): Promise<Trial> {
  const { start, solution } = exercise;
  const answers = solution ? [start, solution.answer] : [start];
  return {
    start: await grade(start),
    solution: solution && (await grade(solution.answer)),
    idle: await grade(IDLE),
    missing: [...new Set(answers.flatMap((answer) => missingIn(exercise, answer)))],
  };
}

function missingIn(exercise: Exercise, answer: Answer): readonly string[] {
  const input = inputOf(exercise, answer);
  const files = visibleFiles(input);
  if (!files) return [];
  return parseDockerfile(input)
    .stages.flatMap(({ instructions }) => instructions)
    .flatMap((one) => (one.keyword === 'COPY' || one.keyword === 'ADD' ? (contextSources(one) ?? []) : []))
    .filter(({ takes }) => !files.some(({ path }) => takes(path)))
    .map(({ path }) => path)
    .filter((path) => path !== '');
}
