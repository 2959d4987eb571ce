import type { Signal } from '@preact/signals';
import type { ProgressOfAll } from '../../exercises/progress.js';
import type { Notices } from '../notice-line.js';
import type { OwnExerciseStore } from './own-exercise-store.js';
import type { ExercisePageData } from './page-data.js';
import type { ProgressStore } from './progress-store.js';

/** What the parts of the list of exercises share. */
export interface OverviewProps {
  readonly data: ExercisePageData;
  readonly store: ProgressStore;
  readonly ownStore: OwnExerciseStore;
  readonly progress: Signal<ProgressOfAll>;
  /** Reads the storage anew. */
  readonly refresh: () => void;
  readonly notices: Notices;
}
