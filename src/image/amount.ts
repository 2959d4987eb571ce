/** Amounts of bytes: exact, between two bounds, or known only from below. */

export interface Amount {
  readonly min: number;
  /** `Infinity` where there is no upper bound. */
  readonly max: number;
}

/** A size in both ways that it is quoted. They are never mixed: each view says which one it shows. */
export interface Size {
  /** Bytes of the layer's tar. */
  readonly unpacked: Amount;
  /** Bytes of its gzip blob, which is what a registry stores and a pull transfers. */
  readonly compressed: Amount;
}

export const NOTHING: Size = sizeOf(0, 0);
/** Any size at all. */
export const UNKNOWN: Size = { unpacked: { min: 0, max: Infinity }, compressed: { min: 0, max: Infinity } };

export function exactly(bytes: number): Amount {
  return { min: bytes, max: bytes };
}

export function sizeOf(unpacked: number, compressed: number): Size {
  return { unpacked: exactly(unpacked), compressed: exactly(compressed) };
}

export function isBounded({ max }: Amount): boolean {
  return max !== Infinity;
}

/** The middle of its bounds; undefined where there is no upper one. */
export function middleOf({ min, max }: Amount): number | undefined {
  return max === Infinity ? undefined : Math.round((min + max) / 2);
}

export function addAmounts(one: Amount, other: Amount): Amount {
  return { min: one.min + other.min, max: one.max + other.max };
}

export function addSizes(sizes: Iterable<Size>): Size {
  let { unpacked, compressed } = NOTHING;
  for (const size of sizes) {
    unpacked = addAmounts(unpacked, size.unpacked);
    compressed = addAmounts(compressed, size.compressed);
  }
  return { unpacked, compressed };
}

/** A size of which any part may be missing. */
export function upTo(size: Size): Size {
  return { unpacked: { min: 0, max: size.unpacked.max }, compressed: { min: 0, max: size.compressed.max } };
}
