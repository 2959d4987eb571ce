/** An answer that came back: what it changes, and whether it is right, as it is graded here and now. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer, Exercise } from '../../exercises/exercise.js';
import type { Progress } from '../../exercises/progress.js';
import type { Grade } from '../../grading/index.js';
import { exerciseOf } from '../exercise/all-exercises.js';
import type { ExercisePageData } from '../exercise/page-data.js';
import { Tick } from '../exercise/tick.js';
import { FixDiff } from '../fix-diff.js';
import { gradeInWorker } from '../linter.js';
import { MessageText } from '../parts.js';

export interface AnswerViewProps {
  readonly data: ExercisePageData;
  /** Its id. */
  readonly exercise: string;
  readonly progress: Progress;
}

export function AnswerView({ data, exercise: id, progress }: AnswerViewProps) {
  const exercise = useSignal<Exercise | undefined>(undefined);
  const grade = useSignal<Grade | undefined>(undefined);
  const answer = progress.solved?.answer ?? progress.answer;
  useEffect(() => {
    void gradeAgain(id, answer, data).then((found) => {
      exercise.value = found?.exercise;
      grade.value = found?.grade;
    });
  }, [id, answer]);
  if (!answer) return <p>There is no answer in it.</p>;
  const label = `Answer to ${exercise.value?.title ?? id}`;
  return (
    <>
      <FixDiff
        before={exercise.value?.start.text ?? ''}
        after={answer.text}
        label={`${label}, compared with the start`}
      />
      {answer.dockerignore !== undefined && (
        <FixDiff
          before={exercise.value?.start.dockerignore ?? ''}
          after={answer.dockerignore}
          label={`${label}: the .dockerignore`}
        />
      )}
      {grade.value && <Verdict grade={grade.value} claimed={progress.solved !== undefined} />}
    </>
  );
}

async function gradeAgain(id: string, answer: Answer | undefined, data: ExercisePageData) {
  const exercise = await exerciseOf(id, data);
  if (!exercise || !answer) return undefined;
  const grade = await gradeInWorker(exercise, answer).catch(() => undefined);
  return { exercise, grade };
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
