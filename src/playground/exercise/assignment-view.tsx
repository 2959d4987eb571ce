/** The assignment that a reader works on: what is to be done, and how it goes back to whoever handed it out. */
import type { Signal } from '@preact/signals';
import { type Assignment, idOf, ownExercisesIn } from '../../exercises/assignment.js';
import { wayOn } from '../../exercises/way-on.js';
import { takeAssignment } from './current-assignment.js';
import { ExerciseItem } from './exercise-item.js';
import { workRecord } from './hand-in.js';
import { HandInActs, HandInWords } from './hand-in-view.js';
import { NameField } from './name-field.js';
import type { OverviewProps } from './overview-props.js';
import { WayOnLink } from './way-on-link.js';
import { ownExerciseLink } from './where.js';

interface AssignmentProps extends OverviewProps {
  readonly assignment: Signal<Assignment | undefined>;
}

export function AssignmentView({ assignment, ...view }: AssignmentProps) {
  const { progress, data, notices } = view;
  const current = assignment.value;
  if (!current) return null;
  const ids = current.exercises.map(idOf);
  const done = ids.filter((id) => progress.value[id]?.solved).length;
  const linkOf = (one: Assignment['exercises'][number]) =>
    typeof one === 'string' ? data.exercises.find(({ id }) => id === one) : ownExerciseLink(one, data.pages.own);
  const way = wayOn(current.exercises.filter(linkOf).map(idOf), progress.value);
  const next = current.exercises.find((one) => idOf(one) === way?.id);
  const leave = () => {
    takeAssignment(undefined);
    assignment.value = undefined;
    notices.sayWithUndo('The assignment is put away. Your answers stay.', () => {
      takeAssignment(current);
      assignment.value = current;
    });
  };
  return (
    <section class="assignment" aria-labelledby="assignment-title">
      <h2 id="assignment-title">{current.title || 'Your assignment'}</h2>
      {current.message && <p class="message">{current.message}</p>}
      <ol class="exercise-list">
        {current.exercises.map((one) => (
          <ExerciseItem
            key={idOf(one)}
            id={idOf(one)}
            link={linkOf(one)}
            way={way}
            note={typeof one === 'string' ? undefined : 'made by your team'}
            progress={progress}
          />
        ))}
      </ol>
      <WayOnLink way={way} link={next === undefined ? undefined : linkOf(next)} isStrong />
      <NameField label="Your name or nickname, if you like" />
      <HandInActs
        record={() => workRecord(progress.value, ownExercisesIn(current), current)}
        isNext={way === undefined}
        team={data.pages.team}
        notices={notices}
      >
        <button type="button" class="btn bare" onClick={leave}>
          Put the assignment away
        </button>
      </HandInActs>
      <p class="muted">
        {done} of {ids.length} solved. <HandInWords />
      </p>
    </section>
  );
}
