/** What came back: a table of people and exercises, each answer graded again here, and the lead's comments. */
import { type Signal, useSignal } from '@preact/signals';
import type { Assignment } from '../../exercises/assignment.js';
import type { Exercise } from '../../exercises/exercise.js';
import { stateOf } from '../../exercises/progress.js';
import { readRecordFragment, readRecordText, type WorkRecord } from '../../exercises/record.js';
import {
  commentKey,
  exercisesOf,
  NO_TEAM,
  personOf,
  type Team,
  withComment,
  withoutRecord,
  withRecord,
  workIn,
} from '../../exercises/team.js';
import { cellWords, csvOf, markdownOf, type Titles, wrongTries } from '../../exercises/team-tables.js';
import { download } from '../download.js';
import { heldExercises } from '../exercise/own-exercises.js';
import type { ExercisePageData } from '../exercise/page-data.js';
import type { Notices } from '../notice-line.js';
import { AnswerView } from './answer-view.js';
import { Obstacles } from './obstacles.js';

export interface ResultsProps {
  readonly data: ExercisePageData;
  /** What the lead is putting together. */
  readonly plan: Signal<Assignment>;
  readonly team: Signal<Team>;
  readonly notices: Notices;
}

interface Chosen {
  readonly record: WorkRecord;
  readonly exercise: string;
}

export function TeamResults(props: ResultsProps) {
  const { data, plan, team, notices } = props;
  const chosen = useSignal<Chosen | undefined>(undefined);
  const { records } = team.value;
  const mine = heldExercises(plan.value);
  const titled = [...data.exercises, ...mine, ...records.flatMap(({ own = [] }) => own)];
  const titles: Titles = new Map(titled.map(({ id, title }) => [id, title]));
  const forget = () => {
    const before = team.value;
    team.value = NO_TEAM;
    chosen.value = undefined;
    notices.sayWithUndo('All results are forgotten.', () => {
      team.value = before;
    });
  };
  return (
    <>
      <Intake {...props} />
      {records.length > 0 && (
        <>
          <Table {...props} titles={titles} chosen={chosen} />
          {chosen.value && (
            <Details
              {...props}
              mine={mine}
              titles={titles}
              chosen={chosen.value}
              onClose={() => (chosen.value = undefined)}
            />
          )}
          <Obstacles data={data} mine={mine} team={team.value} titles={titles} />
          <p class="acts">
            <button
              type="button"
              class="btn"
              onClick={() => download('plimsoll-team.csv', csvOf(team.value, titles), 'text/csv')}
            >
              Export as CSV
            </button>
            <button
              type="button"
              class="btn"
              onClick={() => download('plimsoll-team.md', markdownOf(team.value, titles), 'text/markdown')}
            >
              Export as Markdown
            </button>
            <button type="button" class="btn bare" onClick={forget}>
              Forget all results
            </button>
          </p>
        </>
      )}
    </>
  );
}

/** Files are dropped or chosen, links are pasted. */
function Intake({ team, notices }: ResultsProps) {
  const link = useSignal('');
  const isOver = useSignal(false);
  const take = async (files: readonly File[]) => {
    const read = await Promise.all(files.map(async (file) => readRecordText(await file.text())));
    const records = read.filter((one) => one !== undefined);
    team.value = records.reduce(withRecord, team.value);
    const isAll = records.length === files.length;
    notices.say({
      kind: isAll ? 'plain' : 'problem',
      text: `${records.length} of ${files.length} ${files.length === 1 ? 'file' : 'files'} read.${isAll ? '' : ' The others hold no result of Plimsoll.'}`,
    });
  };
  const takeLink = async () => {
    const record = await readRecordFragment(link.value);
    if (!record || typeof record === 'string') {
      notices.say({ kind: 'problem', text: 'This is no link of a result, or it is cut off.' });
      return;
    }
    link.value = '';
    team.value = withRecord(team.value, record);
    notices.say({ kind: 'plain', text: `The result of ${personOf(record)} is in the table.` });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the buttons inside do the same.
    <div
      class={isOver.value ? 'intake is-over' : 'intake'}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => (isOver.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        void take([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <p>
        Drop the files of your colleagues here, or{' '}
        <label class="btn">
          choose them
          <input
            type="file"
            class="sr-only"
            multiple
            accept=".json,application/json"
            onChange={(event) => {
              void take([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
        </label>
      </p>
      <div class="field">
        <label for="result-link">Or paste the link of a result</label>
        <span class="acts">
          <input
            id="result-link"
            class="text-field"
            value={link.value}
            onInput={(event) => (link.value = event.currentTarget.value)}
          />
          <button type="button" class="btn" disabled={link.value.trim() === ''} onClick={() => void takeLink()}>
            Add
          </button>
        </span>
      </div>
    </div>
  );
}

interface TitledProps extends ResultsProps {
  readonly titles: Titles;
}

function Table({ team, titles, chosen, notices }: TitledProps & { chosen: Signal<Chosen | undefined> }) {
  const ids = exercisesOf(team.value, [...titles.keys()]);
  const remove = (record: WorkRecord) => {
    const before = team.value;
    team.value = withoutRecord(team.value, record);
    if (chosen.value?.record === record) chosen.value = undefined;
    notices.sayWithUndo(`The result of ${personOf(record)} is removed.`, () => {
      team.value = before;
    });
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section class="team-table" tabIndex={0} aria-label="Results">
      <table>
        <thead>
          <tr>
            <th scope="col">Person</th>
            {ids.map((id) => (
              <th scope="col">{titles.get(id) ?? id}</th>
            ))}
            <th scope="col">
              <span class="sr-only">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {team.value.records.map((record) => (
            <tr>
              <th scope="row">
                {personOf(record)}
                {record.assignment?.title && <span class="of">{record.assignment.title}</span>}
              </th>
              {ids.map((id) => (
                <td data-state={stateOf(record.exercises[id])}>
                  {workIn(record, id) && (
                    <button
                      type="button"
                      aria-pressed={chosen.value?.record === record && chosen.value.exercise === id}
                      onClick={() => (chosen.value = { record, exercise: id })}
                    >
                      <span class="ex-state" aria-hidden="true" />
                      {cellWords(record, id)}
                    </button>
                  )}
                </td>
              ))}
              <td>
                <button type="button" class="btn bare" onClick={() => remove(record)}>
                  Remove<span class="sr-only">: {personOf(record)}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface DetailsProps extends TitledProps {
  readonly mine: readonly Exercise[];
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

function Details({ data, mine, team, titles, chosen: { record, exercise }, onClose }: DetailsProps) {
  const progress = workIn(record, exercise);
  if (!progress) return null;
  const key = commentKey(record, exercise);
  const { tries, hints, sawSolution } = progress.solved ?? progress;
  return (
    <section class="answer" aria-labelledby="answer-title">
      <h3 id="answer-title">
        {titles.get(exercise) ?? exercise}: {personOf(record)}
      </h3>
      <p>
        {progress.solved ? `Solved on ${progress.solved.at.slice(0, 10)}` : 'Not solved'}; {wrongTries(tries)}
        {progress.solved && ' before it'}, {hints} {hints === 1 ? 'hint' : 'hints'}
        {sawSolution && ', with a look at the solution'}.
      </p>
      <AnswerView key={key} data={data} mine={mine} record={record} exercise={exercise} progress={progress} />
      <div class="field">
        <label for="comment">Your comment</label>
        <textarea
          id="comment"
          class="text-field"
          rows={3}
          value={team.value.comments[key] ?? ''}
          onInput={(event) => (team.value = withComment(team.value, key, event.currentTarget.value))}
        />
      </div>
      <button type="button" class="btn bare" onClick={onClose}>
        Close
      </button>
    </section>
  );
}
