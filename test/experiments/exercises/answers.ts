/** The answers of an exercise that are really built, and what its conditions ask of each. */
import type { Answer, Exercise } from '../../../src/exercises/exercise.js';

/** By name: `start`, `solution`, or the title of an alternative. */
export function builtAnswers({ start, solution, alternatives }: Exercise): readonly (readonly [string, Answer])[] {
  return [
    ['start', start],
    ...(solution ? [['solution', solution.answer] as const] : []),
    ...alternatives.map(({ title, answer }) => [title, answer] as const),
  ];
}

/** What conditions of some kinds name under a key, each once. */
export function asked({ conditions }: Exercise, kinds: readonly string[], key: string): readonly string[] {
  const found = Object.values(conditions).flatMap((condition) =>
    kinds.flatMap((kind) => {
      const value = (condition[kind] as Readonly<Record<string, unknown>> | undefined)?.[key];
      return Array.isArray(value) ? value : [value];
    }),
  );
  return [...new Set(found.filter((one) => typeof one === 'string'))];
}

export function asks({ conditions }: Exercise, kind: string): boolean {
  return Object.values(conditions).some((condition) => kind in condition);
}
