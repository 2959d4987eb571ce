/** The assignment that a reader works on: what is to be done, and how it goes back to whoever handed it out. */
import type { Signal } from '@preact/signals';
import { type Assignment, idOf } from '../../exercises/assignment.js';
import { readerName, takeAssignment, takeName } from './current-assignment.js';
import { copyRecordLink, downloadRecord, workRecord } from './hand-in.js';
import type { OverviewProps } from './overview-props.js';
import { ownExerciseLink } from './where.js';

interface AssignmentProps extends OverviewProps {
  readonly assignment: Signal<Assignment | undefined>;
}

export function AssignmentView({ assignment, ...view }: AssignmentProps) {
  const { progress, data, notices } = view;
  const current = assignment.value;
  if (!current) return null;
  const done = current.exercises.filter((one) => progress.value[idOf(one)]?.solved).length;
  const leave = () => {
    takeAssignment(undefined);
    assignment.value = undefined;
    notices.say({
      kind: 'plain',
      text: 'The assignment is put away. Your answers stay.',
      action: { label: 'Undo', run: () => takeBack(current) },
    });
  };
  const takeBack = (back: Assignment) => {
    takeAssignment(back);
    assignment.value = back;
    notices.say(undefined);
  };
  const record = () => workRecord(progress.value, current);
  return (
    <section class="assignment" aria-labelledby="assignment-title">
      <h2 id="assignment-title">{current.title || 'Your assignment'}</h2>
      {current.message && <p class="message">{current.message}</p>}
      <ol class="exercise-list">
        {current.exercises.map((one) => (
          <AssignedItem key={idOf(one)} {...view} exercise={one} />
        ))}
      </ol>
      <p class="name-field">
        <label for="reader-name">Your name or nickname, if you like</label>
        <input
          id="reader-name"
          class="text-field"
          autocomplete="name"
          maxLength={80}
          defaultValue={readerName()}
          onInput={(event) => takeName(event.currentTarget.value)}
        />
      </p>
      <p class="acts">
        <button type="button" class="btn act" onClick={() => downloadRecord(record())}>
          Save the result as a file
        </button>
        <button type="button" class="btn" onClick={() => void copyRecordLink(record(), data.pages.team, notices)}>
          Copy it as a link
        </button>
        <button type="button" class="btn bare" onClick={leave}>
          Put the assignment away
        </button>
      </p>
      <p class="muted">
        {done} of {current.exercises.length} solved. Send the file or the link to whoever gave you the assignment: it
        has your answers, how many tries each took, and which hints you opened. Nothing is sent by itself.
      </p>
    </section>
  );
}

function AssignedItem({
  exercise,
  data,
  progress,
}: Pick<OverviewProps, 'data' | 'progress'> & { exercise: Assignment['exercises'][number] }) {
  const id = idOf(exercise);
  const way =
    typeof exercise === 'string'
      ? data.exercises.find((one) => one.id === exercise)
      : ownExerciseLink(exercise, data.pages.own);
  const one = progress.value[id];
  const state = one?.solved ? 'solved' : one?.answer ? 'begun' : 'open';
  return (
    <li data-state={state}>
      <span class="ex-state" aria-hidden="true" />
      <div>
        {way ? <a href={way.href}>{way.title}</a> : <span>“{id}” is not one of this site’s exercises any more.</span>}
        <span class="sr-only">{state === 'open' ? '' : `, ${state}`}</span>
      </div>
      <span class="minutes">{typeof exercise === 'string' ? '' : 'made by your team'}</span>
    </li>
  );
}
