/** What the pages of the exercises tell their scripts. */
import type { Exercise } from '../exercises/exercise.js';
import type { ExerciseLink, ExercisePageData } from '../playground/exercise/page-data.js';
import { exercises } from './exercises.js';
import { link } from './link.js';

export const exerciseLinks: readonly ExerciseLink[] = exercises.map(({ id, title, track, minutes }) => ({
  id,
  title,
  track,
  minutes,
  href: exerciseLink(id),
}));

export function exerciseLink(id: string): string {
  return link(`/exercises/${id}/`);
}

/** As the JSON of a script element: no part of it can end the element. */
export function pageDataText(exercise?: Exercise): string {
  const data: ExercisePageData = {
    ...(exercise && { exercise }),
    exercises: exerciseLinks,
    pages: {
      exercises: link('/exercises/'),
      own: link('/exercises/own/'),
      progress: link('/exercises/progress/'),
      team: link('/team/'),
      make: link('/exercises/make/'),
      all: link('/exercises.json'),
      rules: link('/rules/'),
      playground: link('/playground/'),
    },
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
