/** What a command takes away of a package manager's caches: by the manager's own command, or by deleting folders. */
import type { ShellCommand } from '../shell/script.js';
import type { Span } from '../span.js';
import { type CacheFolder, type CachePlace, type FolderGroup, placeFolder } from './knowledge.js';
import { knowledgeOf, managers } from './managers.js';
import { readOptions } from './options.js';
import type { Manager } from './package-call.js';
import { recognise } from './read-call.js';

/** A group of a manager's folders that a command empties. */
export interface CacheClean {
  readonly manager: Manager;
  readonly group: FolderGroup;
  /** The word of the folder, or the whole command of the manager. */
  readonly at: Span;
  /** The folders that it empties, as the tables name them. */
  readonly folders: readonly string[];
}

/**
 * What a command cleans. `apt-get clean` empties the downloads and leaves the index.
 * `place` tells where folders are that a variable of the scope moves.
 */
export function cleansCacheOf(command: ShellCommand, place?: CachePlace): CacheClean[] {
  const called = recognise(command);
  if (called) {
    const { call, ecosystem } = called;
    if (call.action !== 'clean-cache') return [];
    const cleaned = ecosystem.cleans?.(call) ?? [{ manager: call.manager, group: 'downloads' as const }];
    return cleaned.map(({ manager, group }) => ({ manager, group, at: command.at, folders: pathsOf(manager, group) }));
  }
  return deletedPaths(command).flatMap(({ path, at }) => cleanedBy(path, at, place));
}

function pathsOf(manager: Manager, group: FolderGroup): string[] {
  return knowledgeOf(manager)
    .folders.filter((folder) => folder.group === group)
    .map(({ path }) => path);
}

function cleanedBy(path: string, at: Span, place: CachePlace | undefined): CacheClean[] {
  const cleans: CacheClean[] = [];
  for (const manager of managers) {
    const covered = knowledgeOf(manager).folders.filter((folder) => covers(path, folder, place));
    for (const group of new Set(covered.map((folder) => folder.group))) {
      const folders = covered.filter((folder) => folder.group === group).map((folder) => folder.path);
      cleans.push({ manager, group, at, folders });
    }
  }
  return cleans;
}

/** The paths that `rm` or `find … -delete` deletes. */
function deletedPaths({ name, args }: ShellCommand): { path: string; at: Span }[] {
  const { operands } = readOptions(args, { hasClusters: true, valued: [] });
  if (name === 'rm') return operands.flatMap(({ text, at }) => expandBraces(text).map((path) => ({ path, at })));
  if (name !== 'find' || !args.some(({ text }) => text === '-delete' || text === 'rm')) return [];
  if (args.some(({ text }) => /^-(i?name|i?path|i?regex|mtime|atime|newer|size)$/.test(text))) return [];
  const places = args.slice(
    0,
    args.findIndex(({ text }) => text.startsWith('-')),
  );
  return places.map(({ text, at }) => ({ path: text, at }));
}

/** `/var/lib/{apt,dpkg}/lists`: what bash makes of it. */
function expandBraces(text: string): string[] {
  const found = /^(.*?[^$]|)\{([^{}$]*,[^{}]*)\}(.*)$/.exec(text);
  if (!found) return [text];
  return (found[2] as string).split(',').flatMap((part) => expandBraces(`${found[1]}${part}${found[3]}`));
}

/** Whether deleting a path empties a folder: it is the folder, lies above it, or is all that is in it. */
function covers(path: string, folder: CacheFolder, place: CachePlace | undefined): boolean {
  const deleted = normalise(path);
  return namesOf(folder, place).some((name) => isAtOrAbove(deleted, name));
}

/** Every way to write where a folder is. */
function namesOf(folder: CacheFolder, place: CachePlace | undefined): string[] {
  const variables = (folder.movedBy ?? []).map(({ variable, below }) => `$${variable}${below}`);
  const printed = (folder.printedBy ?? []).map(({ command, below }) => `$(${command})${below}`);
  const placed = place ? [placeFolder(folder, place)] : [];
  return [folder.path, ...(folder.rootPath ? [folder.rootPath] : []), ...variables, ...printed, ...placed].map(
    normalise,
  );
}

/** Home folders become `~`, `${A:-b}` becomes `$A`, and a slash or star at the end goes. */
function normalise(path: string): string {
  return path
    .replace(/\$\{(\w+)(:?-[^}]*)?\}/g, '$$$1')
    .replace(/^(\$HOME|\/root|\/home\/[^/]+)(?=\/|$)/, '~')
    .replace(/(\/(\*|\.\[!?\^?[^\]]*\]\*))*\/*$/, '');
}

function isAtOrAbove(deleted: string, folder: string): boolean {
  const parts = deleted.split('/');
  const folders = folder.split('/');
  if (deleted === '' || parts.length > folders.length) return false;
  return parts.every((part, index) => matchesPart(part, folders[index] as string));
}

function matchesPart(pattern: string, part: string): boolean {
  if (!pattern.includes('*')) return pattern === part;
  const escaped = pattern.split('*').map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`).test(part);
}
