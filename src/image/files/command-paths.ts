/** The paths that the words of a command name: absolute, or undefined where that can't be known before the build. */
import type { Run, ShellCommand, ShellWord } from '../../model/index.js';
import { onceForCommand } from '../once-for-command.js';

/** The absolute path of a word, from the working directory and an earlier `cd`. A glob stays in it. */
export function pathOf(run: Run, command: ShellCommand, word: ShellWord): string | undefined {
  const text = expanded(run, word);
  if (text === undefined || text === '' || text.startsWith('~')) return undefined;
  return absolute(text, folderAt(run, command));
}

/** A path from a folder, without `.`, `..` and slashes at the end. */
export function absolute(path: string, folder: string | undefined): string | undefined {
  if (!path.startsWith('/') && folder === undefined) return undefined;
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Whether a path is a folder or lies in it; the root holds everything. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
}

function expanded({ scope }: Run, { text, variables }: ShellWord): string | undefined {
  let result = text;
  for (const { name } of variables) {
    const value = scope.variable(name)?.value;
    if (typeof value !== 'string') return undefined;
    result = result.replace(`\${${name}}`, value).replace(`$${name}`, value);
  }
  return /[$`]/.test(result) ? undefined : result;
}

/** The folder in which a command runs. */
export function folderAt(run: Run, { at }: ShellCommand): string | undefined {
  const changes = folderChangesIn(run);
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.start ?? 0) < at.start) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? (run.scope.workdir ?? undefined) : changes[low - 1]?.folder;
}

interface FolderChange {
  /** The place of the `cd`. */
  readonly start: number;
  readonly folder: string | undefined;
}

/** Every place of a RUN from which on its commands work in another folder. */
export const folderChangesIn = onceForCommand(readFolderChanges);

/** Each `cd` of a RUN. Behind `pushd` and `popd` nothing is known. */
function readFolderChanges(run: Run): FolderChange[] {
  const changes: FolderChange[] = [];
  let folder = run.scope.workdir ?? undefined;
  for (const { name, args, at } of run.command.script?.commands ?? []) {
    if (name === 'pushd' || name === 'popd') return [...changes, { start: at.start, folder: undefined }];
    if (name !== 'cd') continue;
    const [target] = args;
    const text = target && expanded(run, target);
    folder = text === undefined || text === '-' ? undefined : absolute(text, folder);
    changes.push({ start: at.start, folder });
  }
  return changes;
}
