/**
 * What a reader has done, as a file or a link: to carry it to another browser, or to hand it to whoever leads a team.
 * Both are the same, so that nobody has to choose.
 */
import { isRecord } from '../model/record.js';
import { type FragmentProblem, readFragment, writeFragment } from '../share/fragment.js';
import { type ProgressOfAll, readProgress } from './progress.js';

export interface WorkRecord {
  /** Name or nickname; empty where none was given. */
  readonly name: string;
  /** The assignment it belongs to, if it is about one only. */
  readonly assignment?: { readonly id: string; readonly title: string };
  /** When it was written; ISO 8601. */
  readonly written: string;
  readonly exercises: ProgressOfAll;
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

/** Reads a fragment, or a whole address with one. Undefined: there is none. */
export async function readRecordFragment(address: string): Promise<WorkRecord | FragmentProblem | undefined> {
  const read = await readFragment(address.slice(Math.max(0, address.indexOf('#'))).trim(), [FORMAT]);
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
  const about =
    isRecord(assignment) && typeof assignment['id'] === 'string' && typeof assignment['title'] === 'string'
      ? { id: assignment['id'], title: assignment['title'] }
      : undefined;
  return {
    name: typeof name === 'string' ? name : '',
    ...(about && { assignment: about }),
    written: typeof written === 'string' ? written : '',
    exercises: Object.fromEntries(exercises),
  };
}
