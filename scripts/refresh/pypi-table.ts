/** From measured installs to the text of the table of Python packages. */
import { TABLES_DATE } from '../../src/data/date.js';
import { PYPI_UNITS, type PypiRow, type PypiSize, type PypiTableFile } from '../../src/image/languages/pypi-table.js';
import type { Requirement } from '../../src/image/languages/requirement.js';
import type { Distribution } from './python-distributions.js';
import { tableNumbers } from './table-numbers.js';

export interface MeasuredDistribution extends Pick<Distribution, 'name' | 'version' | 'needs' | 'isForMachine'> {
  readonly size: PypiSize;
}

export interface PypiTableQuery {
  readonly packages: readonly MeasuredDistribution[];
  readonly roots: number;
  readonly measuredWith: string;
  readonly python: string;
  readonly pagesLeft: number;
}

/** The JSON of the table, one package a line. */
export function pypiTableText({ packages, roots, measuredWith, python, pagesLeft }: PypiTableQuery): string {
  const sorted = [...packages].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const versions = new Map<string, number>();
  for (const { name } of sorted) versions.set(name, (versions.get(name) ?? 0) + 1);
  const head: Omit<PypiTableFile, 'packages'> = {
    source: 'the Python Package Index, through installs of pip itself',
    chosen: `${roots} packages that Dockerfiles install and projects depend on most (scripts/refresh/pypi-projects.ts), and what these depend on`,
    readOn: TABLES_DATE,
    measuredWith,
    python,
    columns: Object.keys(PYPI_UNITS),
    pagesLeft,
    machine: [...new Set(sorted.filter(({ isForMachine }) => isForMachine).map(({ name }) => name))],
  };
  const rows = sorted.map((one) => JSON.stringify(rowOf(one, versions)));
  return `${JSON.stringify(head).slice(0, -1)},"packages":[\n${rows.join(',\n')}\n]}\n`;
}

function keyOf({ name, version }: MeasuredDistribution): string {
  return `${name} ${version}`;
}

function rowOf({ name, version, needs, size }: MeasuredDistribution, versions: ReadonlyMap<string, number>): PypiRow {
  const textOf = (some: readonly Requirement[]) =>
    [...new Set(some.map((one) => needText(one, versions)))].sort().join(' ');
  // An extra of which the table lacks a part is left out: it can't be predicted.
  const extras = [...needs].filter(([extra, some]) => extra !== '' && some.every((one) => versions.has(one.name)));
  const extrasText = extras.map(([extra, some]) => `${extra}:${textOf(some)}`).join(';');
  return [name, version, textOf(needs.get('') ?? []), extrasText, ...tableNumbers(size, PYPI_UNITS)];
}

function needText({ name, extras, specifiers }: Requirement, versions: ReadonlyMap<string, number>): string {
  const suffix = extras.length > 0 ? `[${extras.join(',')}]` : '';
  return `${name}${suffix}${(versions.get(name) ?? 0) > 1 ? specifiers : ''}`;
}
