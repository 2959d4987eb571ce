/** Changes of the files of a stage, noted down to be made later: to the files of every version of a Dockerfile. */
import type { Entry } from './entry.js';
import type { StageFiles } from './stage-files.js';

export type FileChanges = Pick<StageFiles, 'add' | 'remove' | 'storeAgain' | 'move' | 'copy' | 'removeSome'>;

export class NotedChanges implements FileChanges {
  private readonly changes: ((files: FileChanges) => void)[] = [];

  makeIn(files: FileChanges): void {
    for (const change of this.changes) change(files);
  }

  add(entry: Entry): void {
    this.changes.push((files) => files.add(entry));
  }

  remove(path: string): void {
    this.changes.push((files) => files.remove(path));
  }

  storeAgain(path: string, isRecursive: boolean): void {
    this.changes.push((files) => files.storeAgain(path, isRecursive));
  }

  move(from: string, to: string): void {
    this.changes.push((files) => files.move(from, to));
  }

  copy(from: string, to: string, otherwise: Entry | undefined): void {
    this.changes.push((files) => files.copy(from, to, otherwise));
  }

  removeSome(path: string): void {
    this.changes.push((files) => files.removeSome(path));
  }
}
