/** What a lead hands out: exercises in an order, with a configuration and a message. It is a link; there is no server. */
import { type Configuration, DEFAULT_CONFIGURATION, readConfiguration } from '../config/configuration.js';
import { isRecord } from '../model/record.js';
import { type FragmentProblem, readFragment, writeFragment } from '../share/fragment.js';
import type { Exercise } from './exercise.js';
import { readOwnExercise } from './own-exercise.js';

export interface Assignment {
  /** Tells records of it from those of another one. */
  readonly id: string;
  readonly title: string;
  /** For the colleagues; may be empty. */
  readonly message: string;
  /** In order: ids of Plimsoll's exercises, and whole ones that the lead has made. */
  readonly exercises: readonly (string | Exercise)[];
  /** Which rules the exercises show findings of. */
  readonly configuration: Configuration;
}

/** As much of it as its results say. */
export type HandedOut = Pick<Assignment, 'id' | 'title' | 'exercises'>;

/** An exercise that was handed out by itself goes back as an assignment of one. */
export function handedOutAlone(exercise: Exercise): HandedOut {
  return { id: exercise.id, title: exercise.title, exercises: [exercise] };
}

const FORMAT = 'assignment1';

/** The fragment of its link, with the `#`. */
export function assignmentFragment(assignment: Assignment): Promise<string> {
  return writeFragment(FORMAT, assignment);
}

/** Reads the fragment of an address. Undefined: there is none. */
export async function readAssignmentFragment(fragment: string): Promise<Assignment | FragmentProblem | undefined> {
  const read = await readFragment(fragment, [FORMAT]);
  if (read === undefined || typeof read === 'string') return read;
  return readAssignment(read.payload) ?? 'damaged';
}

/** Reads an assignment that was stored or sent. Undefined: it is none. */
export function readAssignment(value: unknown): Assignment | undefined {
  if (!isRecord(value) || typeof value['id'] !== 'string' || !Array.isArray(value['exercises'])) return undefined;
  const { id, title, message, configuration } = value;
  const exercises = value['exercises'].flatMap((one: unknown): (string | Exercise)[] => {
    const exercise = typeof one === 'string' ? one : readOwnExercise(one);
    return exercise === undefined ? [] : [exercise];
  });
  return {
    id,
    title: typeof title === 'string' ? title : '',
    message: typeof message === 'string' ? message : '',
    exercises,
    configuration: configuration === undefined ? DEFAULT_CONFIGURATION : readConfiguration(configuration).configuration,
  };
}

/** Those of an assignment that a lead has made. */
export function ownExercisesIn({ exercises }: Assignment): readonly Exercise[] {
  return exercises.filter((one) => typeof one !== 'string');
}

/** The id of an exercise of an assignment. */
export function idOf(exercise: string | Exercise): string {
  return typeof exercise === 'string' ? exercise : exercise.id;
}
