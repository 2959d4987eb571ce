/** What a step leaves in the files of a stage, and what of it a path means. */
import { exactly, type Size, UNKNOWN, upTo } from '../amount.js';
import { absolute, isWithin } from '../files/command-paths.js';
import { gzipOf, sizeOfFiles } from '../tar.js';

/** A file that is known one by one. */
export interface KnownFile {
  /** Absolute, in the image. */
  readonly path: string;
  /** Bytes of its content. */
  readonly bytes: number;
  /** What makes it this file: where it comes from, with owner and mode. Two of one origin are the same. */
  readonly origin: string;
  /** Its path in the build context, where it is a file of it. */
  readonly context?: string;
}

/**
 * Files of one origin at one place. `files` lists them where the build context is known; else nothing is known of
 * what is below the path.
 */
export interface Entry {
  /** Absolute. */
  readonly path: string;
  readonly isFolder: boolean;
  /** `system`: files of the base and of packages, in the folders of the system. `anywhere`: it can't be seen where. */
  readonly place: 'path' | 'system' | 'anywhere';
  readonly files?: readonly KnownFile[] | undefined;
  readonly size: Size;
  /** The same for the same files in another version of the Dockerfile. */
  readonly key: string;
  /** For people: "the files of `COPY . .`", "package lists of apt". */
  readonly what: string;
}

/** The folders that a distribution and its packages fill. */
const SYSTEM = /^\/(?:bin|boot|etc|lib|lib32|lib64|libx32|opt|sbin|usr|var)(?:\/|$)/;

export function isSystemPath(path: string): boolean {
  return SYSTEM.test(path);
}

/** `/app/*` is everything in `/app`; `/app/*.gz` what has such a name there. */
export interface PathGlob {
  readonly path: string;
  readonly folder: string;
  readonly name?: RegExp;
}

const EVERY_NAME = '^[^/]*$';

export function readGlob(path: string): PathGlob {
  if (!/[*?[]/.test(path)) return { path, folder: path };
  const clean = absolute(path, undefined) ?? '/';
  const at = clean.lastIndexOf('/');
  const expression = clean
    .slice(at + 1)
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]');
  return { path, folder: clean.slice(0, at) || '/', name: new RegExp(`^${expression}$`) };
}

/**
 * What a path means of an entry: all of it (the entry itself), some of it, or nothing. Where it can't be seen how much is
 * meant, the part has any size up to the whole.
 */
export function partAt(entry: Entry, { path, folder, name }: PathGlob): Entry | undefined {
  if (entry.place !== 'path') return partOfSpread(entry, path);
  if (entry.files) {
    const inside = entry.files.filter((file) => isAt(file.path, folder, name));
    return inside.length === 0 ? undefined : inside.length === entry.files.length ? entry : withFiles(entry, inside);
  }
  const isAllInIt = entry.isFolder && entry.path === folder && name?.source === EVERY_NAME;
  if (isAllInIt || isAt(entry.path, folder, name)) return entry;
  const mayHold = entry.isFolder && isWithin(folder, entry.path);
  return mayHold ? { ...entry, path: folder, size: upTo(entry.size) } : undefined;
}

function partOfSpread(entry: Entry, path: string): Entry | undefined {
  if (path === '/') return entry;
  const reaches = entry.place === 'anywhere' || isSystemPath(path);
  return reaches ? { ...entry, size: UNKNOWN } : undefined;
}

function isAt(path: string, folder: string, name: RegExp | undefined): boolean {
  if (!isWithin(path, folder)) return false;
  const below = path.slice(folder === '/' ? 1 : folder.length + 1);
  return !name || (below !== '' && name.test(below.split('/', 1)[0] ?? ''));
}

/** An entry with some of its files only. */
export function withFiles(entry: Entry, files: readonly KnownFile[]): Entry {
  const contents = files.map(({ bytes }) => bytes);
  const total = contents.reduce((sum, bytes) => sum + bytes, 0);
  const key = `${entry.key} (${files.length} files, ${total} bytes)`;
  return { ...entry, files, size: sizeOfFiles(contents, 0), key };
}

/** What stays of an entry without a part of it; the headers of its folders stay with it. */
export function restOf(entry: Entry, part: Entry): Entry | undefined {
  if (part === entry) return undefined;
  if (!entry.files || !part.files) return { ...entry, size: upTo(entry.size) };
  const gone = new Set(part.files);
  const files = entry.files.filter((file) => !gone.has(file));
  const unpacked = exactly(entry.size.unpacked.min - part.size.unpacked.min);
  return { ...withFiles(entry, files), size: { unpacked, compressed: gzipOf(unpacked) } };
}

/** The same files, stored once more with another owner, mode or time. */
export function storedAgain(entry: Entry): Entry {
  const files = entry.files?.map((file) => ({ ...file, origin: `again ${file.origin}` }));
  return { ...entry, files, key: `again ${entry.key}`, what: `${entry.what}, stored again` };
}

/** The same files at another place. */
export function movedTo(entry: Entry, from: string, to: string): Entry {
  const place = (path: string) => (isWithin(path, from) ? absolute(to + path.slice(from.length), '/') : to) ?? to;
  const files = entry.files?.map((file) => ({ ...file, path: place(file.path) }));
  return { ...entry, path: place(entry.path), files, key: `${entry.key} in ${to}` };
}
