/** How the start and the solution are graded, and what follows of it. */
import type { Trial } from '../../exercises/trial.js';
import { GradeView } from './grade-view.js';
import { draft, exercise, trial } from './making.js';

/** Whether the start fails and the solution passes, as it is now. */
export function TrialView() {
  if (!trial.value || exercise.value.start.text.trim() === '' || draft.value.conditions.length === 0) return null;
  const { start, solution } = trial.value;
  return (
    <section aria-labelledby="graded">
      <h2 id="graded">How it is graded</h2>
      <p role="status">{trialWords(trial.value)}</p>
      <GradeView title="The start" grade={start} />
      {solution && <GradeView title="The solution" grade={solution} />}
    </section>
  );
}

function trialWords({ start, solution }: Trial): string {
  if (start.isSolved) return 'The start is right already: whoever opens the exercise has nothing to do.';
  if (!solution)
    return 'The start is not right yet, as it should be. No solution is given: nobody has seen that there is one.';
  return solution.isSolved
    ? 'The start is not right, and the solution is: the exercise works.'
    : 'The solution is not right by these conditions: nobody has seen that they can be met.';
}

export function doesWork({ start, solution }: Trial): boolean {
  return !start.isSolved && solution?.isSolved === true;
}
