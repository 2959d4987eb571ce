/**
 * What an `apt-get install` adds to an image: which packages, and how many bytes its layer takes, unpacked (the layer's
 * tar) and compressed (gzip). It counts the packages' own files, what dpkg and apt write about them, and what maintainer
 * scripts and triggers make (see written.ts). It does not count what updates of installed packages would add.
 */
import { type Amount, NOTHING, type Size } from '../amount.js';
import { closureOf } from './closure.js';
import type { PackageTable } from './table.js';
import { type WrittenBytes, writtenBy } from './written.js';

export interface InstallQuery {
  readonly table: PackageTable;
  /** What is there before: see `installedIn`, and what earlier layers have added. */
  readonly installed: ReadonlySet<string>;
  /** The image leaves documentation out of what is installed. */
  readonly slim: boolean;
}

export interface AddedQuery extends Pick<InstallQuery, 'table' | 'installed'> {
  readonly names: readonly string[];
  readonly recommends: boolean;
}

export interface InstallPrediction extends Size {
  /** What is added, in the order in which apt chooses it. */
  readonly packages: readonly string[];
}

export interface UnknownInstall {
  readonly unknown: string;
  /** Names that are in no table, or that the release does not have. */
  readonly missing: readonly string[];
}

/**
 * How far a prediction may be off, as a share of it. On the day of the tables nine of ten measured installs were within
 * a third of this (test/experiments/apt); the rest is for the updates that the archive gets until the tables are renewed.
 */
const SPREAD = { unpacked: 0.02, compressed: 0.03 } as const;

/** Predicts the layer of an install, without the lists that `apt-get update` leaves. */
export function predictAptInstall(query: InstallQuery & AddedQuery): InstallPrediction | UnknownInstall {
  const packages = addedBy(query);
  return 'unknown' in packages ? packages : { packages, ...sizeOfAdded(query, packages) };
}

/** What apt adds for some names, in the order in which it chooses it. */
export function addedBy({ table, installed, names, recommends }: AddedQuery): readonly string[] | UnknownInstall {
  const { added, missing } = closureOf({ graph: table, installed, names, recommends });
  return missing.length > 0 ? { unknown: reasonFor(missing, table), missing } : added;
}

/** The layer in which packages are added to others. */
export function sizeOfAdded(query: InstallQuery, added: readonly string[]): Size {
  if (added.length === 0) return NOTHING;
  const { unpacked, compressed } = sumOf(added, query);
  return {
    unpacked: rangeAround(unpacked, SPREAD.unpacked),
    compressed: rangeAround(compressed, SPREAD.compressed),
  };
}

function reasonFor(missing: readonly string[], { absent, release }: PackageTable): string {
  const gone = missing.filter((name) => absent.has(name));
  if (gone.length > 0) return `Debian ${release} has no package ${gone.join(', ')}`;
  return `no table has the size of ${missing.join(', ')}`;
}

/** Docker's gzip packs less tightly than zlib's at the same level, with which the tables were made. */
const LOOSER = 1.027;

function sumOf(added: readonly string[], { table, installed, slim }: InstallQuery): WrittenBytes {
  let { unpacked, compressed } = writtenBy({ table, installed, added });
  for (const name of added) {
    const size = table.sizeOf(name);
    if (!size) continue;
    unpacked += size.unpacked + (slim ? 0 : size.documentation);
    compressed += LOOSER * (size.compressed + (slim ? 0 : size.compressedDocumentation));
  }
  return { unpacked, compressed };
}

function rangeAround(bytes: number, spread: number): Amount {
  return { min: Math.round(bytes * (1 - spread)), max: Math.round(bytes * (1 + spread)) };
}
