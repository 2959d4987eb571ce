/** Grades an answer to an exercise. */
import { type Grade, grade, readConditions, Submission } from '../grading/index.js';
import type { Tables } from '../image/index.js';
import { type Answer, type Gradable, inputOf } from './exercise.js';

/** `tables` are those that the answer needs; without them more is unknown. */
export function gradeAnswer(exercise: Gradable, answer: Answer, tables: Tables): Grade {
  const { conditions } = readConditions(exercise.conditions);
  const start = new Submission(inputOf(exercise, exercise.start), tables);
  return grade(new Submission(inputOf(exercise, answer), tables), start, conditions);
}
