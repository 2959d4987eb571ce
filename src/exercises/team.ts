/** What came back from a team: who has solved what, and where people got stuck. */
import { isRecord } from '../model/record.js';
import type { Exercise } from './exercise.js';
import { mergeAll, NO_PROGRESS, type Progress } from './progress.js';
import { readRecordText, recordText, type WorkRecord } from './record.js';

export interface Team {
  /** One for each person and assignment. */
  readonly records: readonly WorkRecord[];
  /** The lead's, by person and exercise. */
  readonly comments: Readonly<Record<string, string>>;
}

export const NO_TEAM: Team = { records: [], comments: {} };

/** Whoever gave no name is told apart by the time. */
export function personOf({ name, written }: WorkRecord): string {
  return name.trim() || `no name, ${written.slice(0, 16).replace('T', ' ')}`;
}

/** Takes in a record. A later one of the same person for the same assignment adds to the earlier one. */
export function withRecord({ records, comments }: Team, record: WorkRecord): Team {
  const isSame = (one: WorkRecord) =>
    personOf(one) === personOf(record) && one.assignment?.id === record.assignment?.id;
  const known = records.find(isSame);
  if (!known) return { records: [...records, record], comments };
  const own = withOwn(known.own, record.own);
  const exercises = mergeAll(known.exercises, record.exercises);
  const merged = { ...record, exercises, ...(own.length > 0 && { own }) };
  return { records: records.map((one) => (one === known ? merged : one)), comments };
}

/** Of two versions of an exercise, the one that came last. */
function withOwn(known: WorkRecord['own'] = [], came: WorkRecord['own'] = []): readonly Exercise[] {
  return [...known.filter(({ id }) => !came.some((one) => one.id === id)), ...came];
}

export function withoutRecord({ records, comments }: Team, record: WorkRecord): Team {
  return { records: records.filter((one) => one !== record), comments };
}

export function commentKey(record: WorkRecord, exercise: string): string {
  return JSON.stringify([personOf(record), record.assignment?.id ?? '', exercise]);
}

export function withComment(team: Team, key: string, comment: string): Team {
  const { [key]: _, ...rest } = team.comments;
  return { ...team, comments: comment.trim() === '' ? rest : { ...rest, [key]: comment } };
}

/** A condition on which people failed. */
export interface Obstacle {
  /** The id of the condition. */
  readonly condition: string;
  /** How many people. */
  readonly people: number;
  /** In how many of their tries together. */
  readonly tries: number;
}

/** Where people got stuck in an exercise, the hardest first. */
export function obstaclesIn({ records }: Team, exercise: string): readonly Obstacle[] {
  const found = new Map<string, Obstacle>();
  for (const { exercises } of records)
    for (const [condition, count] of Object.entries(exercises[exercise]?.stuck ?? {})) {
      const { people = 0, tries = 0 } = found.get(condition) ?? {};
      found.set(condition, { condition, people: people + 1, tries: tries + count });
    }
  return [...found.values()].sort((one, other) => other.people - one.people || other.tries - one.tries);
}

/** All ids of exercises that were handed out or worked in, those named first in their order. */
export function exercisesOf({ records }: Team, order: readonly string[]): readonly string[] {
  const worked = new Set(
    records.flatMap(({ exercises, assignment }) => [...(assignment?.exercises ?? []), ...Object.keys(exercises)]),
  );
  return [...order.filter((id) => worked.has(id)), ...[...worked].filter((id) => !order.includes(id)).sort()];
}

/** What a person has done in an exercise: nothing yet, where it was handed out; undefined where it was not. */
export function workIn({ exercises, assignment }: WorkRecord, id: string): Progress | undefined {
  return exercises[id] ?? (assignment?.exercises.includes(id) ? NO_PROGRESS : undefined);
}

/** What a lead has gathered, as text for the browser's storage. */
export function teamText({ records, comments }: Team): string {
  return JSON.stringify({ records: records.map(recordText), comments });
}

/** Reads it; what can't be read is left out. */
export function readTeam(text: string | undefined): Team {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (!isRecord(value) || !Array.isArray(value['records'])) return NO_TEAM;
    const records = value['records'].flatMap((one: unknown) =>
      typeof one === 'string' ? (readRecordText(one) ?? []) : [],
    );
    const comments = isRecord(value['comments']) ? Object.entries(value['comments']) : [];
    return { records, comments: Object.fromEntries(comments.map(([key, comment]) => [key, String(comment)])) };
  } catch {
    return NO_TEAM;
  }
}
