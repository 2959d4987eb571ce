/** What the effects of commands have in common. */
import type { RunCommand } from '../../model/index.js';
import { type Amount, type Size, UNKNOWN } from '../amount.js';
import { isInMount } from '../files/written-paths.js';
import { shortened } from './command-text.js';
import type { Entry } from './entry.js';
import type { FileChanges } from './file-changes.js';

/** A command at work. */
export interface Doing extends RunCommand {
  readonly files: FileChanges;
  /** As the file has it, for people and as a key. */
  readonly text: string;
}

export type Effect = (doing: Doing) => void;

type Writing = Pick<Doing, 'text' | 'run'>;

/** Files of which nothing but the place is known. */
export function writesUnknown(
  { files, ...writing }: Writing & Pick<Doing, 'files'>,
  path: string | undefined,
  isFolder = true,
): void {
  const entry = unknownAt(writing, path, isFolder);
  if (entry) files.add(entry);
}

/** Undefined in a mount: what is there is in no layer. */
export function unknownAt({ text, run }: Writing, path: string | undefined, isFolder = true): Entry | undefined {
  if (path !== undefined && isInMount(run, path)) return undefined;
  const place = path === undefined ? 'anywhere' : 'path';
  return { path: path ?? '/', isFolder, place, size: UNKNOWN, key: text, what: `what ${shortened(text)} writes` };
}

/** An upper bound for a settings file or two that a program rewrites. Bytes. */
export const SETTINGS: Amount = { min: 0, max: 100_000 };

/** A change of a few of the system's own files: 11 kB for `useradd`, as test/experiments/layers measured it. */
export const changesSystem: Effect = ({ files, text }) => {
  const size: Size = { unpacked: SETTINGS, compressed: SETTINGS };
  files.add({ path: '/', isFolder: true, place: 'system', size, key: text, what: shortened(text) });
};
