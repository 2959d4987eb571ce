/** The steps of an exercise, which tick themselves off when their conditions hold. */
import { readText } from '../../model/text.js';
import { MessageText } from '../parts.js';
import type { ExerciseSession } from './session.js';
import { Tick } from './tick.js';

export function Steps({ session }: { session: ExerciseSession }) {
  const { steps } = session.exercise;
  const holding = new Set(session.grade.value?.conditions.flatMap(({ id, holds }) => (holds ? [id] : [])));
  const done = steps.map(({ holds }) => holds.every((id) => holding.has(id)));
  const current = done.indexOf(false);
  return (
    <ol class="todo" aria-label="Steps">
      {steps.map((step, index) => (
        <li
          class={done[index] ? 'done' : index === current ? 'now' : ''}
          aria-current={index === current ? 'step' : undefined}
        >
          <Tick state={done[index] ? 'yes' : 'open'} />
          <div>
            <MessageText parts={readText(step.do)} />
            <span class="sr-only">{done[index] ? ', done' : ''}</span>
          </div>
        </li>
      ))}
    </ol>
  );
}
