/** The exercises of a team's own that this browser holds: those of an assignment, and those that were opened or made. */
import { ownExercisesIn } from '../../exercises/assignment.js';
import type { Exercise } from '../../exercises/exercise.js';
import { currentAssignment } from './current-assignment.js';
import { OwnExerciseStore } from './own-exercise-store.js';

/** Where one is in both, it is that of the assignment. */
export function heldExercises(assignment = currentAssignment()): readonly Exercise[] {
  const assigned = assignment ? ownExercisesIn(assignment) : [];
  const opened = new OwnExerciseStore().all().map(({ exercise }) => exercise);
  return [...assigned, ...opened.filter(({ id }) => !assigned.some((one) => one.id === id))];
}

/** Undefined: this browser does not hold it. */
export function heldExercise(id: string): Exercise | undefined {
  return heldExercises().find((one) => one.id === id);
}
