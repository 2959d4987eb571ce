/** Making an exercise from a Dockerfile of one's own: text, conditions from a list, hints; then a link or a folder. */
import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Exercise } from '../../exercises/exercise.js';
import { exerciseFragment } from '../../exercises/own-exercise.js';
import type { Grade } from '../../grading/index.js';
import type { KindView } from '../../grading/kind-view.js';
import { decodeShare } from '../../share/link.js';
import { shownDockerfile } from '../../share/workspace.js';
import { LISTING_COMMAND, readContextList, writeContextList } from '../context-list.js';
import { copiedLink } from '../copied-link.js';
import { downloadBytes } from '../download.js';
import { OwnExerciseStore } from '../exercise/own-exercise-store.js';
import { readPageData } from '../exercise/page-data.js';
import { conditionKindsOfWorker, gradeInWorker } from '../linter.js';
import { remember, remembered } from '../memory.js';
import { NoticeLine, Notices } from '../notice-line.js';
import { useAnswer } from '../use-answer.js';
import { ConditionsForm } from './conditions-form.js';
import { type ExerciseDraft, emptyDraft, exerciseOf, readDraft } from './draft.js';
import { GradeView } from './grade-view.js';

const KEY = 'plimsoll.make-exercise.1';

const data = readPageData();
const notices = new Notices();
const draft = signal<ExerciseDraft>(readDraft(remembered(KEY)) ?? emptyDraft());
const kinds = signal<readonly KindView[]>([]);
const exercise = computed(() =>
  exerciseOf(draft.value, (kind) => kinds.value.find((one) => one.kind === kind)?.fields ?? []),
);

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
  return first && `Line ${first.line} is no size and path, and is left out: ${first.text}`;
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
        onChange={(conditions) => change({ conditions })}
      />
      <TextField name="hints" label="Hints, one in each line" rows={4} />
      <TextField name="solution" label="A solution" rows={10} />
      <TextField name="why" label="Why it is one" rows={3} />
      <Trial />
      <Ways />
    </>
  );
}

interface Tried {
  readonly start: Grade;
  readonly solution: Grade | undefined;
}

/** Whether the start fails and the solution passes, as it is now. */
function Trial() {
  const question = useMemo(() => computed(() => (exercise.value.start.text.trim() ? exercise.value : undefined)), []);
  const tried = useAnswer<Exercise, Tried>(
    () => question.value,
    async (one) => {
      const start = await gradeInWorker(one, one.start).catch(() => undefined);
      const solution = one.solution && (await gradeInWorker(one, one.solution.answer).catch(() => undefined));
      return start && { start, solution };
    },
  );
  if (!tried.value || Object.keys(exercise.value.conditions).length === 0) return null;
  const { start, solution } = tried.value;
  return (
    <section aria-label="How it is graded">
      <h2>How it is graded</h2>
      <p role="status">{trialWords(start, solution)}</p>
      <GradeView title="The start" grade={start} />
      {solution && <GradeView title="The solution" grade={solution} />}
    </section>
  );
}

function trialWords(start: Grade, solution: Grade | undefined): string {
  if (start.isSolved) return 'The start is right already: nothing is left to do.';
  if (!solution) return 'The start is not right yet, as it should be. Give a solution to see that there is one.';
  return solution.isSolved
    ? 'The start is not right, and the solution is: the exercise works.'
    : 'The solution is not right by these conditions.';
}

/** The finished exercise as a link or a folder. */
function Ways() {
  const isReady = exercise.value.title !== '' && draft.value.start.trim() !== '' && draft.value.conditions.length > 0;
  const startAnew = () => {
    const before = draft.value;
    draft.value = emptyDraft();
    notices.sayWithUndo('A new exercise.', () => {
      draft.value = before;
    });
  };
  return (
    <>
      <p class="acts">
        <button type="button" class="btn act" disabled={!isReady} onClick={() => void copyLink()}>
          Copy its link
        </button>
        <button type="button" class="btn" disabled={!isReady} onClick={() => void saveFolder()}>
          Save it as a folder
        </button>
        <button type="button" class="btn bare" onClick={startAnew}>
          Begin a new one
        </button>
      </p>
      {!isReady && <p class="muted">It needs a title, a Dockerfile to begin with, and a condition.</p>}
    </>
  );
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
