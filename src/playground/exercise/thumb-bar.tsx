/** On a phone, where brief, editor and conditions stand below each other: how far it is, and the ways between them. */
import type { ExerciseSession } from './session.js';

export function ThumbBar({ session }: { session: ExerciseSession }) {
  const grade = session.grade.value;
  const holding = grade?.conditions.filter(({ holds }) => holds).length;
  return (
    <>
      <a href="#_top">Brief</a>
      <a href="#editor">Editor</a>
      <a href="#conditions">
        {grade?.isSolved ? 'Solved' : grade ? `${holding} of ${grade.conditions.length} hold` : 'Conditions'}
      </a>
    </>
  );
}
