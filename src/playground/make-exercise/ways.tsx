/** The finished exercise as a link or a folder, and what keeps it from being finished. */
import { exerciseFragment } from '../../exercises/own-exercise.js';
import { copiedLink } from '../copied-link.js';
import { downloadBytes } from '../download.js';
import { OwnExerciseStore } from '../exercise/own-exercise-store.js';
import { emptyDraft } from './draft.js';
import { draft, exercise, kinds, notices, remarks, trial } from './making.js';
import { doesWork } from './trial-view.js';

/** `own` is the address of the page that opens such an exercise. */
export function Ways({ own }: { own: string }) {
  const lacks = lacking();
  const isReady = lacks === undefined;
  const works = trial.value !== undefined && doesWork(trial.value);
  const startAnew = () => {
    const before = draft.value;
    draft.value = emptyDraft();
    notices.sayWithUndo('A new exercise.', () => {
      draft.value = before;
    });
  };
  return (
    <>
      {isReady && trial.value && !works && (
        <p class="notice problem">
          <span>
            You can hand it out, but it does not work yet: see <a href="#graded">how it is graded</a>.
          </span>
        </p>
      )}
      <p class="acts">
        <button
          type="button"
          class={works ? 'btn act' : 'btn'}
          disabled={!isReady}
          aria-describedby={isReady ? undefined : 'lacks'}
          onClick={() => void copyLink(own)}
        >
          Copy its link
        </button>
        <button type="button" class="btn" disabled={!isReady} onClick={() => void saveFolder()}>
          Save it as a folder
        </button>
        <button type="button" class="btn bare" onClick={startAnew}>
          Begin a new one
        </button>
      </p>
      {!isReady && (
        <p class="muted" id="lacks">
          {lacks}
        </p>
      )}
    </>
  );
}

/** What keeps the exercise from being handed out. */
function lacking(): string | undefined {
  const hasAll = exercise.value.title !== '' && draft.value.start.trim() !== '' && draft.value.conditions.length > 0;
  if (!hasAll) return 'It needs a title, a Dockerfile to begin with, and a condition.';
  const refused = draft.value.conditions.find((_, index) => remarks.value[index]?.some(({ isRefusal }) => isRefusal));
  const title = kinds.value.find(({ kind }) => kind === refused?.kind)?.title;
  return title && `“${title}” can’t be used as it is: what it needs stands below it.`;
}

async function copyLink(own: string): Promise<void> {
  const address = new URL(own, location.href);
  address.hash = await exerciseFragment(exercise.value);
  // Whoever made it reads its results: they are graded by this one.
  new OwnExerciseStore().keep(exercise.value, new Date().toISOString());
  notices.say(await copiedLink(address.href, 'It holds the exercise itself; nothing was uploaded.'));
}

/** For content/exercises of a copy of this site. */
async function saveFolder(): Promise<void> {
  const { zippedFolder } = await import('./zipped-folder.js');
  const name =
    exercise.value.title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'exercise';
  downloadBytes(`${name}.zip`, zippedFolder(name, exercise.value), 'application/zip');
}
