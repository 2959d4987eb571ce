/** The browser's storage of exercises that came by link: one entry for each, so that they are found again. */
import type { Exercise } from '../../exercises/exercise.js';
import { readOwnExercise } from '../../exercises/own-exercise.js';
import { isRecord } from '../../model/record.js';
import { BROWSER_STORAGE, type DraftStorage } from '../draft-store.js';

const PREFIX = 'plimsoll.own-exercise.1.';

export interface KeptExercise {
  readonly exercise: Exercise;
  /** When it was opened first; ISO 8601. */
  readonly opened: string;
}

export class OwnExerciseStore {
  constructor(private readonly storage: DraftStorage = BROWSER_STORAGE) {}

  /** The one that was opened first comes first. What can't be read is left out, and stays. */
  all(): readonly KeptExercise[] {
    const kept = this.keys().flatMap((key) => this.stored(key) ?? []);
    return kept.sort((one, other) => (one.opened < other.opened ? -1 : 1));
  }

  /** Takes in an exercise, or its later version. False: nothing could be stored. */
  keep(exercise: Exercise, now: string): boolean {
    const key = PREFIX + exercise.id;
    return this.write({ exercise, opened: this.stored(key)?.opened ?? now });
  }

  /** Puts back what was removed. False: nothing could be stored. */
  write({ exercise, opened }: KeptExercise): boolean {
    try {
      this.storage.set(PREFIX + exercise.id, JSON.stringify({ exercise, opened }));
      return true;
    } catch {
      return false;
    }
  }

  remove({ exercise }: KeptExercise): void {
    try {
      this.storage.remove(PREFIX + exercise.id);
    } catch {
      // Where storage is forbidden, nothing is there to be removed.
    }
  }

  private stored(key: string): KeptExercise | undefined {
    try {
      const value: unknown = JSON.parse(this.storage.get(key) ?? 'null');
      if (!isRecord(value)) return undefined;
      const exercise = readOwnExercise(value['exercise']);
      return exercise && { exercise, opened: typeof value['opened'] === 'string' ? value['opened'] : '' };
    } catch {
      return undefined;
    }
  }

  private keys(): readonly string[] {
    try {
      return this.storage.keys().filter((key) => key.startsWith(PREFIX));
    } catch {
      return [];
    }
  }
}
