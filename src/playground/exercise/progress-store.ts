/** The browser's storage of what a reader has done in exercises: one entry for each, so that two tabs lose nothing. */
import {
  mergeProgress,
  NO_PROGRESS,
  type Progress,
  type ProgressOfAll,
  readProgress,
} from '../../exercises/progress.js';
import { BROWSER_STORAGE, type DraftStorage } from '../draft-store.js';

const PREFIX = 'plimsoll.exercise.1.';

export class ProgressStore {
  constructor(private readonly storage: DraftStorage = BROWSER_STORAGE) {}

  read(id: string): Progress {
    return this.stored(id) ?? NO_PROGRESS;
  }

  /** False: nothing could be stored. */
  write(id: string, progress: Progress): boolean {
    // Another tab may have solved it meanwhile.
    const solved = this.stored(id)?.solved ?? progress.solved;
    try {
      this.storage.set(PREFIX + id, JSON.stringify(solved ? { ...progress, solved } : progress));
      return true;
    } catch {
      return false;
    }
  }

  all(): ProgressOfAll {
    const ids = this.keys().map((key) => key.slice(PREFIX.length));
    return Object.fromEntries(ids.flatMap((id) => (this.stored(id) ? [[id, this.read(id)]] : [])));
  }

  /** Takes in what another browser has kept. How many exercises could not be stored. */
  merge(all: ProgressOfAll): number {
    const failed = Object.entries(all).filter(
      ([id, progress]) => !this.write(id, mergeProgress(this.read(id), progress)),
    );
    return failed.length;
  }

  /** Forgets what was done in one exercise, and gives it back for an undo. */
  remove(id: string): Progress {
    const before = this.read(id);
    try {
      this.storage.remove(PREFIX + id);
    } catch {
      // Where storage is forbidden, nothing is there to be forgotten.
    }
    return before;
  }

  /** Forgets everything, and gives it back for an undo. */
  clear(): ProgressOfAll {
    const before = this.all();
    for (const key of this.keys()) this.storage.remove(key);
    return before;
  }

  private stored(id: string): Progress | undefined {
    try {
      return readProgress(JSON.parse(this.storage.get(PREFIX + id) ?? 'null'));
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
