/** What the files of a Node.js project ask npm for: package.json, and package-lock.json where there is one. */
import { isRecord, recordIn, type UnknownRecord } from '../../model/index.js';
import type { FileText } from './install.js';
import type { NpmNeed } from './npm-table.js';

export interface NodeProject {
  readonly production: readonly NpmNeed[];
  readonly development: readonly NpmNeed[];
}

/** A package in its place, as a lock file has it. */
export interface LockedPlace {
  readonly name: string;
  readonly version: string;
  readonly isForDevelopment: boolean;
  /** It is installed on Linux on amd64 with this C library; undefined: with either. */
  readonly libraries: readonly string[] | undefined;
}

/** Reads a package.json; a string says why it can't be known what it asks for. */
export function readProject(text: string): NodeProject | string {
  const json = parse(text);
  if (!json) return 'package.json can’t be read';
  if (json['workspaces'] !== undefined) return 'the project has workspaces';
  const needs = (key: string) =>
    Object.entries(recordIn(json, key)).map(([name, range]) => ({ name, range: String(range) }));
  const production = [...needs('dependencies'), ...needs('optionalDependencies'), ...needs('peerDependencies')];
  const development = needs('devDependencies').filter(({ name }) => !production.some((one) => one.name === name));
  const elsewhere = [...production, ...development].find(({ range }) => isElsewhere(range));
  if (elsewhere) return `${elsewhere.name} is not from the registry`;
  return { production, development };
}

/** A folder, an address, a repository or another package under this name. */
function isElsewhere(range: string): boolean {
  return /[:/]/.test(range);
}

/** Reads a package-lock.json of npm 7 or newer; undefined where it is none. */
export function readLockedPlaces(text: string): readonly LockedPlace[] | undefined {
  const json = parse(text);
  if (!json || !isRecord(json['packages'])) return undefined;
  return Object.entries(json['packages']).flatMap(([path, locked]) => {
    const name = nameAt(path);
    if (!path.includes('node_modules/') || !isRecord(locked)) return [];
    if (locked['inBundle'] === true || !isFor(locked['os'], 'linux') || !isFor(locked['cpu'], 'x64')) return [];
    const libraries = Array.isArray(locked['libc']) ? locked['libc'].map(String) : undefined;
    const isForDevelopment = locked['dev'] === true || locked['devOptional'] === true;
    return { name, version: String(locked['version'] ?? ''), isForDevelopment, libraries };
  });
}

/** The name of a package in its folder: `b` for `node_modules/a/node_modules/b`. */
export function nameAt(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** Whether `os` or `cpu` of a package allows a machine; `!win32` is everything else. */
export function isFor(list: unknown, machine: string): boolean {
  if (!Array.isArray(list) || list.includes(machine)) return true;
  return list.every((one) => String(one).startsWith('!')) && !list.includes(`!${machine}`);
}

/** The lock file that npm reads: its own name for it comes first. */
export function lockOf(textOf: (path: string) => FileText): FileText {
  const shrinkwrap = textOf('npm-shrinkwrap.json');
  return shrinkwrap === null ? textOf('package-lock.json') : shrinkwrap;
}

function parse(text: string): UnknownRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
