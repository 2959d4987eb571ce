/** Where the page of a lead finds an exercise: on the site, in the lead's own browser, or in the result itself. */
import type { Exercise } from '../../exercises/exercise.js';
import type { WorkRecord } from '../../exercises/record.js';
import { exerciseOf } from '../exercise/all-exercises.js';
import type { ExercisePageData } from '../exercise/page-data.js';

export interface KnownExercise {
  readonly exercise: Exercise;
  /** What the lead should know of what the answer is graded by; empty: nothing. */
  readonly caution: string;
}

const THEIRS = 'The exercise is not in this browser, so the answer is graded by the one that came with it.';
const OTHER = 'The exercise that came with it is not the same as yours. The answer is graded by yours.';

/** Whoever sends a result can change what comes with it: where the lead has the exercise, that one counts. */
export async function knownExercise(
  id: string,
  data: ExercisePageData,
  mine: readonly Exercise[],
  ...records: readonly WorkRecord[]
): Promise<KnownExercise | undefined> {
  const theirs = records.flatMap(({ own = [] }) => own).find((one) => one.id === id);
  const known = mine.find((one) => one.id === id);
  if (known) return { exercise: known, caution: theirs && !isSame(known, theirs) ? OTHER : '' };
  if (theirs) return { exercise: theirs, caution: THEIRS };
  const exercise = await exerciseOf(id, data);
  return exercise && { exercise, caution: '' };
}

/** Both were read by the same reader, so that their parts stand in the same order. */
function isSame(one: Exercise, other: Exercise): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
