/** Small tables for tests. */
import { type NpmRow, type NpmTableFile, readNpmTable } from '../../../src/image/languages/npm-table.js';
import { type PypiRow, type PypiTableFile, readPypiTable } from '../../../src/image/languages/pypi-table.js';

export function npmTable(rows: readonly NpmRow[], more: Partial<NpmTableFile> = {}) {
  return readNpmTable({
    source: 'a test',
    chosen: 'by hand',
    readOn: '2026-11-24',
    measuredWith: 'nothing',
    columns: [],
    descriptionsLeft: 0.1,
    libraries: { glibc: [], musl: [] },
    machine: [],
    scripts: {},
    packages: rows,
    ...more,
  });
}

export function pypiTable(rows: readonly PypiRow[], more: Partial<PypiTableFile> = {}) {
  return readPypiTable({
    source: 'a test',
    chosen: 'by hand',
    readOn: '2026-11-24',
    measuredWith: 'nothing',
    python: '3.13',
    columns: [],
    pagesLeft: 0.2,
    machine: [],
    packages: rows,
    ...more,
  });
}
