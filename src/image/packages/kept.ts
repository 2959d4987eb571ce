/**
 * What apt leaves behind in a layer when nothing cleans up: the lists of `apt-get update`, and the .deb files of what it
 * installed. Docker's own Debian images delete the .debs themselves (/etc/apt/apt.conf.d/docker-clean).
 */
import type { Amount, Size } from '../amount.js';
import type { TableName } from './table.js';

/** Lists, measured with test/experiments/apt on the day of the tables: they grow slowly with the archive. */
const LISTS: Readonly<Record<TableName, { readonly unpacked: number; readonly compressed: number }>> = {
  'debian-13': { unpacked: 21_672_448, compressed: 16_740_381 },
  'debian-12': { unpacked: 19_865_600, compressed: 15_310_474 },
};

/** How far the lists may have grown or shrunk since they were measured. */
const DRIFT = 0.05;

/** The lists that `apt-get update` leaves in an image with Docker's settings, which keep them compressed. */
export function aptListsBytes(table: TableName): Size {
  const { unpacked, compressed } = LISTS[table];
  return { unpacked: around(unpacked, DRIFT), compressed: around(compressed, DRIFT) };
}

/**
 * A .deb is smaller than the gzip of the same files, since it is made by xz: over all packages of the table of Debian 13
 * it has 0.73 of their bytes, and nine of ten packages have more than 0.68; small ones save little.
 */
const DEB_SHARE = { min: 0.68, max: 0.92 } as const;

/** The .deb files of an install, where apt keeps them. They hardly compress any further. */
export function aptArchivesBytes({ compressed }: Size): Size {
  const range = { min: Math.round(compressed.min * DEB_SHARE.min), max: Math.round(compressed.max * DEB_SHARE.max) };
  return { unpacked: range, compressed: range };
}

function around(bytes: number, share: number): Amount {
  return { min: Math.round(bytes * (1 - share)), max: Math.round(bytes * (1 + share)) };
}
