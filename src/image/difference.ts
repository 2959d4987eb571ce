/**
 * The difference of two predictions. What both have is taken out first, part by part: a part that is not known weighs
 * the same in both as long as the same command writes it, so the difference may be known where the sizes are not.
 */
import { type Amount, exactly, middleOf, type Size, UNKNOWN } from './amount.js';
import type { Entry } from './layers/entry.js';
import type { Stored } from './layers/index.js';
import { sizeOfFiles } from './tar.js';

/** Bytes that the first has more than the second; `null` where it is not known. */
export interface SizeDifference {
  readonly unpackedBytes: number | null;
  readonly compressedBytes: number | null;
}

/** Below this, a difference is that of a few headers and means nothing. Bytes. */
const NOTICEABLE = 10_000;

/** How wide a difference may be, as a share of itself, to be given as one number. */
const WIDEST = 0.2;

export function sizeDifference(one: Stored | undefined, other: Stored | undefined): SizeDifference {
  const [left, rest] = unmatched(partsOf(one), partsOf(other));
  const [leftFiles, restFiles] = unmatched(left.flatMap(fileByFile), rest.flatMap(fileByFile));
  return {
    unpackedBytes: numberOf(leftFiles, restFiles, ({ unpacked }) => unpacked),
    compressedBytes: numberOf(leftFiles, restFiles, ({ compressed }) => compressed),
  };
}

type WeighedPart = Pick<Entry, 'key' | 'size' | 'files'>;

/** Without the parts that both have. */
function unmatched(one: readonly WeighedPart[], other: readonly WeighedPart[]): [WeighedPart[], WeighedPart[]] {
  const parts = new PartsByKey(other);
  const left = one.filter((part) => !parts.take(part));
  return [left, parts.rest()];
}

/** The same files may come in other steps. */
function fileByFile(part: WeighedPart): readonly WeighedPart[] {
  return part.files?.map(({ origin, bytes }) => ({ key: origin, size: sizeOfFiles([bytes], 0) })) ?? [part];
}

function partsOf(stored: Stored | undefined): WeighedPart[] {
  if (!stored) return [{ key: 'no stage', size: UNKNOWN }];
  return stored.layers.flatMap(({ entries }) => entries);
}

class PartsByKey {
  private readonly byKey = new Map<string, WeighedPart[]>();

  constructor(parts: readonly WeighedPart[]) {
    for (const part of parts) this.byKey.set(part.key, [...(this.byKey.get(part.key) ?? []), part]);
  }

  /** Takes an equal part out; false where there is none. */
  take({ key, size }: WeighedPart): boolean {
    const parts = this.byKey.get(key) ?? [];
    const index = parts.findIndex((part) => isEqual(part.size, size));
    if (index !== -1) parts.splice(index, 1);
    return index !== -1;
  }

  rest(): WeighedPart[] {
    return [...this.byKey.values()].flat();
  }
}

function isEqual(one: Size, other: Size): boolean {
  return isSameAmount(one.unpacked, other.unpacked) && isSameAmount(one.compressed, other.compressed);
}

function isSameAmount(one: Amount, other: Amount): boolean {
  return one.min === other.min && one.max === other.max;
}

/** Bounds this close are those of a model. Two estimates of one model err in the same way, so their middles are compared. */
const CLOSE = 0.15;

function estimate(amount: Amount): Amount {
  const middle = middleOf(amount);
  return middle !== undefined && amount.max - amount.min <= middle * CLOSE ? exactly(middle) : amount;
}

function numberOf(
  one: readonly WeighedPart[],
  other: readonly WeighedPart[],
  amountOf: (size: Size) => Amount,
): number | null {
  const sum = (parts: readonly WeighedPart[], end: keyof Amount) =>
    parts.reduce((total, { size }) => total + estimate(amountOf(size))[end], 0);
  const min = sum(one, 'min') - sum(other, 'max');
  const max = sum(one, 'max') - sum(other, 'min');
  // Two unknown sizes have no difference.
  if (!Number.isFinite(min) || !Number.isFinite(max)) return null;
  const middle = middleOf({ min, max }) ?? 0;
  const isNarrow = max - min <= Math.max(Math.abs(middle) * WIDEST, NOTICEABLE);
  if (!isNarrow) return null;
  return Math.abs(middle) < NOTICEABLE ? 0 : middle;
}
