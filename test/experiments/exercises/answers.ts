/** The answers of an exercise that are really built, and what is measured of each. */
import type { Answer, Exercise } from '../../../src/exercises/exercise.js';

/** By name: `start`, `solution`, or the title of an alternative. */
export function builtAnswers({ start, solution, alternatives }: Exercise): readonly (readonly [string, Answer])[] {
  return [
    ['start', start],
    ...(solution ? [['solution', solution.answer] as const] : []),
    ...alternatives.map(({ title, answer }) => [title, answer] as const),
  ];
}

/** Files of the context whose edit a condition is about. */
export function editedFiles({ conditions }: Exercise): readonly string[] {
  const files = Object.values(conditions).flatMap((condition) =>
    ['rebuilt-steps', 'stays-cached'].flatMap((kind) => {
      const file = (condition[kind] as { readonly file?: unknown } | undefined)?.file;
      return typeof file === 'string' ? [file] : [];
    }),
  );
  return [...new Set(files)];
}
