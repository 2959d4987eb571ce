/** Files that the commands of a RUN certainly write, as far as their words say so. */
import type { Run, RunCommand, ShellCommand, ShellWord } from '../../model/index.js';
import { onceForCommand } from '../once-for-command.js';
import { absolute, isWithin, pathOf } from './command-paths.js';
import { upwards } from './copied-files.js';

/** A file or folder, with the command that writes it. */
export interface WrittenPath extends RunCommand {
  readonly path: string;
}

/** Whether a path lies in a mount of the RUN: what is written there is in no layer. */
export function isInMount({ mounts, scope }: Run, path: string): boolean {
  return mounts.some(({ target }) => {
    const folder = target && absolute(scope.expand(target) ?? '', scope.workdir ?? undefined);
    return folder !== undefined && isWithin(path, folder);
  });
}

/** The files that a command certainly writes: downloads, clones, redirected output. */
export function writtenPaths({ command, run }: RunCommand): WrittenPath[] {
  const words = command.redirects.flatMap(({ operator, target }) => (target && /^\d?>/.test(operator) ? [target] : []));
  return [...words, ...downloadedTo(command)].flatMap((word) => {
    const path = pathOf(run, command, word);
    return path === undefined || isInMount(run, path) || path.startsWith('/dev/') ? [] : [{ path, command, run }];
  });
}

/** Where a RUN deletes a path, or a folder around it, for the last time; undefined where it doesn't. */
export function lastDeletion(run: Run, path: string): number | undefined {
  const deleted = deletionsOf(run);
  const places = [...upwards(path)].flatMap((folder) => deleted.get(folder) ?? []);
  return places.length > 0 ? Math.max(...places) : undefined;
}

const deletionsOf = onceForCommand(deletedPaths);

/** What `rm` is given, each with the place of the last one. All that is in a folder counts as the folder. */
function deletedPaths(run: Run): ReadonlyMap<string, number> {
  const deleted = new Map<string, number>();
  for (const command of run.command.script?.commands ?? []) {
    if (command.name !== 'rm') continue;
    for (const word of command.args) {
      const path = pathOf(run, command, word)?.replace(/\/\*$/, '');
      if (path !== undefined) deleted.set(path || '/', command.at.start);
    }
  }
  return deleted;
}

const OUTPUT: Readonly<Record<string, RegExp>> = {
  curl: /^-[a-zA-Z]*o$|^--output$/,
  wget: /^-[a-zA-Z]*O$|^--output-document$/,
};

/** Whether `curl`, `wget` or `git clone` puts what it fetches into a file or folder, whether or not its name can be seen. */
export function savesDownload({ name, args }: ShellCommand): boolean {
  const texts = args.map(({ text }) => text);
  if (name === 'git') return texts[0] === 'clone';
  const output = OUTPUT[name ?? ''];
  const named = output ? texts.findIndex((text) => output.test(text)) : -1;
  const isPrinted = texts[named + 1] === '-' || texts.some((text) => /^-[a-zA-Z]*O-$|^--output-document=-$/.test(text));
  if (named !== -1) return !isPrinted;
  if (name === 'wget') return !isPrinted && !texts.includes('--spider');
  return texts.some((text) => /^-[a-zA-Z]*O$|^--remote-name(?:-all)?$|^--output=/.test(text));
}

/** The words that name where `curl`, `wget` and `git clone` put what they fetch. */
export function downloadedTo({ name, args }: ShellCommand): ShellWord[] {
  const output = OUTPUT[name ?? ''];
  const named = output && args[args.findIndex(({ text }) => output.test(text)) + 1];
  const isNamed = output && args.some(({ text }) => output.test(text));
  if (isNamed) return named && named.text !== '-' ? [named] : [];
  const address = args.findLast(({ text }) => /^(https?|ftp|git):/.test(text));
  const isByAddress =
    name === 'wget' || (name === 'curl' && args.some(({ text }) => /^-[a-zA-Z]*O$|^--remote-name$/.test(text)));
  if (name === 'git' && args[0]?.text === 'clone')
    return address && args.at(-1) !== address ? args.slice(-1) : lastPart(address);
  return isByAddress ? lastPart(address) : [];
}

/** `x.tgz` of `https://host/x.tgz`, `app` of `https://host/app.git`. */
function lastPart(address: ShellWord | undefined): ShellWord[] {
  if (!address) return [];
  const name = address.text.slice(address.text.lastIndexOf('/') + 1).replace(/\.git$|\?.*$/, '');
  return name ? [{ ...address, text: name }] : [];
}
