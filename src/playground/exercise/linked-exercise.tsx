/** An exercise that comes with the address: it is read, kept, and put into the page, which does not hold it. */
import { render } from 'preact';
import type { Exercise } from '../../exercises/exercise.js';
import { readExerciseFragment } from '../../exercises/own-exercise.js';
import { element } from '../element.js';
import { ContextFiles } from './context-files.js';
import { OwnExerciseStore } from './own-exercise-store.js';
import { heldExercise } from './own-exercises.js';
import type { ExercisePageData } from './page-data.js';
import { Paragraphs } from './paragraphs.js';
import { ownExerciseIn } from './where.js';

/** Undefined: there is none, which the page says. */
export async function linkedExercise(data: ExercisePageData): Promise<Exercise | undefined> {
  addEventListener('hashchange', () => location.reload());
  const { hash } = location;
  const id = ownExerciseIn(hash);
  const exercise = id === undefined ? await readExerciseFragment(hash) : heldExercise(id);
  if (exercise === undefined || typeof exercise === 'string') {
    sayMissing(exercise ?? (id === undefined ? 'none' : 'gone'), data);
    return undefined;
  }
  draw(exercise);
  new OwnExerciseStore().keep(exercise, new Date().toISOString());
  stayAtAddress();
  return exercise;
}

const MISSING = {
  none: ['No exercise in this address', 'Open it by the link that you were given.'],
  gone: ['This exercise is not here any more', 'Open it once more by the link that you were given.'],
  'unknown-version': [
    'This link can’t be opened',
    'It comes from a newer version of Plimsoll. Load this page again later.',
  ],
  damaged: ['This link can’t be opened', 'It is cut off or damaged. Ask whoever sent it for the link once more.'],
  'too-large': ['This link can’t be opened', 'It unpacks to more than 2 MiB. Ask whoever sent it for a smaller one.'],
} as const;

function sayMissing(why: keyof typeof MISSING, { pages }: ExercisePageData): void {
  const [title, words] = MISSING[why];
  element('#ex-title').textContent = title;
  element('#exercise').dataset['missing'] = why;
  render(
    <p>
      {words} <a href={pages.exercises}>To the exercises</a>
    </p>,
    element('#brief'),
  );
}

function draw({ title, start, build, brief, goal }: Exercise): void {
  element('#ex-title').textContent = title;
  document.title = `${title} | Plimsoll`;
  if (start.dockerignore === undefined) element('#file-dockerignore').remove();
  if (build.context) render(<ContextFiles files={build.context} />, element('#context-files'));
  else element('#file-tab-context').remove();
  render(<Paragraphs text={brief ?? goal} />, element('#brief'));
}

/** The address holds the exercise, so that a way to a part of the page leaves it as it is. */
function stayAtAddress(): void {
  document.addEventListener('click', (event) => {
    const way = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    const target = way && document.getElementById(way.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  });
}
