/** From measured installs to the text of the table of npm packages. */
import { TABLES_DATE } from '../../src/data/date.js';
import { satisfies } from '../../src/image/languages/npm-range.js';
import { NPM_UNITS, type NpmRow, type NpmSize, type NpmTableFile } from '../../src/image/languages/npm-table.js';
import type { PlacedPackage, Ranges } from './npm-lock.js';
import { tableNumbers } from './table-numbers.js';

/** A package of one version, as an install has it. */
export interface MeasuredPackage extends Omit<PlacedPackage, 'path'> {
  readonly size: NpmSize;
  /** Optional packages that can be installed on Linux on amd64. */
  readonly wanted: Ranges;
  /** Why its files can't be known; undefined where its install script changes nothing that matters. */
  readonly script: string | undefined;
}

export interface NpmTableQuery {
  readonly packages: readonly MeasuredPackage[];
  readonly roots: number;
  readonly measuredWith: string;
  readonly descriptionsLeft: number;
}

/** The JSON of the table, one package a line. */
export function npmTableText({ packages, roots, measuredWith, descriptionsLeft }: NpmTableQuery): string {
  const sorted = [...packages].sort(
    (one, other) => compare(one.name, other.name) || compare(one.version, other.version),
  );
  const versions = new Map<string, string[]>();
  for (const { name, version } of sorted) versions.set(name, [...(versions.get(name) ?? []), version]);
  const named = (isMeant: (one: MeasuredPackage) => boolean) => [
    ...new Set(sorted.filter(isMeant).map(({ name }) => name)),
  ];
  const head: Omit<NpmTableFile, 'packages'> = {
    source: 'the npm registry, through installs of npm itself',
    chosen: `${roots} packages that Dockerfiles install and projects depend on most (scripts/refresh/npm-projects.ts), and what these depend on`,
    readOn: TABLES_DATE,
    measuredWith,
    columns: Object.keys(NPM_UNITS),
    descriptionsLeft,
    libraries: {
      glibc: named(({ libc }) => libc.length === 1 && libc[0] === 'glibc'),
      musl: named(({ libc }) => libc.length === 1 && libc[0] === 'musl'),
    },
    machine: named(({ isForPlatform }) => isForPlatform),
    scripts: Object.fromEntries(sorted.flatMap(({ name, script }) => (script === undefined ? [] : [[name, script]]))),
  };
  const rows = sorted.map((one) => JSON.stringify(rowOf(one, versions)));
  return `${JSON.stringify(head).slice(0, -1)},"packages":[\n${rows.join(',\n')}\n]}\n`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function rowOf(one: MeasuredPackage, versions: ReadonlyMap<string, readonly string[]>): NpmRow {
  const depends = needsText({ ...one.dependencies, ...one.wanted }, versions);
  return [one.name, one.version, depends, needsText(one.peers, versions), ...tableNumbers(one.size, NPM_UNITS)];
}

function needsText(ranges: Ranges, versions: ReadonlyMap<string, readonly string[]>): string {
  return Object.entries(ranges)
    .sort(([one], [other]) => compare(one, other))
    .map(([name, range]) => `${name}${suffixOf(range, versions.get(name) ?? [])}`)
    .join(' ');
}

/** The shortest range that allows the same of the table's versions: nothing, `@4`, `@4.1`, or all of it without spaces. */
function suffixOf(range: string, versions: readonly string[]): string {
  const allowedBy = (one: string) => versions.filter((version) => satisfies(version, one)).join();
  const wanted = allowedBy(range);
  const newest = versions.findLast((version) => satisfies(version, range)) ?? '';
  const parts = newest.split('.');
  const short = ['*', parts[0], parts.slice(0, 2).join('.'), newest].find(
    (one) => one !== undefined && allowedBy(one) === wanted,
  );
  if (wanted === '' || short === undefined) return `@${tight(range)}`;
  return short === '*' ? '' : `@${short}`;
}

/** `>= 1.0 < 2` as `>=1.0,<2`; a hyphen between two versions keeps its spaces as commas. */
function tight(range: string): string {
  return range
    .trim()
    .replace(/([<>=~^])\s+/g, '$1')
    .replace(/\s*\|\|\s*/g, '||')
    .replace(/\s+/g, ',');
}
