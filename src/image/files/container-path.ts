/** Paths inside an image, as an instruction there means them. */
import type { Run, Scope } from '../../model/index.js';
import { absolute, folderChangesIn } from './command-paths.js';

/** The absolute path; undefined where it is not known, or a glob. */
export function absolutePath({ workdir }: Pick<Scope, 'workdir'>, path: string | null): string | undefined {
  return path === null || /[$`*?]/.test(path) ? undefined : absolute(path, workdir ?? undefined);
}

/** A RUN whose commands may not work in the working directory of the image. */
export function changesFolder(run: Run): boolean {
  return folderChangesIn(run).length > 0;
}
