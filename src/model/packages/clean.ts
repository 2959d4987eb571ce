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
export function cleansCacheOf(command: ShellCommand, place: CachePlace = UNKNOWN_PLACE): readonly CacheClean[] {
  if (place === UNKNOWN_PLACE) return readCleans(command, place);
  const cleans = knownCleans.get(place) ?? new Map<ShellCommand, readonly CacheClean[]>();
  knownCleans.set(place, cleans);
  const known = cleans.get(command) ?? readCleans(command, place);
  cleans.set(command, known);
  return known;
}

const UNKNOWN_PLACE: CachePlace = { home: '~', valueOf: () => undefined };
const knownCleans = new WeakMap<CachePlace, Map<ShellCommand, readonly CacheClean[]>>();

/** A folder, with every way to write where it is, in parts. */
interface NamedFolder {
  readonly manager: Manager;
  readonly folder: CacheFolder;
  readonly names: readonly (readonly string[])[];
}

/** The folders of all managers, with the names that hold for any user and environment. */
const FOLDERS: readonly NamedFolder[] = managers.flatMap((manager) =>
  knowledgeOf(manager).folders.map((folder) => ({ manager, folder, names: namesOf(folder).map(partsOf) })),
);

const knownFolders = new WeakMap<CachePlace, readonly NamedFolder[]>();

function foldersAt(place: CachePlace): readonly NamedFolder[] {
  const folders = knownFolders.get(place) ?? FOLDERS.map((one) => placed(one, place));
  knownFolders.set(place, folders);
  return folders;
}

function placed(named: NamedFolder, place: CachePlace): NamedFolder {
  const path = placeFolder(named.folder, place);
  return path === named.folder.path ? named : { ...named, names: [...named.names, partsOf(path)] };
}

function partsOf(path: string): string[] {
  return normalise(path).split('/');
}

function readCleans(command: ShellCommand, place: CachePlace): readonly CacheClean[] {
  const called = recognise(command);
  if (called) {
    const { call, ecosystem } = called;
    if (call.action !== 'clean-cache') return [];
    const cleaned = ecosystem.cleans?.(call) ?? [{ manager: call.manager, group: 'downloads' as const }];
    return cleaned.map(({ manager, group }) => ({ manager, group, at: command.at, folders: pathsOf(manager, group) }));
  }
  return deletedPaths(command).flatMap(({ path, at }) => cleanedBy(path, at, foldersAt(place)));
}

function pathsOf(manager: Manager, group: FolderGroup): string[] {
  return knowledgeOf(manager)
    .folders.filter((folder) => folder.group === group)
    .map(({ path }) => path);
}

/** A clean for each group of each manager of which a folder is deleted. */
function cleanedBy(path: string, at: Span, folders: readonly NamedFolder[]): CacheClean[] {
  const deleted = normalise(path);
  if (deleted === '') return [];
  const parts = deleted.split('/').map(matcherOf);
  const cleans = new Map<string, CacheClean>();
  for (const { manager, folder, names } of folders) {
    if (!names.some((name) => isAtOrAbove(parts, name))) continue;
    const { group } = folder;
    const found = cleans.get(`${manager} ${group}`)?.folders ?? [];
    cleans.set(`${manager} ${group}`, { manager, group, at, folders: [...found, folder.path] });
  }
  return [...cleans.values()];
}

/** The paths that `rm` or `find … -delete` deletes. */
function deletedPaths({ name, args }: ShellCommand): { path: string; at: Span }[] {
  if (name === 'rm') {
    const { operands } = readOptions(args, { hasClusters: true, valued: [] });
    return operands.flatMap(({ text, at }) => expandBraces(text).map((path) => ({ path, at })));
  }
  if (name !== 'find' || !args.some(({ text }) => text === '-delete' || text === 'rm')) return [];
  if (args.some(({ text }) => /^-(i?name|i?path|i?regex|mtime|atime|newer|size)$/.test(text))) return [];
  const places = args.slice(
    0,
    args.findIndex(({ text }) => text.startsWith('-')),
  );
  return places.map(({ text, at }) => ({ path: text, at }));
}

/** A word that stands for more paths is left as it is: every pair of braces doubles them. */
const MOST_PATHS = 100;

/** `/var/lib/{apt,dpkg}/lists`: what bash makes of it. */
function expandBraces(text: string): string[] {
  for (let texts = [text]; ; ) {
    const expanded = texts.flatMap(expandFirst);
    if (expanded.length === texts.length) return texts;
    if (expanded.length > MOST_PATHS) return [text];
    texts = expanded;
  }
}

/** The first pair of braces. */
function expandFirst(text: string): string[] {
  const [, before = '', inside, behind = ''] = /^(.*?[^$]|)\{([^{}$]*,[^{}]*)\}(.*)$/.exec(text) ?? [];
  return inside === undefined ? [text] : inside.split(',').map((part) => before + part + behind);
}

/** The ways to write where a folder is, whoever asks. */
function namesOf(folder: CacheFolder): string[] {
  const variables = (folder.movedBy ?? []).map(({ variable, below }) => `$${variable}${below}`);
  const printed = (folder.printedBy ?? []).map(({ command, below }) => `$(${command})${below}`);
  return [folder.path, ...(folder.rootPath ? [folder.rootPath] : []), ...variables, ...printed];
}

/** Home folders become `~`, `${A:-b}` becomes `$A`, and a slash or star at the end goes. */
function normalise(path: string): string {
  return path
    .replace(/\$\{(\w+)(:?-[^}]*)?\}/g, '$$$1')
    .replace(/^(\$HOME|\/root|\/home\/[^/]+)(?=\/|$)/, '~')
    .replace(/(\/(\*|\.\[!?\^?[^\]]*\]\*))*\/*$/, '');
}

type Matcher = (part: string) => boolean;

/** Whether deleting a path empties a folder: it is the folder, lies above it, or is all that is in it. */
function isAtOrAbove(deleted: readonly Matcher[], folder: readonly string[]): boolean {
  if (deleted.length > folder.length) return false;
  return deleted.every((matches, index) => matches(folder[index] as string));
}

function matcherOf(pattern: string): Matcher {
  if (!pattern.includes('*')) return (part) => part === pattern;
  const escaped = pattern.split('*').map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${escaped.join('.*')}$`);
  return (part) => expression.test(part);
}
