/** The solution and other right answers, each with its reasons and beside the reader's own. After a try. */
import { useSignal } from '@preact/signals';
import type { Alternative, Answer, Exercise } from '../../exercises/exercise.js';
import { costSentences } from '../../report/price-words.js';
import { FixDiff } from '../fix-diff.js';
import { useAnswer } from '../use-answer.js';
import { Paragraphs } from './paragraphs.js';
import type { ExerciseSession } from './session.js';

export function Solutions({ session, onTake }: { session: ExerciseSession; onTake: (answer: Answer) => void }) {
  const isOpen = useSignal(false);
  const { exercise, maySeeSolution, progress } = session;
  if (!exercise.solution) return null;
  const toggle = () => {
    isOpen.value = !isOpen.value;
    if (isOpen.value) session.sawSolution();
  };
  return (
    <div class="solution">
      <button type="button" class="btn" aria-expanded={isOpen.value} disabled={!maySeeSolution.value} onClick={toggle}>
        {isOpen.value ? 'Hide the solution' : 'Show a solution, with reasons'}
      </button>
      {!maySeeSolution.value && (
        <p class="muted">After your first try. Any change that you let rest for a moment is one.</p>
      )}
      {isOpen.value &&
        answersOf(exercise).map((one) => <Solution key={one.title} session={session} solution={one} onTake={onTake} />)}
      {progress.value.solved && isOpen.value && <FirstAnswer session={session} onTake={onTake} />}
    </div>
  );
}

function answersOf({ solution, alternatives }: Exercise): readonly Alternative[] {
  return solution ? [{ title: 'A solution', ...solution }, ...alternatives] : alternatives;
}

function Solution({
  session,
  solution: { title, answer, why },
  onTake,
}: {
  session: ExerciseSession;
  solution: Alternative;
  onTake: (answer: Answer) => void;
}) {
  const mine = session.answer.value;
  const isMine = mine.text.trim() === answer.text.trim();
  return (
    <section class="solution-one">
      <h3>{title}</h3>
      <Paragraphs text={why} />
      {isMine ? (
        <p class="muted">That is what stands in your editor.</p>
      ) : (
        <>
          <Difference session={session} answer={answer} />
          <p class="muted">Your own, and what this one has in its place:</p>
          <FixDiff before={mine.text} after={answer.text} label={`From your answer to: ${title}`} />
          {answer.dockerignore !== undefined && answer.dockerignore !== mine.dockerignore && (
            <FixDiff
              before={mine.dockerignore ?? ''}
              after={answer.dockerignore}
              label={`The .dockerignore of: ${title}`}
            />
          )}
          <button type="button" class="btn bare" onClick={() => onTake(answer)}>
            Put it into the editor
          </button>
        </>
      )}
    </section>
  );
}

/** What the reader's own costs more than this one. */
function Difference({ session, answer }: { session: ExerciseSession; answer: Answer }) {
  const { playground } = session;
  const price = useAnswer(
    () => ({ mine: session.answer.value, text: answer.text }),
    ({ text }) => playground.ask.priceOver(text),
  );
  if (!price.value) return null;
  const words = costSentences(price.value, playground.prediction.value?.sourceFile?.path);
  return <p>{words ? `Yours, compared with it: ${words}` : 'In size, rebuild and stop both are the same.'}</p>;
}

/** The answer that solved it, for those who have changed it since. */
function FirstAnswer({ session, onTake }: { session: ExerciseSession; onTake: (answer: Answer) => void }) {
  const { solved } = session.progress.value;
  if (!solved || solved.answer.text === session.answer.value.text) return null;
  return (
    <section class="solution-one">
      <h3>Your first right answer</h3>
      <FixDiff
        before={session.answer.value.text}
        after={solved.answer.text}
        label="From what is in the editor to your first right answer"
      />
      <button type="button" class="btn bare" onClick={() => onTake(solved.answer)}>
        Put it into the editor
      </button>
    </section>
  );
}
