/**
 * Where the files of a COPY or ADD land in the image. Whether a source is a file or a folder is known where the build
 * context is; else its name decides, and both are kept where it doesn't.
 */
import type { ContextFile, Dockerfile, Word } from '../../model/index.js';
import { type CopyOrAdd, sourcePattern, visibleFiles } from '../context-files.js';
import { absolute, isWithin } from './command-paths.js';

/** One source of one instruction. */
export interface Landing {
  readonly copy: CopyOrAdd;
  /** The word of the source; undefined for a heredoc. */
  readonly written: Word | undefined;
  /** As written, without `./` at the front and slashes at the end; empty for the whole context. */
  readonly source: string;
  /** The path of the copied file, or of the folder that holds what was in the source. */
  readonly path: string;
  readonly isFolder: boolean;
  /** What the context knows below the source; undefined where nothing is known. */
  readonly files: readonly ContextFile[] | undefined;
}

export function landingsOf(dockerfile: Dockerfile, copy: CopyOrAdd): readonly Landing[] {
  const landings = known.get(copy.sources) ?? findLandings(dockerfile, copy);
  known.set(copy.sources, landings);
  return landings;
}

/** By a part of the instruction that versions of a Dockerfile share where they have it in the same scope. */
const known = new WeakMap<CopyOrAdd['sources'], readonly Landing[]>();

function findLandings(dockerfile: Dockerfile, copy: CopyOrAdd): Landing[] {
  const written = copy.destination && copy.scope.expand(copy.destination);
  const destination = written ? absolute(written, copy.scope.workdir ?? undefined) : undefined;
  if (!written || destination === undefined || !written.length) return [];
  const isInto = /(^|\/)\.?\.?$/.test(written) || copy.sources.length + copy.heredocs.length > 1;
  const inside = (name: string) => (destination === '/' ? `/${name}` : `${destination}/${name}`);
  const heredocs = copy.heredocs.map(
    ({ name }): Landing => ({
      copy,
      written: undefined,
      source: name,
      path: isInto ? inside(name) : destination,
      isFolder: false,
      files: undefined,
    }),
  );
  return [
    ...heredocs,
    ...copy.sources.flatMap((word) => landingsOfSource(dockerfile, copy, word, { destination, isInto, inside })),
  ];
}

interface Target {
  readonly destination: string;
  /** Files go into the destination under their own names. */
  readonly isInto: boolean;
  readonly inside: (name: string) => string;
}

function landingsOfSource(dockerfile: Dockerfile, copy: CopyOrAdd, written: Word, target: Target): Landing[] {
  const { text } = written;
  const source = text
    .replace(/^(\.?\/)+/, '')
    .replace(/\/+$/, '')
    .replace(/^\.$/, '');
  const files = filesOf(dockerfile, copy, source);
  const name = source.slice(source.lastIndexOf('/') + 1);
  const asFolder: Landing = { copy, written, source, path: target.destination, isFolder: true, files };
  const asFile: Landing = {
    copy,
    written,
    source,
    path: target.isInto ? target.inside(name) : target.destination,
    isFolder: false,
    files,
  };
  switch (kindOf(copy, text, source, files)) {
    case 'folder':
      return [asFolder];
    case 'file':
      return [asFile];
    default:
      return target.isInto ? [asFolder, asFile] : [asFolder];
  }
}

function filesOf({ input }: Dockerfile, copy: CopyOrAdd, source: string): ContextFile[] | undefined {
  const isFromContext = copy.keyword === 'ADD' || copy.from === undefined;
  const pattern = isFromContext && !/[*?[$]/.test(source) ? sourcePattern(source) : undefined;
  return pattern && visibleFiles(input)?.filter(({ path }) => pattern.takes(path));
}

function kindOf(
  copy: CopyOrAdd,
  text: string,
  source: string,
  files: readonly ContextFile[] | undefined,
): 'file' | 'folder' | undefined {
  if (source === '' || text.endsWith('/') || /[*?[$]/.test(source)) return 'folder';
  if (copy.keyword === 'ADD' && /\.(tar|tgz|tbz2?|txz|tar\.\w+)$/.test(source)) return 'folder';
  if (files?.length) return files[0]?.path === source ? 'file' : 'folder';
  return /[^/]\.\w+$/.test(source) ? 'file' : undefined;
}

/** How a path, which may end in a glob, meets what was copied. */
export type Meeting = { readonly landing: Landing; readonly bytes: number | undefined };

/**
 * The copied files that a path takes in: all of a landing where it is the path or lies in it, and a part of one only
 * where the context shows that the part is there.
 */
function meet(landing: Landing, path: string): Meeting | undefined {
  if (isCovered(landing, path)) return { landing, bytes: total(landing.files) };
  if (/[*?[]/.test(path)) return undefined;
  if (!landing.isFolder || !isWithin(path, landing.path) || !landing.files) return undefined;
  const below = path.slice(landing.path === '/' ? 1 : landing.path.length + 1);
  const inSource = landing.source === '' ? below : `${landing.source}/${below}`;
  const part = landing.files.filter((file) => isWithin(file.path, inSource));
  return part.length > 0 ? { landing, bytes: total(part) } : undefined;
}

/** `/app` and `/app/*` take in all of `/app/x`; `/app/*.gz` takes in `/app/x.gz`. */
function isCovered({ path: landed, isFolder }: Landing, path: string): boolean {
  if (!/[*?[]/.test(path)) return isWithin(landed, path);
  const folder = path.slice(0, path.lastIndexOf('/')) || '/';
  const pattern = path.slice(path.lastIndexOf('/') + 1);
  if (pattern === '*') return isWithin(landed, folder) && (isFolder || landed !== folder);
  const name = landed.slice(landed.lastIndexOf('/') + 1);
  return !isFolder && absolute(`${landed}/..`, '/') === folder && matches(name, pattern);
}

function matches(name: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(name);
}

function total(files: readonly ContextFile[] | undefined): number | undefined {
  return files?.length ? files.reduce((sum, { bytes }) => sum + bytes, 0) : undefined;
}

/** How many landings in one folder a path is compared with: the last. */
const LAST_COPIED = 100;

/** The landings of the steps so far, found by their paths. */
export class Landings {
  private readonly below = new Map<string, Landing[]>();
  /** Of folders whose files are known: others can't be seen to hold a path. */
  private readonly folders = new Map<string, Landing[]>();

  add(landing: Landing): void {
    if (landing.isFolder && landing.files) append(this.folders, landing.path, landing);
    for (const folder of upwards(landing.path)) append(this.below, folder, landing);
  }

  /** Whether there are so few of them that `meetings` looks at each. */
  areAllSeen(path: string): boolean {
    const folder = folderOf(path);
    return areSeen(this.below.get(folder)) && [...upwards(folder)].every((above) => areSeen(this.folders.get(above)));
  }

  /** What a path takes in, the last copied first. */
  *meetings(path: string): Iterable<Meeting> {
    const folder = folderOf(path);
    yield* metBy(this.below.get(folder), path);
    for (const above of upwards(folder)) if (above !== folder) yield* metBy(this.folders.get(above), path);
  }
}

/** The path, or the folder whose names a glob at its end means. */
function folderOf(path: string): string {
  return /[*?[]/.test(path) ? path.slice(0, path.lastIndexOf('/')) || '/' : path;
}

function areSeen(landings: readonly Landing[] | undefined): boolean {
  return (landings?.length ?? 0) <= LAST_COPIED;
}

function* metBy(landings: readonly Landing[] | undefined, path: string): Iterable<Meeting> {
  for (const landing of (landings?.slice(-LAST_COPIED) ?? []).reverse()) {
    const meeting = meet(landing, path);
    if (meeting) yield meeting;
  }
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** A path and the folders around it: `/a/b`, `/a`, `/`. */
export function* upwards(path: string): Iterable<string> {
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) yield at;
  if (path !== '/') yield '/';
}
