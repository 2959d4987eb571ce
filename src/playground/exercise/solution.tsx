/** The solution and other right answers, each whole, with its reasons, and compared with the reader's own. After a try. */
import { useSignal } from '@preact/signals';
import type { Alternative, Answer, Exercise } from '../../exercises/exercise.js';
import { FixDiff } from '../fix-diff.js';
import { useAnswer } from '../use-answer.js';
import { comparedWords } from './compared.js';
import { Paragraphs } from './paragraphs.js';
import type { ExerciseSession } from './session.js';

interface SolutionsProps {
  readonly session: ExerciseSession;
  readonly onTake: (answer: Answer) => void;
}

export function Solutions({ session, onTake }: SolutionsProps) {
  const isOpen = useSignal(false);
  const { exercise, maySeeSolution, progress } = session;
  if (!exercise.solution) return null;
  const may = maySeeSolution.value;
  const { solved } = progress.value;
  const toggle = () => {
    if (!may) return;
    isOpen.value = !isOpen.value;
    if (isOpen.value) session.sawSolution();
  };
  // It can be reached before it can be used, so that everybody is told why.
  return (
    <div class="solution">
      <button
        type="button"
        class="btn"
        aria-expanded={isOpen.value}
        aria-disabled={!may}
        aria-describedby={may ? undefined : 'solution-when'}
        onClick={toggle}
      >
        {isOpen.value ? 'Hide the solution' : 'Show a solution, with reasons'}
      </button>
      {!may && (
        <p class="muted" id="solution-when">
          Comes with your first change of the file.
        </p>
      )}
      {isOpen.value &&
        answersOf(exercise).map((one) => <Solution key={one.title} session={session} solution={one} onTake={onTake} />)}
      {isOpen.value && solved && !isSame(solved.answer, session.answer.value) && (
        <Solution
          session={session}
          solution={{ title: 'Your first right answer', answer: solved.answer, why: '' }}
          onTake={onTake}
        />
      )}
    </div>
  );
}

function answersOf({ solution, alternatives }: Exercise): readonly Alternative[] {
  return solution ? [{ title: 'A solution', ...solution }, ...alternatives] : alternatives;
}

function isSame(one: Answer, other: Answer): boolean {
  return one.text.trim() === other.text.trim() && (one.dockerignore ?? '').trim() === (other.dockerignore ?? '').trim();
}

function Solution({ session, solution, onTake }: SolutionsProps & { solution: Alternative }) {
  const { title, why } = solution;
  const { start } = session.exercise;
  // An answer without an ignore file of its own leaves the one that is there.
  const answer = { ...start, ...solution.answer };
  const mine = session.answer.value;
  const hasIgnoreFile = answer.dockerignore !== undefined;
  const files = [
    { name: 'Dockerfile', mine: mine.text, text: answer.text },
    ...(hasIgnoreFile
      ? [{ name: '.dockerignore', mine: mine.dockerignore ?? '', text: answer.dockerignore ?? '' }]
      : []),
  ];
  return (
    <section class="solution-one">
      <h3>{title}</h3>
      {why && <Paragraphs text={why} />}
      {files
        .filter(({ name, text }) => name === 'Dockerfile' || text !== (start.dockerignore ?? ''))
        .map(({ name, text }) => (
          <WholeFile key={name} name={name} text={text} />
        ))}
      {isSame(mine, answer) ? (
        <p class="muted">That is what stands in your editor.</p>
      ) : (
        <>
          <Difference session={session} answer={answer} />
          <details>
            <summary>Line by line, from yours to this one</summary>
            {files
              .filter((file) => file.mine.trim() !== file.text.trim())
              .map((file) => (
                <>
                  <p class="file-name">{file.name}</p>
                  <FixDiff before={file.mine} after={file.text} label={`${file.name}: from yours to: ${title}`} />
                </>
              ))}
          </details>
          <button type="button" class="btn bare" onClick={() => onTake(answer)}>
            Put it into the editor
          </button>
        </>
      )}
    </section>
  );
}

function WholeFile({ name, text }: { name: string; text: string }) {
  return (
    <figure class="whole-file">
      <figcaption>{name}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
    </figure>
  );
}

/** How the reader's own compares, as far as it is known. */
function Difference({ session, answer }: { session: ExerciseSession; answer: Answer }) {
  const { playground } = session;
  const price = useAnswer(
    () => ({ mine: session.answer.value, text: answer.text }),
    ({ text }) => playground.ask.priceOver(text),
  );
  const words = price.value && comparedWords(price.value, playground.prediction.value?.sourceFile?.path);
  return words ? <p>{words}</p> : null;
}
