/** The list of exercises: what was done, what came by link, and the way of the work to elsewhere. */
import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { idOf, readAssignmentFragment } from '../../exercises/assignment.js';
import { stateOf } from '../../exercises/progress.js';
import { readRecordFragment } from '../../exercises/record.js';
import { wayOn } from '../../exercises/way-on.js';
import { element } from '../element.js';
import { NoticeLine, Notices } from '../notice-line.js';
import { AssignmentView } from './assignment-view.js';
import { currentAssignment, takeAssignment } from './current-assignment.js';
import { stateWords, wayWords } from './exercise-item.js';
import { OwnExerciseStore } from './own-exercise-store.js';
import { OwnList } from './own-list.js';
import { readPageData } from './page-data.js';
import { ProgressStore } from './progress-store.js';
import { takeRecord } from './take-record.js';
import { WorkKept } from './work-kept.js';

const data = readPageData();
const store = new ProgressStore();
const ownStore = new OwnExerciseStore();
const notices = new Notices();
const progress = signal(store.all());
const kept = signal(ownStore.all());
const assignment = signal(currentAssignment());
const own = computed(() => {
  const assigned = assignment.value?.exercises.map(idOf) ?? [];
  return kept.value.filter(({ exercise }) => !assigned.includes(exercise.id));
});

const refresh = () => {
  progress.value = store.all();
  kept.value = ownStore.all();
};

/** An assignment, or somebody's work from another browser. */
async function openLink(): Promise<void> {
  const { hash } = location;
  const handed = await readAssignmentFragment(hash);
  if (handed && typeof handed === 'object') {
    if (!takeAssignment(handed))
      notices.say({
        kind: 'problem',
        text: 'This browser keeps nothing: open the link again after you leave this page.',
      });
    assignment.value = handed;
    history.replaceState(null, '', location.pathname);
    // When it is drawn: what comes into the page above of what is looked at moves the page along.
    setTimeout(() => element('#assignment').scrollIntoView());
    return;
  }
  const record = await readRecordFragment(hash);
  if (record && typeof record === 'object') {
    const failed = takeRecord(record, store, ownStore);
    refresh();
    history.replaceState(null, '', location.pathname);
    notices.say({
      kind: failed > 0 ? 'problem' : 'plain',
      text:
        failed > 0
          ? 'This browser has no room for all of it.'
          : 'The work from the link is here now, beside what was here.',
    });
  } else if (handed && handed !== 'unknown-version') notices.say({ kind: 'problem', text: DAMAGED });
  else if (handed && record) notices.say({ kind: 'problem', text: UNKNOWN });
}

const DAMAGED = 'This link is damaged or cut off, so it could not be opened. Ask for it again.';
const UNKNOWN = 'This link comes from a newer version of Plimsoll, which this page does not read yet.';

/** Where the reader goes on among the exercises of the site. */
const way = computed(() =>
  wayOn(
    data.exercises.map(({ id }) => id),
    progress.value,
  ),
);

effect(() => {
  for (const item of document.querySelectorAll<HTMLElement>('[data-exercise]')) {
    const id = item.dataset['exercise'] ?? '';
    const state = stateOf(progress.value[id]);
    item.dataset['state'] = state;
    tell(item, '[data-words]', stateWords(state));
    // Whoever has an assignment begins there.
    tell(item, '[data-way]', way.value?.id === id && !assignment.value ? wayWords(way.value) : '');
  }
});

function tell(item: HTMLElement, place: string, words: string): void {
  const found = item.querySelector(place);
  if (found) found.textContent = words;
}

effect(() => {
  for (const count of document.querySelectorAll<HTMLElement>('[data-track]')) {
    const track = data.exercises.filter((one) => one.track === count.dataset['track']);
    const solved = track.filter(({ id }) => progress.value[id]?.solved).length;
    count.textContent = `${solved} of ${track.length} solved`;
  }
});

const view = { data, store, ownStore, progress, refresh, notices };

/** What the reader has. */
function Kept() {
  const hasAssignment = assignment.value !== undefined;
  return (
    <>
      <OwnList {...view} own={own} hasName={hasAssignment} />
      <WorkKept {...view} way={hasAssignment ? undefined : way.value} />
    </>
  );
}

render(<NoticeLine speaker={notices} />, element('#notice'));
render(<AssignmentView {...view} assignment={assignment} />, element('#assignment'));
render(<Kept />, element('#progress'));
addEventListener('storage', refresh);
addEventListener('pageshow', refresh);
addEventListener('hashchange', () => void openLink());
void openLink();
