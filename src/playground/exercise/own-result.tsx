/** Under an exercise that came by itself as a link: the way of its result back, also where the browser keeps nothing. */
import { useMemo } from 'preact/hooks';
import { handedOutAlone } from '../../exercises/assignment.js';
import { stateOf } from '../../exercises/progress.js';
import { NoticeLine, Notices } from '../notice-line.js';
import { workRecord } from './hand-in.js';
import { HandInActs, HandInWords } from './hand-in-view.js';
import { NameField } from './name-field.js';
import type { ExerciseSession } from './session.js';

export function OwnResult({ session, team }: { session: ExerciseSession; team: string }) {
  const notices = useMemo(() => new Notices(), []);
  const { exercise, progress, isSolved } = session;
  if (stateOf(progress.value) === 'open') return null;
  const record = () => workRecord({ [exercise.id]: progress.value }, [exercise], handedOutAlone(exercise));
  return (
    <section class="own-result" id="hand-in" tabIndex={-1} aria-labelledby="hand-in-title">
      <h2 id="hand-in-title">Your result</h2>
      <NameField label="Your name or nickname, if you like" />
      <HandInActs record={record} isNext={isSolved.value} team={team} notices={notices} />
      <NoticeLine speaker={notices} />
      <p class="muted">
        <HandInWords />
      </p>
    </section>
  );
}
