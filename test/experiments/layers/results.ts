/** What was measured of the cases. */
import type { Recorded } from '../versions.js';

export interface MeasuredLayer {
  /** The image's history: the instruction, or what a base image says of its own layer. */
  readonly createdBy: string;
  /** Bytes of the layer's tar, and of its gzip. */
  readonly unpacked: number;
  readonly compressed: number;
}

export interface Results extends Recorded {
  /** All layers of the image, the lowest first. */
  readonly cases: Readonly<Record<string, readonly MeasuredLayer[]>>;
}
