/** Reads the build context: names and sizes of files, and the text of small ones that rules look into. */
import { lstat, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isReadFromContext, MOST_CONTEXT_FILES } from '../image/context-text.js';
import { readIgnoreFile } from '../image/path-pattern.js';
import type { ContextFile } from '../model/index.js';
import { reasonOf } from './read-file.js';

export interface ReadContext {
  readonly context?: readonly ContextFile[];
  readonly dockerignore?: string;
  /** What kept it from being read, as a sentence. */
  readonly problem?: string;
}

/** Reads a folder, through the `.dockerignore` that holds for this Dockerfile. */
export async function readContext(folder: string, dockerfile: string): Promise<ReadContext> {
  const dockerignore = await firstText([`${dockerfile}.dockerignore`, join(folder, '.dockerignore')]);
  const known = dockerignore === undefined ? {} : { dockerignore };
  try {
    return { ...known, context: await filesBelow(folder, dockerignore) };
  } catch (error) {
    if (error instanceof TooMany)
      return {
        ...known,
        problem: `${folder} has more than ${MOST_CONTEXT_FILES} files; the build context counts as unknown.`,
      };
    return { ...known, problem: `${folder} ${reasonOf(error as NodeJS.ErrnoException)}.` };
  }
}

/** The folder of a Dockerfile, which is its context unless another is named. */
export function folderOf(dockerfile: string): string {
  return dirname(dockerfile);
}

class TooMany extends Error {}

async function firstText(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}

async function filesBelow(root: string, dockerignore: string | undefined): Promise<ContextFile[]> {
  const ignored = readIgnoreFile(dockerignore ?? '');
  // A folder that is ignored may hold files that an exception takes back in.
  const hasExceptions = /^\s*!/m.test(dockerignore ?? '');
  const files: ContextFile[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const isIgnored = ignored.ignores(path);
      if (entry.isDirectory() && (!isIgnored || hasExceptions)) folders.push(path);
      else if (!entry.isDirectory() && !isIgnored) files.push(await contextFile(root, path));
      if (files.length > MOST_CONTEXT_FILES) throw new TooMany();
    }
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

async function contextFile(root: string, path: string): Promise<ContextFile> {
  const info = await lstat(join(root, path));
  const bytes = info.isFile() ? info.size : 0;
  if (!info.isFile() || !isReadFromContext(path, bytes)) return { path, bytes };
  return { path, bytes, text: await readFile(join(root, path), 'utf8') };
}
