/**
 * The packages of npm that a table in src/data/packages knows: sizes, and what each needs. A table is large, so it comes
 * as a value: views fetch it when a file needs it.
 */
import { isNewer, satisfies } from './npm-range.js';

/**
 * A row: name, version, what it depends on, what it wants beside itself (peers that npm installs), and numbers, of which
 * zeros at the end are left out. Dependencies are `name` where the table has one version that will do, else
 * `name@range` without spaces: `>=1,<2`.
 */
export type NpmRow = readonly [name: string, version: string, depends: string, peers: string, ...numbers: number[]];

/** A table as its file has it. */
export interface NpmTableFile {
  readonly source: string;
  /** How its packages were chosen. */
  readonly chosen: string;
  readonly readOn: string;
  /** Versions of Node.js and npm, and the kind of machine. */
  readonly measuredWith: string;
  /** What the numbers of a row are, in order. */
  readonly columns: readonly string[];
  /** How much gzip leaves of what the registry says of packages. */
  readonly descriptionsLeft: number;
  /** Packages that are for Linux with one C library only. */
  readonly libraries: Readonly<Record<'glibc' | 'musl', readonly string[]>>;
  /** Packages whose files are for amd64. */
  readonly machine: readonly string[];
  /** Packages whose install script fetches or makes what could not be measured, with what it is. */
  readonly scripts: Readonly<Record<string, string>>;
  readonly packages: readonly NpmRow[];
}

/** Bytes, except where said otherwise. */
export interface NpmSize {
  /** In a layer's tar. */
  readonly unpacked: number;
  /** The same, compressed by itself. */
  readonly compressed: number;
  /** What the registry says of it and of the packages for other machines that it names, which the cache keeps. */
  readonly descriptions: number;
  /** What its archive, which the cache keeps, takes more than `compressed`. */
  readonly archiveMore: number;
  /** How many packages for other machines it names. */
  readonly others: number;
  /** Programs that it links into a folder of the PATH. */
  readonly programs: number;
}

/** Bytes of one unit of each number of a row, in the order of the columns. */
export const NPM_UNITS = {
  unpacked: 512,
  compressed: 512,
  descriptions: 512,
  archiveMore: 512,
  others: 1,
  programs: 1,
} as const satisfies Record<keyof NpmSize, number>;

/** Something that a package needs. */
export interface NpmNeed {
  readonly name: string;
  /** As package.json has it. */
  readonly range: string;
}

export interface NpmPackage {
  readonly name: string;
  readonly version: string;
  readonly depends: readonly NpmNeed[];
  readonly peers: readonly NpmNeed[];
  readonly size: NpmSize;
}

export interface NpmTable {
  readonly descriptionsLeft: number;
  /** The newest version that a range allows; undefined where the table has none. */
  find(need: NpmNeed): NpmPackage | undefined;
  /** Whether a range allows a version. */
  allows(version: string, range: string): boolean;
  /** The newest version of a name. */
  newest(name: string): NpmPackage | undefined;
  /** The C library that a package is for; undefined where it is for all. */
  libraryOf(name: string): 'glibc' | 'musl' | undefined;
  isForMachine(name: string): boolean;
  scriptOf(name: string): string | undefined;
}

/** Makes a table's file usable. Rows are read when they are asked for. */
export function readNpmTable(file: NpmTableFile): NpmTable {
  const rows = new Map<string, NpmRow[]>();
  for (const row of file.packages) rows.set(row[0], [...(rows.get(row[0]) ?? []), row]);
  const known = new Map<NpmRow, NpmPackage>();
  const read = (row: NpmRow | undefined) => {
    if (!row) return undefined;
    const one = known.get(row) ?? readRow(row);
    known.set(row, one);
    return one;
  };
  const newestOf = (some: readonly NpmRow[]) =>
    some.reduce<NpmRow | undefined>((best, row) => (!best || isNewer(row[1], best[1]) ? row : best), undefined);
  const libraries = new Map(
    (['glibc', 'musl'] as const).flatMap((library) => file.libraries[library].map((name) => [name, library] as const)),
  );
  const machine = new Set(file.machine);
  const allowed = new Map<string, boolean>();
  const allows = (version: string, range: string) => {
    if (range === '*' && !version.includes('-')) return true;
    const key = `${version} ${range}`;
    const known = allowed.get(key) ?? satisfies(version, range);
    allowed.set(key, known);
    return known;
  };
  const found = new Map<string, NpmPackage | undefined>();
  const find = ({ name, range }: NpmNeed) => {
    const key = `${name}@${range}`;
    if (!found.has(key))
      found.set(key, read(newestOf((rows.get(name) ?? []).filter(([, version]) => allows(version, range)))));
    return found.get(key);
  };
  return {
    descriptionsLeft: file.descriptionsLeft,
    find,
    allows,
    newest: (name) => read(newestOf(rows.get(name) ?? [])),
    libraryOf: (name) => libraries.get(name),
    isForMachine: (name) => machine.has(name),
    scriptOf: (name) => (Object.hasOwn(file.scripts, name) ? file.scripts[name] : undefined),
  };
}

function readRow([name, version, depends, peers, ...numbers]: NpmRow): NpmPackage {
  const columns = Object.entries(NPM_UNITS).map(([column, unit], index) => [column, (numbers[index] ?? 0) * unit]);
  const size = Object.fromEntries(columns) as NpmSize;
  return { name, version, depends: needsIn(depends), peers: needsIn(peers), size };
}

function needsIn(text: string): NpmNeed[] {
  return text.split(' ').flatMap((word) => {
    if (word === '') return [];
    const at = word.indexOf('@', 1);
    return at === -1
      ? { name: word, range: '*' }
      : { name: word.slice(0, at), range: word.slice(at + 1).replaceAll(',', ' ') };
  });
}
