/** How an answer compares with another one, in sentences. Only what is known, and only what differs. */
import type { Price } from '../../engine/prices.js';
import { stepsText } from '../../report/price-words.js';
import { SIZE_WORDS } from '../../report/size-words.js';
import { bytesText } from '../../rules/sizes.js';

/** `price` is what the reader's own costs more than the other; `sourceFile` is the file whose edit steps are about. */
export function comparedWords(price: Price, sourceFile: string | undefined): string {
  const { unpackedBytes, compressedBytes, rebuiltSteps, stopSeconds, starts, builds } = price;
  if (builds === false) return 'Yours does not build.';
  const parts = [
    starts === false && 'does not start',
    unpackedBytes && `is ${more(unpackedBytes, bytesText, 'larger', 'smaller')} ${SIZE_WORDS.unpacked}`,
    compressedBytes && `is ${more(compressedBytes, bytesText, 'larger', 'smaller')} ${SIZE_WORDS.compressed}`,
    rebuiltSteps &&
      `reruns ${more(rebuiltSteps, stepsText, 'more', 'fewer')} after an edit of ${sourceFile ?? 'a source file'}`,
    stopSeconds && `takes ${more(stopSeconds, (seconds) => `${seconds} s`, 'longer', 'less')} to stop`,
  ].filter((part) => typeof part === 'string');
  return parts.length > 0 ? `Yours ${parts.join(', and ')}.` : '';
}

function more(value: number, textOf: (value: number) => string, above: string, below: string): string {
  return `${textOf(Math.abs(value))} ${value > 0 ? above : below}`;
}
