/**
 * The packages of the Python Package Index that a table in src/data/packages knows: sizes, and what each needs. A table
 * is large, so it comes as a value: views fetch it when a file needs it.
 */
import { allows, isNewerPython } from './python-version.js';

/**
 * A row: name, version, what it depends on, what its extras add (`standard:httptools uvloop`, several with `;`), and
 * numbers, of which zeros at the end are left out. A dependency is `name`, `name[extra]`, and `name>=1,<2` where
 * the table has several versions.
 */
export type PypiRow = readonly [name: string, version: string, depends: string, extras: string, ...numbers: number[]];

/** A table as its file has it. */
export interface PypiTableFile {
  readonly source: string;
  /** How its packages were chosen. */
  readonly chosen: string;
  readonly readOn: string;
  /** Versions of Python and pip, and the kind of machine. */
  readonly measuredWith: string;
  /** The Python that it was measured with: `3.13`. */
  readonly python: string;
  readonly columns: readonly string[];
  /** How much gzip leaves of the index's pages. */
  readonly pagesLeft: number;
  /** Packages with files for one kind of machine: for glibc on amd64. */
  readonly machine: readonly string[];
  readonly packages: readonly PypiRow[];
}

/** Bytes. */
export interface PypiSize {
  /** In a layer's tar, without bytecode. */
  readonly unpacked: number;
  readonly compressed: number;
  /** What pip compiles, in a layer's tar. */
  readonly bytecode: number;
  readonly compressedBytecode: number;
  /** Its wheel, which pip's cache keeps. */
  readonly archive: number;
  /** Its page of the index, which pip's cache keeps. */
  readonly page: number;
}

/** Bytes of one unit of each number of a row, in the order of the columns. */
export const PYPI_UNITS = {
  unpacked: 512,
  compressed: 512,
  bytecode: 512,
  compressedBytecode: 512,
  archive: 512,
  page: 512,
} as const satisfies Record<keyof PypiSize, number>;

export interface PypiNeed {
  readonly name: string;
  readonly extras: readonly string[];
  readonly specifiers: string;
}

export interface PypiPackage {
  readonly name: string;
  readonly version: string;
  /** What it needs, with one of its extras or (the empty name) without. */
  dependsOn(extra: string): readonly PypiNeed[] | undefined;
  readonly size: PypiSize;
}

export interface PypiTable {
  readonly python: string;
  readonly pagesLeft: number;
  has(name: string): boolean;
  /** The newest version that all of these allow; undefined where the table has none. */
  find(name: string, specifiers: readonly string[]): PypiPackage | undefined;
  isForMachine(name: string): boolean;
}

/** Makes a table's file usable. Rows are read when they are asked for. */
export function readPypiTable(file: PypiTableFile): PypiTable {
  const rows = new Map<string, PypiRow[]>();
  for (const row of file.packages) rows.set(row[0], [...(rows.get(row[0]) ?? []), row]);
  const known = new Map<PypiRow, PypiPackage>();
  const read = (row: PypiRow | undefined) => {
    if (!row) return undefined;
    const one = known.get(row) ?? readRow(row);
    known.set(row, one);
    return one;
  };
  const machine = new Set(file.machine);
  return {
    python: file.python,
    pagesLeft: file.pagesLeft,
    has: (name) => rows.has(name),
    find: (name, specifiers) => {
      const allowed = (rows.get(name) ?? []).filter((row) => specifiers.every((one) => allows(one, row[1])));
      return read(
        allowed.reduce<PypiRow | undefined>(
          (best, row) => (!best || isNewerPython(row[1], best[1]) ? row : best),
          undefined,
        ),
      );
    },
    isForMachine: (name) => machine.has(name),
  };
}

function readRow([name, version, depends, extras, ...numbers]: PypiRow): PypiPackage {
  const columns = Object.entries(PYPI_UNITS).map(([column, unit], index) => [column, (numbers[index] ?? 0) * unit]);
  const byExtra = new Map([['', needsIn(depends)]]);
  for (const part of extras.split(';')) {
    const at = part.indexOf(':');
    if (at !== -1) byExtra.set(part.slice(0, at), needsIn(part.slice(at + 1)));
  }
  return { name, version, dependsOn: (extra) => byExtra.get(extra), size: Object.fromEntries(columns) as PypiSize };
}

function needsIn(text: string): PypiNeed[] {
  return text.split(' ').flatMap((word) => {
    const [, name, extras = '', specifiers = ''] = /^([\w.-]+)(?:\[([^\]]*)\])?(.*)$/.exec(word) ?? [];
    return name === undefined ? [] : { name, extras: extras === '' ? [] : extras.split(','), specifiers };
  });
}
