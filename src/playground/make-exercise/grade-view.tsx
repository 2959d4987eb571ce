/** A grade in a list: which conditions hold, and what is told where they don't. */
import type { Grade } from '../../grading/index.js';
import { Tick } from '../exercise/tick.js';
import { MessageText } from '../parts.js';

export function GradeView({ title, grade }: { title: string; grade: Grade }) {
  return (
    <details>
      <summary>{title}</summary>
      <ul class="cond-list">
        {[...grade.guards, ...grade.conditions].map(({ id, says, holds, now, why }) => (
          <li key={id} class={holds ? 'cond yes' : 'cond no'}>
            <Tick state={holds ? 'yes' : 'no'} />
            <div>
              <MessageText parts={says} />
              {!holds && (
                <p>
                  {now && <MessageText parts={now} />} {why && <MessageText parts={why} />}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
