/** The build context of an answer as a folder. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Answer, type Exercise, inputOf } from '../../../src/exercises/exercise.js';
import { contentOf } from './contents.js';

export interface ContextFolder {
  readonly folder: string;
  /** Bytes by path, of the exercise's files. */
  readonly files: ReadonlyMap<string, number>;
}

/** The caller removes it. */
export function writeContext(exercise: Exercise, answer: Answer): ContextFolder {
  const folder = mkdtempSync(join(tmpdir(), 'exercise-'));
  const files = new Map<string, number>();
  for (const file of exercise.build.context ?? []) {
    const path = join(folder, file.path);
    const isLock = /(?:^|\/)package-lock\.json$/.test(file.path);
    const content = isLock ? lockFileFor(exercise, file.path) : contentOf(exercise, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content, { mode: file.path.endsWith('.sh') ? 0o755 : 0o644 });
    files.set(file.path, Buffer.byteLength(content));
  }
  const { text, dockerignore } = inputOf(exercise, answer);
  writeFileSync(join(folder, 'Dockerfile'), text);
  if (dockerignore !== undefined) writeFileSync(join(folder, '.dockerignore'), dockerignore);
  return { folder, files };
}

const locks = new Map<string, string>();

/** A lock file of npm is made by npm, from the manifest beside it. */
function lockFileFor(exercise: Exercise, path: string): string {
  const manifest = join(dirname(path), 'package.json');
  const content = contentOf(exercise, fileOf(exercise, manifest)).toString();
  const known = locks.get(content);
  if (known !== undefined) return known;
  const place = mkdtempSync(join(tmpdir(), 'lock-'));
  try {
    writeFileSync(join(place, 'package.json'), content);
    const options = ['--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'];
    execFileSync('npm', ['install', ...options], { cwd: place, stdio: ['ignore', 'ignore', 'inherit'] });
    const lock = readFileSync(join(place, 'package-lock.json'), 'utf8');
    locks.set(content, lock);
    return lock;
  } finally {
    rmSync(place, { recursive: true });
  }
}

function fileOf({ id, build: { context = [] } }: Exercise, path: string) {
  const file = context.find((one) => one.path === path);
  if (!file) throw new Error(`${id} has a lock file and no ${path}.`);
  return file;
}
