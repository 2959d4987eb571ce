/** Whether an answer solves an exercise, and what is still wrong. By the state reached, never by the text typed. */

import type { Span } from '../model/index.js';
import { readText, type Text } from '../model/text.js';
import type { Verdict } from './condition.js';
import type { Condition } from './conditions.js';
import { builds, type Guard, guards } from './guards.js';
import type { Submission } from './submission.js';

/** One condition of an answer. Plain data, fit to cross to a worker's other side. */
export interface ConditionGrade {
  readonly id: string;
  /** The condition in words. */
  readonly says: Text;
  readonly holds: boolean;
  /** What is the case. Where it holds: a figure, if there is one. */
  readonly now?: Text;
  /** Where it does not hold: the usual way to be wrong, and why it matters. */
  readonly state?: string;
  readonly why?: Text;
  readonly at?: Span;
}

export interface Grade {
  /** The exercise's own. */
  readonly conditions: readonly ConditionGrade[];
  /** What holds for every exercise. */
  readonly guards: readonly ConditionGrade[];
  readonly isSolved: boolean;
}

/** Grades an answer; `start` is what the reader was given. */
export function grade(submission: Submission, start: Submission, conditions: readonly Condition[]): Grade {
  const built = gradeGuard(builds, submission, start);
  const graded = conditions.map((one) => (built.holds ? gradeCondition(one, submission) : notYet(one)));
  const guarded = [built, ...(built.holds ? guards.map((one) => gradeGuard(one, submission, start)) : [])];
  return { conditions: graded, guards: guarded, isSolved: [...graded, ...guarded].every(({ holds }) => holds) };
}

function gradeCondition(condition: Condition, submission: Submission): ConditionGrade {
  const { id, kind, values, why } = condition;
  const verdict = kind.check(submission, values);
  return { id, says: wordsOf(condition), ...told(verdict, { ...kind.states, ...why }) };
}

function gradeGuard({ id, says, states, check }: Guard, submission: Submission, start: Submission): ConditionGrade {
  return { id, says: [says], ...told(check(submission, start), states) };
}

function told(
  verdict: Verdict,
  reasons: Readonly<Record<string, string>>,
): Pick<ConditionGrade, 'holds' | 'now' | 'state' | 'why' | 'at'> {
  if (verdict.holds) return { holds: true, ...(verdict.now && { now: verdict.now }) };
  const { state, now, at } = verdict;
  return { holds: false, state, now, why: readText(reasons[state] ?? ''), ...(at && { at }) };
}

/** The state of every condition of a file that does not build. */
export const NOT_BUILT = 'not-built';

function notYet(condition: Condition): ConditionGrade {
  return {
    id: condition.id,
    says: wordsOf(condition),
    holds: false,
    state: NOT_BUILT,
    now: ['It does not build yet.'],
    why: [],
  };
}

/** A condition in words. */
export function wordsOf({ kind, values, says }: Condition): Text {
  return says === undefined ? kind.says(values) : readText(says);
}
