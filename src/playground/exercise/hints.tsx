/** Hints, one after the other: each can be opened once the one before it was. */
import { readText } from '../../model/text.js';
import { MessageText } from '../parts.js';
import type { ExerciseSession } from './session.js';

export function Hints({ session }: { session: ExerciseSession }) {
  const { hints } = session.exercise;
  const opened = session.progress.value.hints;
  return (
    <>
      {hints.slice(0, opened + 1).map((hint, index) => (
        <details class="hint" onToggle={({ currentTarget }) => currentTarget.open && session.openedHints(index + 1)}>
          <summary>
            Hint {index + 1} of {hints.length}
          </summary>
          <p>
            <MessageText parts={readText(hint)} />
          </p>
        </details>
      ))}
    </>
  );
}
