/** Reads what pip has installed into an environment: each distribution with its files and what it needs. */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { holds, normalised, type Requirement, readRequirement } from '../../src/image/languages/requirement.js';
import type { DiskFile } from './measure-files.js';

export interface Distribution {
  readonly name: string;
  readonly version: string;
  /** What it needs on Linux with this Python; by extra, the empty name for none. */
  readonly needs: ReadonlyMap<string, readonly Requirement[]>;
  readonly files: readonly DiskFile[];
  readonly bytecode: readonly DiskFile[];
  /** Its wheel is for one kind of machine. */
  readonly isForMachine: boolean;
}

/** Reads `lib/pythonX.Y/site-packages` of a virtual environment. `python` is X.Y. */
export function readDistributions(environment: string, python: string): Distribution[] {
  const site = join(environment, `lib/python${python}/site-packages`);
  return readdirSync(site).flatMap((name) => (name.endsWith('.dist-info') ? readOne(site, name, python) : []));
}

function readOne(site: string, folder: string, python: string): Distribution {
  const read = (file: string) => readFileSync(join(site, folder, file), 'utf8');
  const metadata = (read('METADATA').split(/\r?\n\r?\n/)[0] ?? '').replaceAll(/\r?\n[ \t]+/g, ' ');
  const fields = (name: string) =>
    [...metadata.matchAll(new RegExp(`^${name}:[ \\t]*(.*?)\\s*$`, 'gm'))].map(([, value = '']) => value);
  const files = filesOf(site, read('RECORD'), python);
  return {
    name: normalised(fields('Name')[0] ?? ''),
    version: fields('Version')[0] ?? '',
    needs: needsOf(fields('Requires-Dist'), fields('Provides-Extra'), python),
    files: files.filter(({ path }) => !path.endsWith('.pyc')),
    bytecode: files.filter(({ path }) => path.endsWith('.pyc')),
    isForMachine: !/^Tag: .*-any$/m.test(read('WHEEL')),
  };
}

function needsOf(lines: readonly string[], extras: readonly string[], python: string): Map<string, Requirement[]> {
  const all = lines.flatMap((line) => readRequirement(line) ?? []);
  const withExtra = (extra: string) => all.filter(({ marker }) => holds(marker, { python, extra }));
  const basic = withExtra('');
  const needs = new Map([['', basic]]);
  for (const extra of extras)
    needs.set(
      normalised(extra),
      withExtra(extra).filter((one) => !basic.includes(one)),
    );
  return needs;
}

/** The first word of each line is a path from site-packages. */
function filesOf(site: string, record: string, python: string): DiskFile[] {
  return record.split(/\r?\n/).flatMap((line) => {
    const name = /^"((?:[^"]|"")*)"|^[^,]+/.exec(line);
    const written = name?.[1]?.replaceAll('""', '"') ?? name?.[0];
    const file = written === undefined ? '' : join(site, written);
    if (written === undefined || !existsSync(file)) return [];
    const path = join(`/usr/local/lib/python${python}/site-packages`, written);
    return [{ file, path, size: lstatSync(file).size }];
  });
}
