/** An exercise as plain data: what its pages, its grading, a team's link and the printed sheet are made of. */
import { TABLES_DATE } from '../data/date.js';
import type { WrittenConditions } from '../grading/written.js';
import type { BuildInput } from '../model/index.js';
import type { BuildSurroundings } from '../share/workspace.js';
import type { Track } from './tracks.js';

/** What a reader hands in. */
export interface Answer {
  /** The Dockerfile. */
  readonly text: string;
  /** The `.dockerignore`, where the exercise has one. */
  readonly dockerignore?: string;
}

export interface Step {
  /** An order: "Copy the lock file before the install." Code stands between backticks. */
  readonly do: string;
  /** Ids of the conditions that show that it is done. */
  readonly holds: readonly string[];
}

export interface Solution {
  readonly answer: Answer;
  /** The reasoning; paragraphs, with code between backticks. */
  readonly why: string;
}

/** Another right answer, to compare with. */
export interface Alternative extends Solution {
  readonly title: string;
}

export interface Exercise {
  /** Stays the same when titles and order change: progress is kept under it. */
  readonly id: string;
  readonly title: string;
  /** Undefined for one that somebody made for a team. */
  readonly track: Track | undefined;
  /** How long it takes. */
  readonly minutes: number;
  /** The one thing to do, in a sentence. */
  readonly goal: string;
  /** The brief as text, where it is no page of this site: paragraphs, with code between backticks. */
  readonly brief: string | undefined;
  readonly start: Answer;
  readonly build: Omit<BuildSurroundings, 'dockerignore'>;
  readonly conditions: WrittenConditions;
  readonly steps: readonly Step[];
  /** From a nudge to nearly the answer. */
  readonly hints: readonly string[];
  readonly solution: Solution | undefined;
  readonly alternatives: readonly Alternative[];
  /** Ids of exercises whose lesson this one uses. */
  readonly uses: readonly string[];
  /** Rules and guides that say more. */
  readonly rules: readonly string[];
  readonly guides: readonly string[];
  /** What a team can talk about afterwards. */
  readonly discuss: readonly string[];
}

/** The file in which an exercise is solved first: the `.dockerignore` where the solution changes nothing else. */
export function firstFileOf({ start, solution }: Exercise): 'dockerfile' | 'dockerignore' {
  const isInIgnoreFile =
    solution?.answer.text === start.text &&
    solution.answer.dockerignore !== undefined &&
    solution.answer.dockerignore !== start.dockerignore;
  return isInIgnoreFile ? 'dockerignore' : 'dockerfile';
}

/** What the grading needs to know of an exercise. */
export type Gradable = Pick<Exercise, 'start' | 'build' | 'conditions'>;

/** What a builder gets of an answer. The day is that of the tables, so that an answer that was right once stays right. */
export function inputOf({ build, start }: Gradable, answer: Answer): BuildInput {
  const dockerignore = answer.dockerignore ?? start.dockerignore;
  return { ...build, ...(dockerignore !== undefined && { dockerignore }), text: answer.text, today: TABLES_DATE };
}
