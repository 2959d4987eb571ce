/**
 * What a reader has done in an exercise. It is kept under the id of the exercise: texts, conditions and order may change
 * without loss, and what was solved once stays solved.
 */
import type { Grade } from '../grading/index.js';
import { isRecord, type UnknownRecord } from '../model/record.js';
import type { Answer } from './exercise.js';
import { readAnswer } from './read-exercise.js';

export interface Solved {
  /** When; ISO 8601. */
  readonly at: string;
  /** The first right answer. */
  readonly answer: Answer;
  /** Tries before it. */
  readonly tries: number;
  /** How many hints had been opened. */
  readonly hints: number;
  /** The solution had been looked at. */
  readonly sawSolution: boolean;
}

export interface Progress {
  /** What stands in the editor; undefined: what the exercise begins with. */
  readonly answer?: Answer;
  /** When anything was changed last; ISO 8601. */
  readonly changed: string;
  /** Answers that rested for a moment and did not solve it. */
  readonly tries: number;
  /** How many hints were opened, from the first on. */
  readonly hints: number;
  readonly sawSolution: boolean;
  /** In how many tries each condition did not hold, by its id. */
  readonly stuck: Readonly<Record<string, number>>;
  readonly solved?: Solved;
}

export const NO_PROGRESS: Progress = { changed: '', tries: 0, hints: 0, sawSolution: false, stuck: {} };

/** `open`: nothing was written in it. */
export type WorkState = 'open' | 'begun' | 'solved';

export function stateOf(progress: Progress | undefined): WorkState {
  if (progress?.solved) return 'solved';
  return progress?.answer || progress?.tries ? 'begun' : 'open';
}

/** By the ids of exercises. */
export type ProgressOfAll = Readonly<Record<string, Progress>>;

/** Another text stands in the editor. */
export function withAnswer(progress: Progress, answer: Answer, now: string): Progress {
  return { ...progress, answer, changed: now };
}

/** An answer was graded: it counts as a try until the exercise is solved, and solves it where it is right. */
export function withTry(progress: Progress, answer: Answer, grade: Grade, now: string): Progress {
  if (progress.solved) return progress;
  const { tries, hints, sawSolution } = progress;
  if (grade.isSolved) return { ...progress, changed: now, solved: { at: now, answer, tries, hints, sawSolution } };
  const stuck = { ...progress.stuck };
  for (const { id, holds } of [...grade.conditions, ...grade.guards]) if (!holds) stuck[id] = (stuck[id] ?? 0) + 1;
  return { ...progress, changed: now, tries: tries + 1, stuck };
}

/** Hints were opened; `count` of them, from the first on. */
export function withHints(progress: Progress, count: number, now: string): Progress {
  return count > progress.hints ? { ...progress, hints: count, changed: now } : progress;
}

export function withSolutionSeen(progress: Progress, now: string): Progress {
  return progress.sawSolution ? progress : { ...progress, sawSolution: true, changed: now };
}

/** The editor as at the start. What was solved stays solved, and tries stay counted. */
export function withoutAnswer({ answer: _, ...progress }: Progress, now: string): Progress {
  return { ...progress, changed: now };
}

/** What two browsers have kept of one exercise: nothing that was solved is lost, and the later text stands in the editor. */
export function mergeProgress(one: Progress, other: Progress): Progress {
  const [earlier, later] = one.changed <= other.changed ? [one, other] : [other, one];
  const solved = firstOf(one.solved, other.solved);
  const answer = later.answer ?? earlier.answer;
  return {
    ...(answer && { answer }),
    changed: later.changed,
    tries: Math.max(one.tries, other.tries),
    hints: Math.max(one.hints, other.hints),
    sawSolution: one.sawSolution || other.sawSolution,
    stuck: mergeCounts(one.stuck, other.stuck),
    ...(solved && { solved }),
  };
}

function firstOf(one: Solved | undefined, other: Solved | undefined): Solved | undefined {
  if (!one || !other) return one ?? other;
  return one.at <= other.at ? one : other;
}

function mergeCounts(one: Progress['stuck'], other: Progress['stuck']): Progress['stuck'] {
  const ids = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...ids].map((id) => [id, Math.max(one[id] ?? 0, other[id] ?? 0)]));
}

/** The same for all exercises. */
export function mergeAll(one: ProgressOfAll, other: ProgressOfAll): ProgressOfAll {
  const merged = { ...one };
  for (const [id, progress] of Object.entries(other)) {
    const mine = merged[id];
    merged[id] = mine ? mergeProgress(mine, progress) : progress;
  }
  return merged;
}

/** Reads what was stored or comes from a file. Undefined: it is no progress. What is wrong inside is left out. */
export function readProgress(value: unknown): Progress | undefined {
  if (!isRecord(value) || typeof value['changed'] !== 'string') return undefined;
  const answer = readAnswer(value['answer']);
  const solved = readSolved(value['solved']);
  return {
    ...(answer && { answer }),
    changed: value['changed'],
    tries: countIn(value, 'tries'),
    hints: countIn(value, 'hints'),
    sawSolution: value['sawSolution'] === true,
    stuck: readCounts(value['stuck']),
    ...(solved && { solved }),
  };
}

function readSolved(value: unknown): Solved | undefined {
  if (!isRecord(value) || typeof value['at'] !== 'string') return undefined;
  const answer = readAnswer(value['answer']);
  if (!answer) return undefined;
  const { at } = value;
  const sawSolution = value['sawSolution'] === true;
  return { at, answer, tries: countIn(value, 'tries'), hints: countIn(value, 'hints'), sawSolution };
}

function countIn(value: UnknownRecord, key: string): number {
  const count = value[key];
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : 0;
}

function readCounts(value: unknown): Progress['stuck'] {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.keys(value).flatMap((id) => (countIn(value, id) > 0 ? [[id, countIn(value, id)]] : [])),
  );
}
