/** Amounts of bytes in words. */
import { type Amount, isBounded, middleOf, type Size } from '../image/amount.js';
import { bytesText } from '../rules/sizes.js';

/** What a size is called: unpacked it is on disk, compressed it is to pull. */
export const SIZE_WORDS: Readonly<Record<keyof Size, string>> = { unpacked: 'on disk', compressed: 'to pull' };

/** How far bounds may be from the middle to be left out, as a share of it. */
const CLOSE = 0.05;

/** Bytes. Less is no knowledge: a few headers. */
const LEAST = 10_000;

/** A lower bound below this share of the upper one says nothing. */
const NOTHING_MUCH = 0.01;

/** `12.9 MB`, `at most 3.0 MB`, `10.0 MB to 14.0 MB`, `at least 12.9 MB`, `unknown`. */
export function amountText(amount: Amount): string {
  const { min, max } = amount;
  if (isUnknown(amount)) return 'unknown';
  if (!isBounded(amount)) return `at least ${bytesText(min)}`;
  if (isClose(amount)) return bytesText(middleOf(amount) ?? min);
  return min < max * NOTHING_MUCH ? `at most ${bytesText(max)}` : `${bytesText(min)} to ${bytesText(max)}`;
}

/** Nothing worth a number is known of it. */
export function isUnknown(amount: Amount): boolean {
  return !isBounded(amount) && amount.min < LEAST;
}

/** Its bounds are so close that one number stands for both. */
export function isClose(amount: Amount): boolean {
  const middle = middleOf(amount);
  if (middle === undefined) return false;
  return bytesText(amount.min) === bytesText(amount.max) || amount.max - middle <= middle * CLOSE;
}
