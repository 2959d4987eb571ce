/** All exercises of the site whole, fetched from it when a page first needs one that it does not hold. */
import type { Exercise } from '../../exercises/exercise.js';
import { readExercise } from '../../exercises/read-exercise.js';
import type { ExercisePageData } from './page-data.js';

let asked: Promise<readonly Exercise[]> | undefined;

/** Undefined: there is no such exercise any more, or the list could not be had. */
export async function exerciseOf(id: string, { pages }: ExercisePageData): Promise<Exercise | undefined> {
  asked ??= fetchAll(pages.all);
  try {
    return (await asked).find((one) => one.id === id);
  } catch {
    asked = undefined;
    return undefined;
  }
}

async function fetchAll(address: string): Promise<readonly Exercise[]> {
  const answer = await fetch(address);
  const list: unknown = await answer.json();
  return Array.isArray(list) ? list.flatMap((one) => readExercise(one).exercise ?? []) : [];
}
