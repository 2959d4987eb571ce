/** What record.ts has measured: results.json. */

import type { Recorded } from '../versions.js';
import type { Case } from './cases.js';

export interface PartBytes {
  /** Bytes of the members' tar. */
  readonly unpacked: number;
  /** Bytes of their gzip by itself. */
  readonly compressed: number;
}

export interface Row {
  readonly base: Case['base'];
  readonly run: string;
  /** What its files say is in cases.ts. */
  readonly project?: Case['project'];
  /** The file that the step before wrote, if the prediction is given its text. */
  readonly read?: { readonly path: string; readonly text: string };
  /** All but what follows. */
  readonly installed: PartBytes;
  /** What lies in the manager's folder below the home folder. */
  readonly cached: PartBytes;
  /** Bytecode that npm keeps of itself. */
  readonly compiled: PartBytes;
  /** The gzip of the layer as a whole, as the engine stores it. */
  readonly blob: number;
}

export interface Results extends Recorded {
  readonly rows: readonly Row[];
}

/** What tells a row from the others. */
export function keyOf({ base, run, project }: Pick<Row, 'base' | 'run' | 'project'>): string {
  return [base, run, project].join(' ');
}
