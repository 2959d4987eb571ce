/** Grades an answer to an exercise. */
import { type ConditionGrade, type Grade, grade, readConditions, Submission } from '../grading/index.js';
import type { Tables } from '../image/index.js';
import { type Answer, type Gradable, inputOf } from './exercise.js';

/** `tables` are those that the answer needs; without them more is unknown. */
export function gradeAnswer(exercise: Gradable, answer: Answer, tables: Tables): Grade {
  const { conditions } = readConditions(exercise.conditions);
  const start = new Submission(inputOf(exercise, exercise.start), tables);
  const graded = grade(new Submission(inputOf(exercise, answer), tables), start, conditions);
  const known = new Set(conditions.map(({ id }) => id));
  const unread = Object.keys(exercise.conditions).filter((id) => !known.has(id));
  if (unread.length === 0) return graded;
  return { ...graded, conditions: [...graded.conditions, ...unread.map(unreadable)], isSolved: false };
}

/** Left out, it would make the exercise easier than it was meant. */
function unreadable(id: string): ConditionGrade {
  return {
    id,
    says: ['A condition that can’t be read'],
    holds: false,
    state: 'unread',
    now: ['It is not complete, or it comes from another version of Plimsoll. Ask whoever made the exercise.'],
    why: [],
  };
}
