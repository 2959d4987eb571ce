/**
 * The way of a result back, on the page of the exercise itself: where it came alone as a link, and where the browser keeps
 * nothing, so that no other page knows of it.
 */
import { useMemo } from 'preact/hooks';
import { handedOutAlone } from '../../exercises/assignment.js';
import { stateOf } from '../../exercises/progress.js';
import { NoticeLine, Notices } from '../notice-line.js';
import { workRecord } from './hand-in.js';
import { HandInActs, HandInWords } from './hand-in-view.js';
import { NameField } from './name-field.js';
import type { ExerciseSession } from './session.js';

interface ResultHereProps {
  readonly session: ExerciseSession;
  /** It came by itself, as a link. */
  readonly isAlone: boolean;
  /** The address of the page that reads results. */
  readonly team: string;
}

export function ResultHere({ session, isAlone, team }: ResultHereProps) {
  const notices = useMemo(() => new Notices(), []);
  const { exercise, progress, isSolved, isKept } = session;
  if (stateOf(progress.value) === 'open' || (!isAlone && isKept.value)) return null;
  const record = () => {
    const all = { [exercise.id]: progress.value };
    return isAlone ? workRecord(all, [exercise], handedOutAlone(exercise)) : workRecord(all, []);
  };
  return (
    <section class="result-here" id="hand-in" tabIndex={-1} aria-labelledby="hand-in-title">
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
