/** How many lines the editor of an exercise shows, where there is room: those of the start and of its solution. */
import type { Answer, Exercise } from '../../exercises/exercise.js';

export function editorLines({ start, solution }: Exercise): number {
  const answers = solution ? [start, solution.answer] : [start];
  return Math.max(...answers.flatMap(linesOf));
}

function linesOf({ text, dockerignore = '' }: Answer): readonly number[] {
  return [text, dockerignore].map((one) => one.split('\n').length);
}
