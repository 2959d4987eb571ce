/** A folder that the reader chose or dropped. Names and sizes are taken, and the text of the few files that are read. */
import { isReadFromContext, MOST_CONTEXT_FILES } from '../image/context-text.js';
import { readIgnoreFile } from '../image/path-pattern.js';
import type { ContextFile } from '../model/build-input.js';
import { type BuildSurroundings, DEFAULT_PATH, type NamedText } from '../share/workspace.js';

/** A file of the folder, by its path in it. */
export interface FolderFile {
  readonly path: string;
  readonly file: Pick<File, 'size' | 'text'>;
}

export interface ReadFolder {
  /** In the order of their paths; the one at the top first. */
  readonly dockerfiles: readonly NamedText[];
  readonly build: BuildSurroundings;
}

const DOCKERFILE = /(?:^|\/)(?:[^/]+\.)?(?:Dockerfile|Containerfile)(?:\.(?!dockerignore$)[^/]+)?$/i;

/** Bytes; a longer file is no Dockerfile. */
const LARGEST_DOCKERFILE = 1_000_000;

/** Undefined: the folder has more files than a build context has. */
export async function readFolder(all: readonly FolderFile[]): Promise<ReadFolder | undefined> {
  if (all.length > MOST_CONTEXT_FILES * 10) return undefined;
  const dockerfiles = await dockerfilesIn(all);
  const [first] = dockerfiles;
  const dockerignore =
    (first && (await textOf(all, `${first.path}.dockerignore`))) ?? (await textOf(all, '.dockerignore'));
  const ignored = readIgnoreFile(dockerignore ?? '');
  const files = all.filter(({ path }) => !ignored.ignores(path));
  if (files.length > MOST_CONTEXT_FILES) return undefined;
  const context = await Promise.all(files.map(contextFile));
  context.sort((one, other) => (one.path < other.path ? -1 : 1));
  return { dockerfiles, build: { context, ...(dockerignore !== undefined && { dockerignore }) } };
}

async function dockerfilesIn(all: readonly FolderFile[]): Promise<NamedText[]> {
  const found = all.filter(({ path, file }) => DOCKERFILE.test(path) && file.size <= LARGEST_DOCKERFILE);
  found.sort((one, other) => (orderOf(one.path) < orderOf(other.path) ? -1 : 1));
  return Promise.all(found.map(async ({ path, file }) => ({ path, text: await file.text() })));
}

/** `Dockerfile` at the top comes first, then what lies less deep. */
function orderOf(path: string): string {
  const depth = String(path.split('/').length).padStart(4, '0');
  return `${path === DEFAULT_PATH ? '' : depth} ${path}`;
}

async function textOf(all: readonly FolderFile[], path: string): Promise<string | undefined> {
  return all.find((one) => one.path === path)?.file.text();
}

async function contextFile({ path, file }: FolderFile): Promise<ContextFile> {
  const bytes = file.size;
  return isReadFromContext(path, bytes) ? { path, bytes, text: await file.text() } : { path, bytes };
}

/** The files of `<input type="file" webkitdirectory>`, with the folder's name. */
export function filesOfInput(list: FileList): { readonly name: string; readonly files: readonly FolderFile[] } {
  const files = [...list];
  const name = files[0]?.webkitRelativePath.split('/')[0] ?? '';
  return { name, files: files.map((file) => ({ path: file.webkitRelativePath.slice(name.length + 1), file })) };
}

/** What was dropped: one folder, or files that lie beside each other. */
export async function filesOfDrop(
  items: DataTransferItemList,
): Promise<{ readonly name: string; readonly files: readonly FolderFile[] }> {
  // Asked for before the first wait: the list is empty after it.
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const [only] = entries;
  const isOneFolder = entries.length === 1 && only !== undefined && only.isDirectory;
  const roots = isOneFolder ? await childrenOf(only as FileSystemDirectoryEntry) : entries;
  const files: FolderFile[] = [];
  await collect(roots, '', files);
  return { name: isOneFolder ? only.name : '', files };
}

async function collect(entries: readonly FileSystemEntry[], folder: string, files: FolderFile[]): Promise<void> {
  for (const entry of entries) {
    if (files.length > MOST_CONTEXT_FILES * 10) return;
    const path = folder + entry.name;
    if (entry.isDirectory) await collect(await childrenOf(entry as FileSystemDirectoryEntry), `${path}/`, files);
    else files.push({ path, file: await fileOf(entry as FileSystemFileEntry) });
  }
}

/** A folder gives its entries in portions, until it gives none. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
