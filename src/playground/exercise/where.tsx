/** Where an exercise stands: in its track, or in the assignment that the reader works on. */
import { idOf } from '../../exercises/assignment.js';
import type { Exercise } from '../../exercises/exercise.js';
import { TRACKS } from '../../exercises/tracks.js';
import type { AssignedPlace } from './current-assignment.js';
import type { ExerciseLink, ExercisePageData } from './page-data.js';
import type { ProgressStore } from './progress-store.js';

interface WhereProps {
  readonly exercise: Exercise;
  readonly place: AssignedPlace | undefined;
  readonly data: ExercisePageData;
  readonly store: ProgressStore;
}

export function Where({ exercise, place, data, store }: WhereProps) {
  const ids = place
    ? place.assignment.exercises.map(idOf)
    : data.exercises.filter(isBeside(exercise)).map(({ id }) => id);
  const title = place ? place.assignment.title || 'Assignment' : TRACKS.find(({ id }) => id === exercise.track)?.title;
  const at = ids.indexOf(exercise.id);
  return (
    <>
      <a href={place ? `${data.pages.exercises}#assignment` : data.pages.exercises}>Exercises</a>
      {title && at !== -1 && (
        <span>
          {title}, {at + 1} of {ids.length}
        </span>
      )}
      <span class="dots" aria-hidden="true">
        {ids.map((id) => (
          <i class={id === exercise.id ? 'here' : store.read(id).solved ? 'done' : ''} />
        ))}
      </span>
    </>
  );
}

function isBeside({ track }: Exercise) {
  return (one: ExerciseLink) => one.track === track;
}

/** The way to an exercise that a lead has made: this browser holds it whole. */
export function ownExerciseLink({ id, title }: Exercise, page: string): { title: string; href: string } {
  return { title, href: `${page}#id-${id}` };
}

/** The id of the exercise that such an address means. */
export function ownExerciseIn(fragment: string): string | undefined {
  return /^#id-(.+)$/.exec(fragment)?.[1];
}
