/** What was done so far, and its way to another browser: nothing is kept anywhere else. */
import { readRecordText } from '../../exercises/record.js';
import type { WayOn } from '../../exercises/way-on.js';
import { downloadRecord, workRecord } from './hand-in.js';
import type { OverviewProps } from './overview-props.js';
import { heldExercises } from './own-exercises.js';
import { takeRecord } from './take-record.js';
import { WayOnLink } from './way-on-link.js';

interface WorkKeptProps extends OverviewProps {
  /** Where the reader goes on; undefined where something else comes first. */
  readonly way: WayOn | undefined;
}

export function WorkKept({ way, data, store, ownStore, progress, refresh, notices }: WorkKeptProps) {
  const solved = data.exercises.filter(({ id }) => progress.value[id]?.solved).length;
  const has = Object.keys(progress.value).length > 0;
  const importFile = async (file: File | undefined) => {
    const record = file && readRecordText(await file.text());
    if (!record) {
      notices.say({ kind: 'problem', text: 'This file holds no exercises of Plimsoll. Nothing was changed.' });
      return;
    }
    const failed = takeRecord(record, store, ownStore);
    refresh();
    const count = Object.keys(record.exercises).length;
    notices.say(
      failed > 0
        ? { kind: 'problem', text: `${failed} of ${count} exercises could not be stored: this browser has no room.` }
        : {
            kind: 'plain',
            text: `${count} ${count === 1 ? 'exercise' : 'exercises'} taken in. What was solved here stays solved.`,
          },
    );
  };
  const exportAll = () => downloadRecord(workRecord(progress.value, heldExercises()));
  const resetAll = () => {
    const before = store.clear();
    refresh();
    notices.sayWithUndo('All exercises are as at the start.', () => {
      store.merge(before);
      refresh();
    });
  };
  return (
    <section class="work-kept" aria-label="What you have done">
      <p>
        <b>
          {solved} of {data.exercises.length} solved.
        </b>{' '}
        {has && <a href={data.pages.progress}>What you have done, to print</a>}
      </p>
      <WayOnLink way={way} link={data.exercises.find(({ id }) => id === way?.id)} isStrong />
      <p class="acts">
        <button type="button" class="btn" disabled={!has} onClick={exportAll}>
          Export
        </button>
        <label class="btn">
          Import
          <input
            type="file"
            class="sr-only"
            accept=".json,application/json"
            onChange={(event) => {
              void importFile(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <button type="button" class="btn bare" disabled={!has} onClick={resetAll}>
          Reset all
        </button>
      </p>
    </section>
  );
}
