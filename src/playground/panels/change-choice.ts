/** What the reader chooses to change between two builds, kept while other panels are looked at. */
import type { Change } from '../../image/rebuild/change.js';
import type { PossibleChanges } from '../possible-changes.js';

export const CHANGE_KINDS = ['file', 'dockerignore', 'argument', 'base', 'line', 'fresh'] as const;

export const CHANGE_TITLES: Readonly<Record<Change['kind'], string>> = {
  file: 'A file',
  dockerignore: '.dockerignore',
  argument: 'Argument',
  base: 'Base image',
  line: 'This line',
  fresh: 'Fresh builder',
};

export const CACHES = ['none', 'min', 'max'] as const;
export type Cache = (typeof CACHES)[number];

export const CACHE_TITLES: Readonly<Record<Cache, string>> = {
  none: 'no cache at all',
  min: 'imported cache, mode=min',
  max: 'imported cache, mode=max',
};

/** Undefined: the first that is possible. */
export interface ChangeChoice {
  readonly kind: Change['kind'];
  readonly path: string | undefined;
  readonly argument: string | undefined;
  readonly image: string | undefined;
  readonly cache: Cache;
}

export const FIRST_CHOICE: ChangeChoice = {
  kind: 'file',
  path: undefined,
  argument: undefined,
  image: undefined,
  cache: 'none',
};

/** The change, or why there is none. `line` is that of the instruction at the cursor. */
export function changeOf(
  { kind, path, argument, image, cache }: ChangeChoice,
  possible: PossibleChanges,
  line: number | undefined,
): Change | string {
  switch (kind) {
    case 'file':
      return fileChange((path ?? possible.files[0] ?? '').trim());
    case 'argument':
      return argumentChange(possible.args, argument);
    case 'base':
      return baseChange(possible.images, image);
    case 'line':
      return line === undefined
        ? 'Put the cursor into an instruction: its line is the one that changes.'
        : { kind, line };
    case 'fresh':
      return cache === 'none' ? { kind } : { kind, cache };
    default:
      return { kind };
  }
}

function fileChange(path: string): Change | string {
  return path === '' ? 'Name a file of the build context, such as src/app.js.' : { kind: 'file', path };
}

function argumentChange(names: readonly string[], chosen: string | undefined): Change | string {
  const name = chosenOf(names, chosen);
  return name === undefined ? 'No ARG is declared in this file.' : { kind: 'argument', name };
}

function baseChange(images: readonly string[], chosen: string | undefined): Change | string {
  const image = chosenOf(images, chosen);
  return image === undefined ? 'This file names no image whose digest could change.' : { kind: 'base', image };
}

/** A choice that the text has no longer falls back to the first. */
export function chosenOf(names: readonly string[], chosen: string | undefined): string | undefined {
  return chosen !== undefined && names.includes(chosen) ? chosen : names[0];
}
