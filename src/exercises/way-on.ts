/** Where a reader begins in a list of exercises, or goes on. */
import { type ProgressOfAll, stateOf, type WorkState } from './progress.js';

export interface WayOn {
  /** Of the exercise. */
  readonly id: string;
  /** Nothing was begun yet. */
  readonly isFirst: boolean;
}

/** To what was left half done last; else to what follows the one that was solved last. Undefined: all are solved. */
export function wayOn(ids: readonly string[], progress: ProgressOfAll): WayOn | undefined {
  const inState = (state: WorkState) => ids.filter((id) => stateOf(progress[id]) === state);
  const open = inState('open');
  const solvedLast = ids.indexOf(changedLast(inState('solved'), progress) ?? '');
  const id = changedLast(inState('begun'), progress) ?? open.find((one) => ids.indexOf(one) > solvedLast) ?? open[0];
  return id === undefined ? undefined : { id, isFirst: open.length === ids.length };
}

function changedLast(ids: readonly string[], progress: ProgressOfAll): string | undefined {
  const changed = (id: string) => progress[id]?.changed ?? '';
  return [...ids].sort((one, other) => (changed(one) < changed(other) ? 1 : -1))[0];
}
