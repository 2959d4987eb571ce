/** The conditions of an exercise under the editor: which hold, and what is still the case. */
import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { ConditionGrade } from '../../grading/index.js';
import { MessageText } from '../parts.js';
import type { ExerciseSession } from './session.js';
import { Tick } from './tick.js';

export interface ConditionsProps {
  readonly session: ExerciseSession;
  /** Shows the place of a condition in the editor. */
  readonly onGo: (at: NonNullable<ConditionGrade['at']>) => void;
  readonly onReset: () => void;
  /** The exercise that follows, if any. */
  readonly next: { readonly title: string; readonly href: string } | undefined;
}

export function Conditions({ session, onGo, onReset, next }: ConditionsProps) {
  const words = useMemo(() => computed(() => stateWords(session)), [session]);
  const grade = session.grade.value;
  if (!grade) return <p class="nothing">Grading…</p>;
  const broken = grade.guards.filter(({ holds }) => !holds);
  const kept = grade.guards.filter(({ holds }) => holds);
  return (
    <>
      <div class={grade.isSolved ? 'conds-head is-solved' : 'conds-head'}>
        <b role="status">{words}</b>
        <span class="spring" />
        <button type="button" class="btn bare" onClick={onReset}>
          Start again
        </button>
        {next && grade.isSolved && (
          <a class="btn act" href={next.href}>
            Next: {next.title}
          </a>
        )}
      </div>
      <ul class="cond-list" aria-label="Conditions">
        {[...broken, ...grade.conditions].map((condition) => (
          <ConditionRow key={condition.id} condition={condition} session={session} onGo={onGo} />
        ))}
      </ul>
      {kept.length > 0 && (
        <p class="cond-kept">
          And as always:{' '}
          {kept.map(({ says }, index) => (
            <>
              {index > 0 && ' · '}
              <MessageText parts={says} />
            </>
          ))}
        </p>
      )}
    </>
  );
}

function stateWords({ grade, isSolved }: ExerciseSession): string {
  const now = grade.value;
  if (!now) return '';
  if (now.isSolved) return 'Solved: every condition holds';
  const holding = now.conditions.filter(({ holds }) => holds).length;
  const before = isSolved.value ? ' You solved it before.' : '';
  return `${holding} of ${now.conditions.length} conditions hold.${before}`;
}

function ConditionRow({
  condition: { says, holds, now, why, at },
  session,
  onGo,
}: Pick<ConditionsProps, 'session' | 'onGo'> & { condition: ConditionGrade }) {
  const { lines } = session.playground;
  return (
    <li class={holds ? 'cond yes' : 'cond no'}>
      <Tick state={holds ? 'yes' : 'no'} />
      <div>
        <span class="sr-only">{holds ? 'Holds: ' : 'Does not hold: '}</span>
        <MessageText parts={says} />
        {!holds && (
          <p>
            {now && <MessageText parts={now} />} <span class="why">{why && <MessageText parts={why} />}</span>
          </p>
        )}
      </div>
      <div class="r">
        {holds && now && <MessageText parts={now} />}
        {at && (
          <button type="button" class="btn bare" onClick={() => onGo(at)}>
            line {lines.value.lineAt(at.start)}
          </button>
        )}
      </div>
    </li>
  );
}
