/** Dockerfiles of git repositories (bare or not, at HEAD) and of plain folders. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface FoundDockerfile {
  /** The repository it stands in; a file of a plain folder is a repository of its own. */
  readonly repository: string;
  readonly path: string;
  readonly text: string;
}

const NAME = /(^|[./_-])dockerfile([./_-]|$)/i;

/** Reads every Dockerfile of these folders. */
export function* findDockerfiles(folders: readonly string[]): Iterable<FoundDockerfile> {
  for (const folder of folders) {
    if (isGit(folder)) yield* inGit(folder);
    else yield* inFolder(folder);
  }
}

function isGit(folder: string): boolean {
  return existsSync(join(folder, '.git')) || existsSync(join(folder, 'HEAD'));
}

function* inGit(folder: string): Iterable<FoundDockerfile> {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: 'pipe' });
  const repository = basename(folder) === 'repo' ? basename(join(folder, '..')) : basename(folder);
  for (const row of git('ls-tree', '-r', '-z', 'HEAD').split('\0')) {
    const [, mode, hash, path] = /^(\d+) blob (\w+)\t(.*)$/s.exec(row) ?? [];
    if (mode?.startsWith('100') && hash && path && NAME.test(basename(path)))
      yield { repository, path, text: git('cat-file', 'blob', hash) };
  }
}

function* inFolder(folder: string): Iterable<FoundDockerfile> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => NAME.test(basename(name)));
  for (const path of names.sort())
    yield { repository: join(folder, path), path, text: readFileSync(join(folder, path), 'utf8') };
}
