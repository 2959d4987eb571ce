/**
 * What a reader has done, as a file or a link: to carry it to another browser, or to hand it to whoever leads a team.
 * Both are the same, so that nobody has to choose.
 */
import { isRecord } from '../model/record.js';
import { type FragmentProblem, readFragment, writeFragment } from '../share/fragment.js';
import type { Exercise } from './exercise.js';
import { readOwnExercise } from './own-exercise.js';
import { type ProgressOfAll, readProgress } from './progress.js';

/** What a record says of the assignment that it is about. */
export interface RecordedAssignment {
  readonly id: string;
  readonly title: string;
  /** Ids of its exercises, also of those that nobody has begun. */
  readonly exercises: readonly string[];
}

export interface WorkRecord {
  /** Name or nickname; empty where none was given. */
  readonly name: string;
  /** The assignment it belongs to, if it is about one only. */
  readonly assignment?: RecordedAssignment;
  /** When it was written; ISO 8601. */
  readonly written: string;
  readonly exercises: ProgressOfAll;
  /** The exercises of it that are not of the site, whole, so that whoever reads the record can grade them. */
  readonly own?: readonly Exercise[];
}

const FORMAT = 'record1';

/** The record as a file. */
export function recordText(record: WorkRecord): string {
  return `${JSON.stringify({ plimsoll: FORMAT, ...record }, undefined, 2)}\n`;
}

/** Reads a file; undefined where it is something else. */
export function readRecordText(text: string): WorkRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) && value['plimsoll'] === FORMAT ? readRecord(value) : undefined;
  } catch {
    return undefined;
  }
}

/** The fragment of a link, with its `#`. */
export function recordFragment(record: WorkRecord): Promise<string> {
  return writeFragment(FORMAT, record);
}

/** Reads the fragment of an address. Undefined: there is none. */
export async function readRecordFragment(address: string): Promise<WorkRecord | FragmentProblem | undefined> {
  const read = await readFragment(address, [FORMAT]);
  if (read === undefined || typeof read === 'string') return read;
  return readRecord(read.payload) ?? 'damaged';
}

function readRecord(value: unknown): WorkRecord | undefined {
  if (!isRecord(value) || !isRecord(value['exercises'])) return undefined;
  const { name, written, assignment } = value;
  const exercises = Object.entries(value['exercises']).flatMap(([id, one]) => {
    const progress = readProgress(one);
    return progress ? [[id, progress] as const] : [];
  });
  const about = readRecordedAssignment(assignment);
  const own = Array.isArray(value['own']) ? value['own'].flatMap((one: unknown) => readOwnExercise(one) ?? []) : [];
  return {
    name: typeof name === 'string' ? name : '',
    ...(about && { assignment: about }),
    written: typeof written === 'string' ? written : '',
    exercises: Object.fromEntries(exercises),
    ...(own.length > 0 && { own }),
  };
}

function readRecordedAssignment(value: unknown): RecordedAssignment | undefined {
  if (!isRecord(value)) return undefined;
  const { id, title, exercises } = value;
  if (typeof id !== 'string' || typeof title !== 'string') return undefined;
  const ids = Array.isArray(exercises) ? exercises.filter((one): one is string => typeof one === 'string') : [];
  return { id, title, exercises: ids };
}
