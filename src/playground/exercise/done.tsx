/** What was done, to read and to print: each solved exercise with its answer, and what that changed. */
import { useSignal } from '@preact/signals';
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Answer, Exercise } from '../../exercises/exercise.js';
import { inputOf } from '../../exercises/exercise.js';
import { isOwnId } from '../../exercises/own-exercise.js';
import type { Solved } from '../../exercises/progress.js';
import { wrongTries } from '../../exercises/team-tables.js';
import { TRACKS } from '../../exercises/tracks.js';
import { type Amount, isBounded } from '../../image/amount.js';
import type { ProcessPrediction } from '../../image/index.js';
import { readText } from '../../model/text.js';
import { stepsText } from '../../report/price-words.js';
import { amountText } from '../../report/size-words.js';
import { predictionOf, rebuiltStepsOf } from '../linter.js';
import { MessageText } from '../parts.js';
import type { PredictionAnswer } from '../protocol.js';
import { exerciseOf } from './all-exercises.js';
import { readerName } from './current-assignment.js';
import { NameField } from './name-field.js';
import { heldExercise } from './own-exercises.js';
import { readPageData } from './page-data.js';
import { ProgressStore } from './progress-store.js';

const data = readPageData();

interface Done {
  readonly exercise: Exercise;
  readonly solved: Solved;
}

async function solvedExercises(): Promise<readonly Done[]> {
  const all = new ProgressStore().all();
  const done = Object.entries(all).map(async ([id, { solved }]) => {
    const exercise = solved && (heldExercise(id) ?? (await exerciseOf(id, data)));
    return exercise && solved ? [{ exercise, solved }] : [];
  });
  // Those of a team come last.
  const order = data.exercises.map(({ id }) => id);
  const placeOf = ({ exercise }: Done) => (isOwnId(exercise.id) ? order.length : order.indexOf(exercise.id));
  return (await Promise.all(done)).flat().sort((one, other) => placeOf(one) - placeOf(other));
}

function Page({ done }: { done: readonly Done[] }) {
  const name = useSignal(readerName());
  if (done.length === 0)
    return (
      <p>
        Nothing is solved in this browser yet. <a href={data.pages.exercises}>To the exercises</a>
      </p>
    );
  const days = done.map(({ solved }) => solved.at.slice(0, 10)).sort();
  return (
    <>
      <div class="done-head">
        <NameField label="Name on the page, if you like" onName={(changed) => (name.value = changed)} />
        {name.value && <p class="name-line">{name.value}</p>}
        <p>
          {countWords(done)}, solved{' '}
          {days[0] === days.at(-1) ? `on ${days[0]}` : `between ${days[0]} and ${days.at(-1)}`}. Each was graded by what
          a build would make of the answer. Nobody watched: what stands here is what was written, and what it does.
        </p>
        <p class="acts no-print">
          <button type="button" class="btn act" onClick={() => print()}>
            Print
          </button>
        </p>
      </div>
      {done.map((one) => (
        <DoneOne key={one.exercise.id} {...one} />
      ))}
    </>
  );
}

/** `3 of 32 exercises of Plimsoll, and 1 of a team’s own`. */
function countWords(done: readonly Done[]): string {
  const own = done.filter(({ exercise }) => isOwnId(exercise.id)).length;
  const words = `${done.length - own} of ${data.exercises.length} exercises of Plimsoll`;
  return own > 0 ? `${words}, and ${own} of a team’s own` : words;
}

function DoneOne({ exercise, solved }: Done) {
  const { tries, hints, sawSolution } = solved;
  return (
    <section class="done-one">
      <h2>{exercise.title}</h2>
      <p>
        <span class="muted">{TRACKS.find(({ id }) => id === exercise.track)?.title ?? 'Made by a team'}.</span>{' '}
        <MessageText parts={readText(exercise.goal)} />
      </p>
      <Figures exercise={exercise} solved={solved} />
      <p class="muted">
        Solved on {solved.at.slice(0, 10)}, {tries === 0 ? 'at once' : `after ${wrongTries(tries)}`}
        {hints > 0 && ` and ${hints === 1 ? '1 hint' : `${hints} hints`}`}
        {sawSolution && ', with a look at the solution'}.
      </p>
      <details open>
        <summary>The answer</summary>
        <p class="muted">Dockerfile</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
        <pre tabIndex={0}>
          <code>{solved.answer.text}</code>
        </pre>
        {solved.answer.dockerignore !== undefined && (
          <>
            <p class="muted">.dockerignore</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
            <pre tabIndex={0}>
              <code>{solved.answer.dockerignore}</code>
            </pre>
          </>
        )}
      </details>
    </section>
  );
}

/** What the answer changed, as far as both are known: nothing is said of what is not, or stayed the same. */
function Figures({ exercise, solved }: Done) {
  const rows = useSignal<readonly Figure[]>([]);
  useEffect(() => {
    void figuresOf(exercise, solved.answer).then((figures) => {
      rows.value = figures.filter(
        ({ before, after }) => before !== undefined && after !== undefined && before !== after,
      );
    });
  }, [exercise, solved]);
  if (rows.value.length === 0) return null;
  return (
    <dl>
      {rows.value.map((row) => (
        <>
          <dt>{row.name}</dt>
          <dd>{row.before} before</dd>
          <dd>
            <b>{row.after}</b> now
          </dd>
        </>
      ))}
    </dl>
  );
}

interface Figure {
  readonly name: string;
  /** Undefined: not known. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

async function figuresOf(exercise: Exercise, answer: Answer): Promise<readonly Figure[]> {
  const inputs = [exercise.start, answer].map((one) => inputOf(exercise, one));
  const [before, after] = await Promise.all(inputs.map(predictionOf));
  if (!before || !after) return [];
  const path = after.sourceFile?.path;
  const steps = path === undefined ? [] : await Promise.all(inputs.map((input) => rebuiltStepsOf(input, path)));
  const [stepsBefore, stepsAfter] = steps.map((count) => (count === undefined ? undefined : stepsText(count)));
  return [
    ...FIGURES.map(({ name, of }) => ({ name, before: of(before), after: of(after) })),
    { name: `after an edit of ${path}`, before: stepsBefore, after: stepsAfter },
  ];
}

/** Undefined: not known. */
const FIGURES: readonly { readonly name: string; readonly of: (answer: PredictionAnswer) => string | undefined }[] = [
  { name: 'on disk', of: ({ image }) => knownAmount(image?.size.unpacked) },
  { name: 'to pull', of: ({ image }) => knownAmount(image?.size.compressed) },
  { name: 'to stop', of: ({ image }) => stopSeconds(image?.process) },
  { name: 'runs as', of: ({ image }) => image?.summary.user ?? undefined },
];

function knownAmount(amount: Amount | undefined): string | undefined {
  return amount && isBounded(amount) ? amountText(amount) : undefined;
}

function stopSeconds(process: ProcessPrediction | undefined): string | undefined {
  const seconds = process?.stop.find(({ handlesSignal }) => handlesSignal)?.seconds ?? undefined;
  return seconds === undefined ? undefined : `${seconds} s`;
}

const host = document.getElementById('done');
if (host)
  void solvedExercises().then((done) => {
    host.replaceChildren();
    render(<Page done={done} />, host);
  });
