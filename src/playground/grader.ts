/** The grading's part of the lint worker, loaded on the pages of exercises. */
import { type Answer, type Exercise, type Gradable, inputOf } from '../exercises/exercise.js';
import { gradeAnswer } from '../exercises/grade-answer.js';
import { type Trial, tryExercise } from '../exercises/trial.js';
import type { Grade } from '../grading/index.js';
import { parseDockerfile } from '../model/index.js';
import { tablesFor } from './tables.js';

export { kindViews } from '../grading/kind-view.js';

export async function gradeFile(exercise: Gradable, answer: Answer): Promise<Grade> {
  const { tables } = await tablesFor(parseDockerfile(inputOf(exercise, answer)));
  return gradeAnswer(exercise, answer, tables);
}

export function tryFile(exercise: Exercise): Promise<Trial> {
  return tryExercise(exercise, (answer) => gradeFile(exercise, answer));
}
