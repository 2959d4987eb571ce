/** A price in words, the same in every view. */
import type { Price } from '../engine/prices.js';
import { bytesText } from '../rules/sizes.js';
import { SIZE_WORDS } from './size-words.js';

/** One thing that a finding costs. */
export interface PriceWord {
  readonly kind: keyof Price;
  /** `+21.7 MB`, `+4 steps`, `+10 s`, `does not start`, `unknown`. */
  readonly figure: string;
  /** What the figure is of: `on disk` (unpacked), `to pull` (compressed), `to stop`. */
  readonly words: string;
  /** The same where there is little room: `per edit`. */
  readonly short: string;
}

/**
 * What stands in a price, the gravest first; empty where the mistake changes nothing that is predicted. `null`, no price,
 * has no words either. `sourceFile` is the file whose edit `rebuiltSteps` is about.
 */
export function priceWords(price: Price | null, sourceFile: string | undefined): readonly PriceWord[] {
  if (!price) return [];
  const { unpackedBytes, compressedBytes, rebuiltSteps, stopSeconds } = price;
  const words: (PriceWord | undefined)[] = [
    price.builds === false ? outcome('builds', 'does not build', 'docker build fails') : undefined,
    price.starts === false ? outcome('starts', 'does not start', 'docker run fails') : undefined,
    measured('unpackedBytes', unpackedBytes, bytesText, SIZE_WORDS.unpacked),
    measured('compressedBytes', compressedBytes, bytesText, SIZE_WORDS.compressed),
    measured('rebuiltSteps', rebuiltSteps, stepsText, `after an edit of ${sourceFile ?? 'a source file'}`, 'per edit'),
    measured('stopSeconds', stopSeconds, (seconds) => `${seconds} s`, 'to stop'),
  ];
  return words.filter((word) => word !== undefined);
}

/** The price as one line: `+21.7 MB on disk, +10 s to stop`. */
export function priceText(price: Price | null, sourceFile: string | undefined): string {
  return priceWords(price, sourceFile).map(partText).join(', ');
}

function partText({ figure, words, kind }: PriceWord): string {
  return kind === 'builds' || kind === 'starts' ? figure : `${figure} ${words}`;
}

/** The price in sentences: `Costs +21.7 MB on disk. Unknown: to pull.` Empty where there is nothing to say. */
export function costSentences(price: Price | null, sourceFile: string | undefined): string {
  const isUnknown = ({ figure }: PriceWord) => figure === 'unknown';
  const words = priceWords(price, sourceFile);
  const isOutcome = ({ kind }: PriceWord) => kind === 'builds' || kind === 'starts';
  const outcomes = words.filter(isOutcome).map((word) => word.words);
  const known = words.filter((word) => !isUnknown(word) && !isOutcome(word)).map(partText);
  const unknown = words.filter(isUnknown).map((word) => word.words);
  const sentences = [
    outcomes.length > 0 ? `With it ${outcomes.join(', and ')}.` : '',
    known.length > 0 ? `Costs ${known.join(', ')}.` : '',
    unknown.length > 0
      ? `${known.length + outcomes.length > 0 ? 'Unknown' : 'What it costs is unknown'}: ${unknown.join(', ')}.`
      : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function outcome(kind: PriceWord['kind'], figure: string, words: string): PriceWord {
  return { kind, figure, words, short: words };
}

function measured(
  kind: PriceWord['kind'],
  value: number | null | undefined,
  textOf: (value: number) => string,
  words: string,
  short = words,
): PriceWord | undefined {
  if (value === undefined) return undefined;
  if (value === null) return { kind, figure: 'unknown', words, short };
  return { kind, figure: `${value < 0 ? '\u2212' : '+'}${textOf(Math.abs(value))}`, words, short };
}

/** `1 step`, `4 steps`. */
export function stepsText(steps: number): string {
  return steps === 1 ? '1 step' : `${steps} steps`;
}
