/** The steps of a build after a change, grouped by stage, with the way that the change takes through them. */
import type { StepView } from '../protocol.js';

export interface ShownStep extends StepView {
  /** It runs, and so does the one above it: the change comes from there. */
  readonly isReached: boolean;
}

export interface StepGroup {
  readonly stage: string;
  readonly steps: readonly ShownStep[];
  /** What runs of it, in words: `2 of 3 steps run`, `not needed`. */
  readonly words: string;
}

export interface StepGroups {
  /** None has a title if there is only one. */
  readonly groups: readonly StepGroup[];
  readonly words: string;
  /** Steps that are left out at the end. */
  readonly hidden: number;
}

/** More are no help to anybody, and take the browser long to draw. */
const MOST_STEPS = 300;

export const STEP_WORDS: Readonly<Record<StepView['step'], string>> = {
  run: 'runs',
  cached: 'cached',
  'not-needed': 'not needed',
};

export function stepGroups(steps: readonly StepView[]): StepGroups {
  const shown = steps.slice(0, MOST_STEPS);
  const stages = [...new Set(shown.map(({ stage }) => stage))];
  const groups = stages.map((stage): StepGroup => {
    const own = shown.filter((step) => step.stage === stage);
    return {
      stage,
      steps: own.map((step, index) => ({ ...step, isReached: isReached(own, index) })),
      words: wordsOf(own),
    };
  });
  return { groups, words: wordsOf(steps), hidden: steps.length - shown.length };
}

function isReached(steps: readonly StepView[], index: number): boolean {
  return steps[index]?.step === 'run' && steps[index - 1]?.step === 'run';
}

function wordsOf(steps: readonly StepView[]): string {
  const needed = steps.filter(({ step }) => step !== 'not-needed');
  const runs = needed.filter(({ step }) => step === 'run').length;
  if (needed.length === 0) return steps.length === 0 ? 'no steps' : 'not needed';
  if (runs === 0) return 'nothing runs';
  return `${runs} of ${needed.length} ${needed.length === 1 ? 'step' : 'steps'} ${runs === 1 ? 'runs' : 'run'}`;
}
