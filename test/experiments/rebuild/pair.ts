/** One pair of real builds: a case before and after a change. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, emptyCache, type StepRecord, tagBase } from './build.js';
import type { CaseChange, RebuildCase } from './cases.js';

/** What BuildKit did with each step of the second build. The cache is emptied before the first. */
export async function recordPair(rebuildCase: RebuildCase, change: CaseChange): Promise<Record<string, StepRecord>> {
  const folder = mkdtempSync(join(tmpdir(), 'rebuild-'));
  try {
    return await again(() => buildTwice(rebuildCase, change, folder));
  } finally {
    for (const path of [folder, cacheOf(folder)]) rmSync(path, { recursive: true, force: true });
  }
}

/** An engine that has just emptied its cache can miss a layer while it exports (moby/buildkit#6521). */
async function again<Value>(work: () => Promise<Value>, tries = 5): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (tries === 1 || !/parent snapshot .* does not exist/.test(String(error))) throw error;
    return again(work, tries - 1);
  }
}

const cacheOf = (folder: string) => `${folder}.cache`;

async function buildTwice(rebuildCase: RebuildCase, change: CaseChange, folder: string) {
  const { target, bases, dockerfile, context } = rebuildCase;
  const builder = change.builder ?? (change.change.startsWith('fresh') ? change.change.replace(':', '-') : 'warm');
  const mode = /^fresh-(.+)/.exec(builder)?.[1];
  await emptyCache();
  for (const [name, text] of Object.entries(bases)) await writeBase(name, text);
  write(folder, 'Dockerfile', dockerfile);
  for (const [path, text] of Object.entries(context)) write(folder, path, text);
  const first = { folder, target, arguments: rebuildCase.arguments };
  await build(mode ? { ...first, cacheTo: `type=local,dest=${cacheOf(folder)},mode=${mode}` } : first);
  const second = { folder, target, arguments: await apply(rebuildCase, change, folder) };
  if (builder !== 'warm') await emptyCache();
  return await build(mode ? { ...second, cacheFrom: `type=local,src=${cacheOf(folder)}` } : second);
}

function write(folder: string, path: string, text: string, mode = '644'): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, Number.parseInt(mode, 8));
}

async function writeBase(name: string, text: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rebuild-base-'));
  write(folder, 'Dockerfile', text);
  await tagBase(name, folder);
  rmSync(folder, { recursive: true });
}

/** Makes the change in the folder; returns the build arguments of the second build. */
async function apply(rebuildCase: RebuildCase, { change, to, mode }: CaseChange, folder: string) {
  const [kind, subject = ''] = change.split(/:(.*)/s);
  const { context, dockerfile, bases } = rebuildCase;
  const longer = (path: string, line: string) => to ?? `${context[path] ?? ''}${line}\n`;
  if (kind === 'file') write(folder, subject, longer(subject, 'changed'), mode);
  if (kind === 'dockerignore') write(folder, '.dockerignore', longer('.dockerignore', '# changed'));
  if (kind === 'line') {
    const lines = dockerfile.split('\n');
    lines[Number(subject) - 1] = to ?? '';
    write(folder, 'Dockerfile', lines.join('\n'));
  }
  if (kind === 'base') await writeBase(subject || (Object.keys(bases)[0] ?? ''), to ?? '');
  return kind === 'arg' ? { ...rebuildCase.arguments, [subject]: to ?? 'changed' } : rebuildCase.arguments;
}
