/** An exercise that somebody has made for a team: as a link, and as it is stored or sent along. */
import { type FragmentProblem, readFragment, writeFragment } from '../share/fragment.js';
import type { Exercise } from './exercise.js';
import { readExercise } from './read-exercise.js';

const FORMAT = 'exercise1';

/** With this their ids begin, so that none takes the place of an exercise of the site. */
const OWN = 'own-';

export function ownId(name: string): string {
  return name.startsWith(OWN) ? name : OWN + name;
}

export function isOwnId(id: string): boolean {
  return id.startsWith(OWN);
}

/** The fragment of its link, with the `#`. */
export function exerciseFragment(exercise: Exercise): Promise<string> {
  return writeFragment(FORMAT, exercise);
}

/** Reads the fragment of an address. Undefined: there is none. */
export async function readExerciseFragment(address: string): Promise<Exercise | FragmentProblem | undefined> {
  const read = await readFragment(address, [FORMAT]);
  if (read === undefined || typeof read === 'string') return read;
  return readOwnExercise(read.payload) ?? 'damaged';
}

/** Reads one that was stored or sent. Undefined: it is none. */
export function readOwnExercise(value: unknown): Exercise | undefined {
  const { exercise } = readExercise(value);
  return exercise && { ...exercise, id: ownId(exercise.id) };
}
