/** Where a COPY or ADD puts its files, and which of them a change makes others. */
import type { Dockerfile } from '../../model/index.js';
import { belowSource, type CopyOrAdd, sourcePattern, takesFile } from '../context-files.js';
import { absolute, isWithin } from '../files/command-paths.js';
import { type Landing, landingsOf } from '../files/copied-files.js';
import type { Place } from './layers.js';

export function placesOf(dockerfile: Dockerfile, copy: CopyOrAdd): Place[] {
  if (keepsParents(copy)) return destinationOf(copy).map((path) => ({ path, isFolder: true, holds: () => false }));
  return landingsOf(dockerfile, copy).map((landing) => ({
    path: landing.path,
    isFolder: landing.isFolder,
    holds: (path) => landing.files?.some((file) => isWithin(landedPath(landing, file.path), path)) ?? false,
  }));
}

/** Paths in the image at which files of the context land. */
export function landedPaths(dockerfile: Dockerfile, copy: CopyOrAdd, files: readonly string[]): string[] {
  const taken = files.filter((file) => takesFile(dockerfile, copy, file) !== false);
  if (taken.length === 0) return [];
  if (keepsParents(copy)) return destinationOf(copy);
  const landings = landingsOf(dockerfile, copy);
  const landed = taken.flatMap((file) =>
    landings.flatMap((landing) => (takes(landing, file) ? [landedPath(landing, file)] : [])),
  );
  // A source with a variable in it is no pattern.
  return landed.length > 0 ? landed : landings.map(({ path }) => path);
}

function takes(landing: Landing, file: string): boolean {
  return sourcePattern(landing.source)?.takes(file) ?? false;
}

function landedPath({ source, path, isFolder }: Landing, file: string): string {
  const pattern = sourcePattern(source);
  if (!isFolder || !pattern) return path;
  return absolute(belowSource(pattern, file), path) ?? path;
}

function keepsParents({ flags }: CopyOrAdd): boolean {
  return flags.some(({ name }) => name === 'parents');
}

function destinationOf({ destination, scope }: CopyOrAdd): string[] {
  const path = destination && scope.expand(destination);
  const folder = path && absolute(path, scope.workdir ?? undefined);
  return folder ? [folder] : [];
}
