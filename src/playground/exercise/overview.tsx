/** The list of exercises: what was done, an assignment that came by link, and the way of the work to elsewhere. */
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { readAssignmentFragment } from '../../exercises/assignment.js';
import { readRecordFragment } from '../../exercises/record.js';
import { element } from '../element.js';
import { NoticeLine, Notices } from '../notice-line.js';
import { AssignmentView } from './assignment-view.js';
import { currentAssignment, takeAssignment } from './current-assignment.js';
import { readPageData } from './page-data.js';
import { ProgressStore } from './progress-store.js';
import { WorkKept } from './work-kept.js';

const data = readPageData();
const store = new ProgressStore();
const notices = new Notices();
const progress = signal(store.all());
const assignment = signal(currentAssignment());

const refresh = () => {
  progress.value = store.all();
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
    element('#assignment').scrollIntoView();
    return;
  }
  const record = await readRecordFragment(hash);
  if (record && typeof record === 'object') {
    const failed = store.merge(record.exercises);
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

const STATES = { open: '', begun: ', begun', solved: ', solved' };

effect(() => {
  for (const item of document.querySelectorAll<HTMLElement>('[data-exercise]')) {
    const one = progress.value[item.dataset['exercise'] ?? ''];
    const state = one?.solved ? 'solved' : one?.answer ? 'begun' : 'open';
    item.dataset['state'] = state;
    const words = item.querySelector('[data-words]');
    if (words) words.textContent = STATES[state];
  }
});

effect(() => {
  for (const count of document.querySelectorAll<HTMLElement>('[data-track]')) {
    const track = data.exercises.filter((one) => one.track === count.dataset['track']);
    const solved = track.filter(({ id }) => progress.value[id]?.solved).length;
    count.textContent = `${solved} of ${track.length} solved`;
  }
});

const view = { data, store, progress, refresh, notices };
render(<NoticeLine speaker={notices} />, element('#notice'));
render(<AssignmentView {...view} assignment={assignment} />, element('#assignment'));
render(<WorkKept {...view} />, element('#progress'));
addEventListener('storage', refresh);
addEventListener('pageshow', refresh);
addEventListener('hashchange', () => void openLink());
void openLink();
