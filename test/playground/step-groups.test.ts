import { expect, test } from 'vitest';
import { stepGroups } from '../../src/playground/panels/step-groups.js';
import type { StepView } from '../../src/playground/protocol.js';

function steps(stage: string, states: readonly StepView['step'][]): StepView[] {
  return states.map((step, index) => ({ stage, step, line: index + 1, instruction: 'RUN', text: 'RUN a', why: '' }));
}

test.each([
  [[], 'no steps'],
  [['cached', 'cached'], 'nothing runs'],
  [['run'], '1 of 1 step runs'],
  [['cached', 'run', 'run'], '2 of 3 steps run'],
  [['not-needed', 'run', 'cached'], '1 of 2 steps runs'],
  [['not-needed'], 'not needed'],
] as const)('%j: %s', (states, words) => {
  expect(stepGroups(steps('0', states)).words).toBe(words);
});

test('steps stand by stage, in the order of the file', () => {
  const { groups } = stepGroups([...steps('build', ['run']), ...steps('1', ['cached', 'run'])]);
  expect(groups.map(({ stage, words }) => [stage, words])).toEqual([
    ['build', '1 of 1 step runs'],
    ['1', '1 of 2 steps runs'],
  ]);
});

test('the change reaches a step from the one above that runs', () => {
  const { groups } = stepGroups(steps('0', ['cached', 'run', 'run', 'not-needed', 'run']));
  expect(groups[0]?.steps.map(({ isReached }) => isReached)).toEqual([false, false, true, false, false]);
});

test('a long file is counted as a whole and drawn in part', () => {
  const { groups, hidden, words } = stepGroups(
    steps(
      '0',
      Array.from({ length: 1000 }, () => 'run' as const),
    ),
  );
  expect(words).toBe('1000 of 1000 steps run');
  expect((groups[0]?.steps.length ?? 0) + hidden).toBe(1000);
  expect(hidden).toBeGreaterThan(0);
});
