/** What record.ts has measured: results.json. */

import type { Recorded } from '../versions.js';
import type { MeasuredLayer } from './layer.js';
import type { Line } from './lines.js';

export interface Row extends Line, MeasuredLayer {}

/** What `apt-get update` leaves, as a layer of its own. */
export interface ListsRow {
  readonly base: string;
  readonly unpacked: number;
  readonly compressed: number;
}

export interface Results extends Recorded {
  readonly lists: readonly ListsRow[];
  readonly rows: readonly Row[];
}

/** What tells a row from the others. */
export function keyOf({ base, names, recommends }: Line): string {
  return `${base} ${recommends} ${names.join(' ')}`;
}
