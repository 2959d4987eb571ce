/** What apt finds installed in an official image on Debian, from what its Dockerfile installs. */
import { IMAGE_PACKAGES, type ImagePackages } from '../../data/packages/image-packages.js';
import { type BaseImage, plainRepository } from '../../model/index.js';
import { Memo } from '../memo.js';
import { closureOf } from './closure.js';
import type { PackageTable } from './table.js';

export interface InstalledPackages {
  readonly names: ReadonlySet<string>;
  /** The image leaves documentation out of what is installed, as Debian's slim images do. */
  readonly isSlim: boolean;
}

const known = new Memo<PackageTable, InstalledPackages>(Number.POSITIVE_INFINITY);

/** Undefined where it is not known what is installed. The same image gives the same object. The table is that of the image's release. */
export function installedIn(base: BaseImage, table: PackageTable): InstalledPackages | undefined {
  if (base.reference === 'scratch' || base.release !== table.release) return undefined;
  const { familiarName, tag } = base.reference;
  const words = new Set(tag?.split('-'));
  const row = rowFor(plainRepository(familiarName), words, table.release);
  if (!row) return undefined;
  const isSlim = isBuiltOnSlim(row, words);
  const key = JSON.stringify([row.repository, row.flavours, isSlim]);
  return known.get(table, key, () => ({ names: namesOf(row, table), isSlim }));
}

function rowFor(repository: string, words: ReadonlySet<string>, release: string): ImagePackages | undefined {
  return Object.values(IMAGE_PACKAGES)
    .filter((row) => row.repository === repository && row.release === release)
    .filter(({ flavours }) => flavours.every((flavour) => words.has(flavour)))
    .sort((one, other) => other.flavours.length - one.flavours.length)[0];
}

/** Debian's own image says by its tag which it is; of the others, what is built on buildpack-deps is not slim. */
function isBuiltOnSlim(row: ImagePackages, words: ReadonlySet<string>): boolean {
  if (row.repository === 'debian') return words.has('slim');
  return !lineageOf(row).some(({ repository }) => repository === 'buildpack-deps');
}

function lineageOf(row: ImagePackages): ImagePackages[] {
  const below = row.on === undefined ? undefined : IMAGE_PACKAGES[row.on];
  return below ? [...lineageOf(below), row] : [row];
}

function namesOf(row: ImagePackages, table: PackageTable): ReadonlySet<string> {
  const names = new Set(table.base);
  for (const { packages } of lineageOf(row))
    for (const added of closureOf({ graph: table, installed: names, names: packages, recommends: false }).added)
      names.add(added);
  return names;
}
