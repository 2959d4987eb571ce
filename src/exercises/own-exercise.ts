/** An exercise that somebody has made, as a link. */
import { type FragmentProblem, readFragment, writeFragment } from '../share/fragment.js';
import type { Exercise } from './exercise.js';
import { readExercise } from './read-exercise.js';

const FORMAT = 'exercise1';

/** The fragment of its link, with the `#`. */
export function exerciseFragment(exercise: Exercise): Promise<string> {
  return writeFragment(FORMAT, exercise);
}

/** Reads the fragment of an address. Undefined: there is none. */
export async function readExerciseFragment(fragment: string): Promise<Exercise | FragmentProblem | undefined> {
  const read = await readFragment(fragment, [FORMAT]);
  if (read === undefined || typeof read === 'string') return read;
  return readExercise(read.payload).exercise ?? 'damaged';
}
