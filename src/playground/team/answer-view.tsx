/** An answer that came back: what it changes, and whether it is right, as it is graded here and now. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Exercise } from '../../exercises/exercise.js';
import type { Progress } from '../../exercises/progress.js';
import type { WorkRecord } from '../../exercises/record.js';
import type { Grade } from '../../grading/index.js';
import type { ExercisePageData } from '../exercise/page-data.js';
import { Tick } from '../exercise/tick.js';
import { FixDiff } from '../fix-diff.js';
import { gradeInWorker } from '../linter.js';
import { MessageText } from '../parts.js';
import { type KnownExercise, knownExercise } from './known-exercises.js';

export interface AnswerViewProps {
  readonly data: ExercisePageData;
  /** The exercises that the lead has made or opened. */
  readonly mine: readonly Exercise[];
  readonly record: WorkRecord;
  /** Its id. */
  readonly exercise: string;
  readonly progress: Progress;
}

export function AnswerView({ data, mine, record, exercise: id, progress }: AnswerViewProps) {
  const known = useSignal<KnownExercise | undefined>(undefined);
  const grade = useSignal<Grade | undefined>(undefined);
  const answer = progress.solved?.answer ?? progress.answer;
  useEffect(() => {
    void knownExercise(id, data, mine, record).then(async (found) => {
      known.value = found;
      grade.value = found && answer && (await gradeInWorker(found.exercise, answer).catch(() => undefined));
    });
  }, [id, answer]);
  if (!answer) return <p>There is no answer in it.</p>;
  const exercise = known.value?.exercise;
  const label = `Answer to ${exercise?.title ?? id}`;
  return (
    <>
      <FixDiff before={exercise?.start.text ?? ''} after={answer.text} label={`${label}, compared with the start`} />
      {answer.dockerignore !== undefined && (
        <FixDiff
          before={exercise?.start.dockerignore ?? ''}
          after={answer.dockerignore}
          label={`${label}: the .dockerignore`}
        />
      )}
      {known.value?.caution && <p>{known.value.caution}</p>}
      {grade.value && <Verdict grade={grade.value} claimed={progress.solved !== undefined} />}
    </>
  );
}

/** A file can be written by hand; what the grading says here can't. */
function Verdict({ grade: { conditions, guards, isSolved }, claimed }: { grade: Grade; claimed: boolean }) {
  const failing = [...guards, ...conditions].filter(({ holds }) => !holds);
  return (
    <div class="verdict">
      <p>
        <b>{isSolved ? 'Graded here: it is right.' : 'Graded here: it is not right.'}</b>
        {claimed &&
          !isSolved &&
          ' The file says that it was solved: with an earlier version of the exercise, or by hand.'}
      </p>
      <ul class="cond-list">
        {failing.map(({ says, now }) => (
          <li class="cond no">
            <Tick state="no" />
            <div>
              <MessageText parts={says} />
              <p>{now && <MessageText parts={now} />}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
