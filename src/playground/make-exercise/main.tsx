/** Making an exercise from a Dockerfile of one's own: text, conditions from a list, hints; then a link or a folder. */
import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { exerciseFragment } from '../../exercises/own-exercise.js';
import type { Trial } from '../../exercises/trial.js';
import type { Grade } from '../../grading/index.js';
import type { KindView } from '../../grading/kind-view.js';
import { decodeShare } from '../../share/link.js';
import { shownDockerfile } from '../../share/workspace.js';
import { LISTING_COMMAND, readContextList, writeContextList } from '../context-list.js';
import { copiedLink } from '../copied-link.js';
import { downloadBytes } from '../download.js';
import { OwnExerciseStore } from '../exercise/own-exercise-store.js';
import { readPageData } from '../exercise/page-data.js';
import { Latest } from '../latest.js';
import { conditionKindsOfWorker, tryInWorker } from '../linter.js';
import { remember, remembered } from '../memory.js';
import { NoticeLine, Notices } from '../notice-line.js';
import { remarksOn } from './condition-remarks.js';
import { ConditionsForm } from './conditions-form.js';
import { conditionId, type ExerciseDraft, emptyDraft, exerciseOf, readDraft } from './draft.js';
import { GradeView } from './grade-view.js';

const KEY = 'plimsoll.make-exercise.1';

const data = readPageData();
const notices = new Notices();
const draft = signal<ExerciseDraft>(readDraft(remembered(KEY)) ?? emptyDraft());
const kinds = signal<readonly KindView[]>([]);
const exercise = computed(() =>
  exerciseOf(draft.value, (kind) => kinds.value.find((one) => one.kind === kind)?.fields ?? []),
);

/** How it is graded as it is, or as it was a moment ago. */
const trial = signal<Trial | undefined>(undefined);
const trying = new Latest(tryInWorker, (found) => {
  trial.value = found;
});
effect(() => {
  if (exercise.value.start.text.trim()) trying.ask(exercise.value);
  else trial.value = undefined;
});

/** What is to be said of each condition. */
const remarks = computed(() => {
  const { context = [] } = exercise.value.build;
  return draft.value.conditions.map((condition, index) => {
    const kind = kinds.value.find((one) => one.kind === condition.kind);
    const gradeIn = (grade: Grade | undefined) =>
      grade?.conditions.find(({ id }) => id === conditionId(condition, index));
    const graded = { start: gradeIn(trial.value?.start), idle: gradeIn(trial.value?.idle) };
    return kind ? remarksOn(condition, kind, context, graded) : [];
  });
});

effect(() => {
  if (remember(KEY, JSON.stringify(draft.value))) return;
  const words =
    'This browser keeps nothing more: no storage is allowed, or none is left. Copy the link before you leave.';
  notices.say({ kind: 'problem', text: words });
});

function change(changed: Partial<ExerciseDraft>): void {
  draft.value = { ...draft.value, ...changed };
}

type TextName = Exclude<keyof ExerciseDraft, 'conditions' | 'id'>;

interface TextFieldProps {
  readonly name: TextName;
  readonly label: string;
  readonly rows?: number;
  readonly help?: string;
  /** What is wrong in it. */
  readonly problem?: string | undefined;
}

function TextField({ name, label, rows = 1, help, problem }: TextFieldProps) {
  const common = {
    id: `make-${name}`,
    class: rows > 1 ? 'text-field code-field' : 'text-field',
    value: draft.value[name],
    ...(help && { 'aria-describedby': `help-${name}` }),
    onInput: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  };
  return (
    <div class="field">
      <label for={common.id}>{label}</label>
      {rows > 1 ? <textarea {...common} rows={rows} spellcheck={false} /> : <input {...common} />}
      {help && (
        <p class="muted" id={`help-${name}`}>
          {help}
        </p>
      )}
      {problem && <p class="field-problem">{problem}</p>}
    </div>
  );
}

function minutesProblem(): string | undefined {
  return Number(draft.value.minutes) > 0 ? undefined : 'A number of minutes; 10 is taken until there is one.';
}

function contextProblem(): string | undefined {
  const [first] = readContextList(draft.value.context).problems;
  if (first) return `Line ${first.line} is no size and path, and is left out: ${first.text}`;
  const missing = trial.value?.missing ?? [];
  return missing.length > 0
    ? `A COPY names what is not among these files: ${missing.join(', ')}. A real build would stop there.`
    : undefined;
}

function Maker() {
  return (
    <>
      <NoticeLine speaker={notices} />
      <TextField name="title" label="Title" />
      <TextField name="minutes" label="Minutes, about" problem={minutesProblem()} />
      <TextField
        name="brief"
        label="What is the case, and the one thing to do"
        rows={5}
        help="Code stands between backticks; an empty line begins a paragraph."
      />
      <TextField name="start" label="The Dockerfile to begin with" rows={10} />
      <TextField name="dockerignore" label="The .dockerignore, if it is part of the exercise" rows={3} />
      <TextField
        name="context"
        label="Files beside the Dockerfile"
        problem={contextProblem()}
        rows={4}
        help={`A size and a path in each line, as ${LISTING_COMMAND} prints them.`}
      />
      <h2>Conditions</h2>
      <p class="muted">
        Each looks at what a build would make of the answer. Say what to do for it, and it becomes a step; without, it
        is something that must stay true.
      </p>
      <ConditionsForm
        kinds={kinds.value}
        conditions={draft.value.conditions}
        remarks={remarks.value}
        onChange={(conditions) => change({ conditions })}
      />
      <TextField name="hints" label="Hints, one in each line" rows={4} />
      <TextField name="solution" label="A solution" rows={10} />
      <TextField
        name="solutionIgnore"
        label="The .dockerignore of the solution"
        rows={3}
        help="Empty: as at the start."
      />
      <TextField name="why" label="Why it is one" rows={3} />
      <TrialView />
      <Ways />
    </>
  );
}

/** Whether the start fails and the solution passes, as it is now. */
function TrialView() {
  if (!trial.value || exercise.value.start.text.trim() === '' || draft.value.conditions.length === 0) return null;
  const { start, solution } = trial.value;
  return (
    <section aria-labelledby="graded">
      <h2 id="graded">How it is graded</h2>
      <p role="status">{trialWords(trial.value)}</p>
      <GradeView title="The start" grade={start} />
      {solution && <GradeView title="The solution" grade={solution} />}
    </section>
  );
}

function trialWords({ start, solution }: Trial): string {
  if (start.isSolved) return 'The start is right already: whoever opens the exercise has nothing to do.';
  if (!solution)
    return 'The start is not right yet, as it should be. No solution is given: nobody has seen that there is one.';
  return solution.isSolved
    ? 'The start is not right, and the solution is: the exercise works.'
    : 'The solution is not right by these conditions: nobody has seen that they can be met.';
}

function doesWork({ start, solution }: Trial): boolean {
  return !start.isSolved && solution?.isSolved === true;
}

/** The finished exercise as a link or a folder. */
function Ways() {
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
          onClick={() => void copyLink()}
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

async function copyLink(): Promise<void> {
  const address = new URL(data.pages.own, location.href);
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

/** What the playground has becomes the start. */
async function openLink(): Promise<void> {
  const shared = await decodeShare(location.hash);
  if (!shared || typeof shared === 'string' || 'profile' in shared) return;
  const { context = [], dockerignore = '' } = shared.build;
  change({ start: shownDockerfile(shared).text, context: writeContextList(context), dockerignore });
  history.replaceState(null, '', location.pathname);
}

const host = document.getElementById('make');
if (host) {
  host.replaceChildren();
  render(<Maker />, host);
}
void conditionKindsOfWorker().then((found) => {
  kinds.value = found;
});
void openLink();
