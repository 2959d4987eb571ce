/** What the site's build tells the page of an exercise. */
import type { Exercise } from '../../exercises/exercise.js';
import type { Track } from '../../exercises/tracks.js';

/** An exercise as a way to it. */
export interface ExerciseLink {
  readonly id: string;
  readonly title: string;
  readonly track: Track | undefined;
  readonly minutes: number;
  readonly href: string;
}

export interface ExercisePageData {
  /** Undefined on the page that shows an exercise from its link. */
  readonly exercise?: Exercise;
  /** Those of the site, in order. */
  readonly exercises: readonly ExerciseLink[];
  /** Addresses of other pages, each with a slash at the end. */
  readonly pages: {
    readonly exercises: string;
    readonly own: string;
    readonly progress: string;
    readonly team: string;
    readonly make: string;
    /** The exercises whole, as JSON. */
    readonly all: string;
    readonly rules: string;
    readonly playground: string;
  };
}

/** Reads it from the page. */
export function readPageData(): ExercisePageData {
  return JSON.parse(document.getElementById('page-data')?.textContent ?? '{}') as ExercisePageData;
}
