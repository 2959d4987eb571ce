/** Starts the page of an exercise: editor, grading, steps, hints, solution, and what is kept in the browser. */
import { useSignalEffect } from '@preact/signals';
import { render } from 'preact';
import { type Exercise, firstFileOf } from '../../exercises/exercise.js';
import { isOwnId } from '../../exercises/own-exercise.js';
import { encodeShare } from '../../share/link.js';
import { EditorSwitch, editorElements } from '../editor-switch.js';
import { element } from '../element.js';
import { NoticeLine } from '../notice-line.js';
import { TextAreaEditor } from '../text-area-editor.js';
import { AllowedSize } from './allowed-size.js';
import { Checker } from './checker.js';
import { Conditions } from './conditions.js';
import { type AssignedPlace, placeInAssignment } from './current-assignment.js';
import { editorLines } from './editor-lines.js';
import { connectFileTabs } from './file-tabs.js';
import { Hints } from './hints.js';
import { linkedExercise } from './linked-exercise.js';
import { type ExercisePageData, readPageData } from './page-data.js';
import { ProgressStore } from './progress-store.js';
import { ResultHere } from './result-here.js';
import { ExerciseSession } from './session.js';
import { Solutions } from './solution.js';
import { Steps } from './steps.js';
import { ThumbBar } from './thumb-bar.js';
import { ownExerciseLink, Where } from './where.js';

function start(exercise: Exercise, data: ExercisePageData): void {
  const place = placeInAssignment(exercise.id);
  const store = new ProgressStore();
  const session = new ExerciseSession(exercise, store, place?.assignment.configuration);
  const { playground } = session;
  const root = element('#exercise');
  root.style.setProperty('--lines', String(editorLines(exercise)));
  const textArea = element<HTMLTextAreaElement>('#dockerfile');
  const typed = textArea.value === textArea.defaultValue ? undefined : textArea.value;
  const ignoreFile = document.querySelector<HTMLTextAreaElement>('#dockerignore');
  const editors = new EditorSwitch(playground, editorElements(root), {
    onChange: (text) => playground.changed(text),
    onCursor: (offset) => {
      playground.cursor.value = offset;
    },
    onStep: (step) => playground.step(step),
    // No quick fixes: they would do the exercise.
  });
  const go = (at: { readonly start: number; readonly end: number }) => {
    root.querySelector<HTMLButtonElement>('[data-file="dockerfile"]')?.click();
    editors.current.select(at, { focus: true });
  };
  const reset = () => {
    const before = session.reset();
    playground.say({
      kind: 'plain',
      text: 'Back at the start.',
      action: { label: 'Undo', run: () => session.take(before) },
    });
  };
  connectFileTabs(root, firstFileOf(exercise));
  if (ignoreFile) connectIgnoreFile(session, ignoreFile);
  const isAlone = isOwnId(exercise.id) && !place;
  const next = isAlone ? { title: 'send the result', href: '#hand-in' } : nextOf(exercise, place, data);
  render(<Where exercise={exercise} place={place} data={data} store={store} />, element('#where'));
  // What could be read before the script was there gives way.
  for (const id of ['#steps', '#hints', '#conditions']) element(id).replaceChildren();
  render(<Steps session={session} />, element('#steps'));
  render(<Hints session={session} />, element('#hints'));
  render(<Solutions session={session} onTake={(answer) => session.take(answer)} />, element('#solution'));
  render(
    <>
      <NoticeLine speaker={playground} />
      <Conditions session={session} onGo={go} onReset={reset} next={next} />
      <ResultHere session={session} isAlone={isAlone} team={data.pages.team} />
      <Checker session={session} rules={data.pages.rules} onGo={go} />
    </>,
    element('#conditions'),
  );
  render(<AllowedSize session={session} />, element('#allowed'));
  render(<ThumbBar session={session} />, element('#thumb'));
  render(<Foot session={session} data={data} />, element('#foot'));
  session.start(typed);
  editors.start();
  addEventListener('pagehide', () => session.flush());
  addEventListener('storage', () => session.storageChanged());
}

/** The exercise behind this one: in the assignment, if this one is a part of it. */
function nextOf({ id, track }: Exercise, place: AssignedPlace | undefined, { exercises, pages }: ExercisePageData) {
  if (!place) return track ? exercises[exercises.findIndex((one) => one.id === id) + 1] : undefined;
  const { next } = place;
  if (next === undefined) return { title: 'hand it in', href: `${pages.exercises}#assignment` };
  if (typeof next === 'string') return exercises.find((one) => one.id === next);
  return ownExerciseLink(next, pages.own);
}

/** Line numbers are all that a `.dockerignore` needs. */
const WITHOUT_COLOURS = { highlight: () => [] };

function connectIgnoreFile(session: ExerciseSession, field: HTMLTextAreaElement): void {
  const { workspace } = session.playground;
  const onChange = (text: string) => session.changeIgnoreFile(text);
  const editor = new TextAreaEditor(field, { onChange, onCursor() {} }, WITHOUT_COLOURS);
  workspace.subscribe(({ build: { dockerignore = '' } }) => {
    if (editor.state.text !== dockerignore) editor.open(dockerignore);
  });
}

/** What is kept, and the way into the playground, with what stands here. */
function Foot({ session, data }: { session: ExerciseSession; data: ExercisePageData }) {
  const { isKept, playground } = session;
  useSignalEffect(() => {
    void encodeShare({ ...playground.workspace.value, name: session.exercise.title }).then((fragment) => {
      const way = document.querySelector<HTMLAnchorElement>('#to-playground');
      if (way) way.hash = fragment;
    });
  });
  return (
    <>
      <span>
        {isKept.value ? 'Kept in this browser' : 'This browser keeps nothing: save your result before you leave'}
      </span>
      <a id="to-playground" href={data.pages.playground}>
        Open in the playground
      </a>
    </>
  );
}

const data = readPageData();
const exercise = data.exercise ?? (await linkedExercise(data));
if (exercise) start(exercise, data);
