/**
 * The packages of one Debian release, as a table in src/data/packages says them. A table is large, so it comes as a
 * value: views fetch the one that a file needs.
 */
import type { BaseImage } from '../../model/index.js';
import type { Alternatives, PackageGraph } from './closure.js';

/**
 * A row: name, what it depends on, what it recommends, and numbers, of which zeros at the end are left out.
 * Dependencies on packages of Debian's own image are left out; `a|b c` is either of the first two, and c.
 */
export type PackageRow = readonly [name: string, depends: string, recommends: string, ...numbers: number[]];

/** A table as its file has it. */
export interface PackageTableFile {
  readonly release: string;
  readonly architecture: string;
  readonly source: string;
  /** How its packages were chosen. */
  readonly chosen: string;
  readonly readOn: string;
  /** What the numbers of a row are, in order. */
  readonly columns: readonly string[];
  /** Names that Dockerfiles install and the release does not have. */
  readonly absent: readonly string[];
  /** The packages of Debian's own image. */
  readonly base: readonly string[];
  /** Virtual packages with the packages of the table that provide them, the likeliest first. */
  readonly virtual: Readonly<Record<string, readonly string[]>>;
  readonly packages: readonly PackageRow[];
}

/** Bytes, except where said otherwise. */
export interface PackageSize {
  /** In a layer's tar: its files, the directories that are its own, and what dpkg keeps of it. */
  readonly unpacked: number;
  /** The same, compressed by itself. */
  readonly compressed: number;
  /** Manual pages, translations and other documentation that slim images leave out. */
  readonly documentation: number;
  readonly compressedDocumentation: number;
  /** Its entry in /var/lib/dpkg/status. */
  readonly status: number;
  /** Its entries in the caches of the dynamic linker. */
  readonly libraryCache: number;
  /** Its debconf templates; undefined where it asks debconf nothing. */
  readonly templates: number | undefined;
  /** Python sources that installing it compiles. */
  readonly python: number;
}

export interface PackageTable extends PackageGraph {
  readonly release: string;
  readonly base: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
  sizeOf(name: string): PackageSize | undefined;
}

/** Bytes of one unit of each number of a row, in the order of the columns. */
export const UNITS = {
  unpacked: 512,
  compressed: 512,
  documentation: 512,
  compressedDocumentation: 512,
  status: 100,
  libraryCache: 100,
  /** 0: asks debconf nothing; one more than the size otherwise. */
  templates: 512,
  python: 512,
} as const satisfies Record<keyof PackageSize, number>;

/** Makes a table's file usable. */
export function readPackageTable(file: PackageTableFile): PackageTable {
  const rows = new Map(file.packages.map((row) => [row[0], row]));
  const virtual = new Map(Object.entries(file.virtual));
  const groups = new Map<string, readonly Alternatives[]>();
  const groupsOf = (text: string): readonly Alternatives[] => {
    const known = groups.get(text) ?? text.split(' ').flatMap((group) => (group ? [group.split('|')] : []));
    groups.set(text, known);
    return known;
  };
  const sizes = new Map<string, PackageSize>();
  const sizeOf = (name: string): PackageSize | undefined => {
    const row = rows.get(name);
    const size = sizes.get(name) ?? (row && readSize(row));
    if (size) sizes.set(name, size);
    return size;
  };
  const ofRow = (name: string, column: 1 | 2) => {
    const row = rows.get(name);
    return row && groupsOf(row[column]);
  };
  return {
    release: file.release,
    base: new Set(file.base),
    absent: new Set(file.absent),
    dependsOf: (name) => ofRow(name, 1),
    recommendsOf: (name) => ofRow(name, 2),
    providersOf: (name) => virtual.get(name) ?? [],
    sizeOf,
  };
}

const COLUMNS = Object.keys(UNITS) as (keyof PackageSize)[];

function readSize(row: PackageRow): PackageSize {
  const bytes = Object.fromEntries(
    COLUMNS.map((column, index) => [column, Number(row[3 + index] ?? 0) * UNITS[column]]),
  ) as Record<keyof PackageSize, number>;
  return { ...bytes, templates: bytes.templates === 0 ? undefined : bytes.templates - UNITS.templates };
}

/** The releases of Debian for which there is a table. */
const RELEASES = ['13', '12'] as const;

export type TableName = `debian-${(typeof RELEASES)[number]}`;

/** The table that a base image's packages come from; undefined where there is none. */
export function tableOf(base: BaseImage | undefined): TableName | undefined {
  if (base?.distribution !== 'debian' || base.packageManager !== 'apt') return undefined;
  const release = RELEASES.find((known) => known === base.release);
  return release && `debian-${release}`;
}
