/** Takes in what was done in another browser, with the exercises that are not of the site. */
import type { WorkRecord } from '../../exercises/record.js';
import type { OwnExerciseStore } from './own-exercise-store.js';
import type { ProgressStore } from './progress-store.js';

/** How many exercises could not be stored. */
export function takeRecord(record: WorkRecord, store: ProgressStore, ownStore: OwnExerciseStore): number {
  const known = new Set(ownStore.all().map(({ exercise }) => exercise.id));
  // One that is here already may be the later version.
  const lost = (record.own ?? [])
    .filter(({ id }) => !known.has(id))
    .filter((one) => !ownStore.keep(one, record.written));
  return Math.max(store.merge(record.exercises), lost.length);
}
