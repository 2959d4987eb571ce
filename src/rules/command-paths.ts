/** The paths that the words of a command name: absolute, or undefined where that can't be known before the build. */
import type { Run, ShellCommand, ShellWord } from '../model/index.js';

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
function folderAt(run: Run, { at }: ShellCommand): string | undefined {
  let folder = run.scope.workdir ?? undefined;
  for (const { name, args, at: place } of run.command.script?.commands ?? []) {
    if (place.start >= at.start) break;
    if (name === 'pushd' || name === 'popd') return undefined;
    if (name !== 'cd') continue;
    const [target] = args;
    const text = target && expanded(run, target);
    folder = text === undefined || text === '-' ? undefined : absolute(text, folder);
  }
  return folder;
}
