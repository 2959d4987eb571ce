/** What was done, to read and to print: each solved exercise with its answer, and what that changed. */
import { useSignal } from '@preact/signals';
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Exercise } from '../../exercises/exercise.js';
import { inputOf } from '../../exercises/exercise.js';
import type { Solved } from '../../exercises/progress.js';
import { readText } from '../../model/text.js';
import { amountText } from '../../report/size-words.js';
import { predictionOf } from '../linter.js';
import { MessageText } from '../parts.js';
import type { PredictionAnswer } from '../protocol.js';
import { exerciseOf } from './all-exercises.js';
import { readerName, takeName } from './current-assignment.js';
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
    const exercise = solved && (await exerciseOf(id, data));
    return exercise && solved ? [{ exercise, solved }] : [];
  });
  const order = data.exercises.map(({ id }) => id);
  return (await Promise.all(done))
    .flat()
    .sort((one, other) => order.indexOf(one.exercise.id) - order.indexOf(other.exercise.id));
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
        <p class="name-field no-print">
          <label for="reader-name">Name on the page, if you like</label>{' '}
          <input
            id="reader-name"
            class="text-field"
            autocomplete="name"
            maxLength={80}
            value={name.value}
            onInput={(event) => {
              name.value = event.currentTarget.value;
              takeName(name.value);
            }}
          />
        </p>
        {name.value && <p class="name-line">{name.value}</p>}
        <p>
          {done.length} of {data.exercises.length} exercises of Plimsoll, solved{' '}
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

function DoneOne({ exercise, solved }: Done) {
  const { tries, hints, sawSolution } = solved;
  return (
    <section class="done-one">
      <h2>{exercise.title}</h2>
      <p>
        <MessageText parts={readText(exercise.goal)} />
      </p>
      <Figures exercise={exercise} solved={solved} />
      <p class="muted">
        Solved on {solved.at.slice(0, 10)}, after {tries === 1 ? '1 wrong try' : `${tries} wrong tries`}
        {hints > 0 && ` and ${hints === 1 ? '1 hint' : `${hints} hints`}`}
        {sawSolution && ', with a look at the solution'}.
      </p>
      <details open>
        <summary>The answer</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
        <pre tabIndex={0}>
          <code>{solved.answer.text}</code>
        </pre>
      </details>
    </section>
  );
}

/** What the image was at the start, and what it is with the answer. */
function Figures({ exercise, solved }: Done) {
  const pair = useSignal<readonly [PredictionAnswer, PredictionAnswer] | undefined>(undefined);
  useEffect(() => {
    const both = [exercise.start, solved.answer].map((answer) => predictionOf(inputOf(exercise, answer)));
    void Promise.all(both).then(([before, after]) => {
      if (before && after) pair.value = [before, after];
    });
  }, [exercise, solved]);
  if (!pair.value) return null;
  const [before, after] = pair.value;
  const rows = [
    { name: 'on disk', of: sizeOf },
    { name: 'to stop', of: stopOf },
    { name: 'runs as', of: userOf },
  ];
  return (
    <dl>
      {rows.map(({ name, of }) => (
        <>
          <dt>{name}</dt>
          <dd>{of(before)} before</dd>
          <dd>
            <b>{of(after)}</b> now
          </dd>
        </>
      ))}
    </dl>
  );
}

function sizeOf({ image }: PredictionAnswer): string {
  return image ? amountText(image.size.unpacked) : 'nothing is built';
}

function stopOf({ image }: PredictionAnswer): string {
  const seconds = image?.process?.stop.find(({ handlesSignal }) => handlesSignal)?.seconds;
  return seconds === null || seconds === undefined ? 'unknown' : `${seconds} s`;
}

function userOf({ image }: PredictionAnswer): string {
  return image?.summary.user ?? 'unknown';
}

const host = document.getElementById('done');
if (host)
  void solvedExercises().then((done) => {
    host.replaceChildren();
    render(<Page done={done} />, host);
  });
