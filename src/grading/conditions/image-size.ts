import type { Layer } from '../../image/layers/index.js';
import { code, text } from '../../model/text.js';
import { SIZE_WORDS } from '../../report/size-words.js';
import { bytesText } from '../../rules/sizes.js';
import { defineCondition } from '../condition.js';
import { flagField, numberField } from '../field.js';

const MEGABYTE = 1_000_000;

export const imageSize = defineCondition({
  kind: 'image-size',
  title: 'The image is at most so large',
  fields: { megabytes: numberField('At most', 'MB'), toPull: flagField('Compressed, as it is pulled') },
  states: {
    'too-large': 'Every machine that runs the image pulls it, and every scanner reads it.',
    unknown: 'What can’t be predicted can’t be promised.',
  },
  says: ({ megabytes, toPull }) => text`The image is at most ${megabytes} MB ${SIZE_WORDS[measureOf(toPull)]}`,
  check(submission, { megabytes, toPull }) {
    const measure = measureOf(toPull);
    const { prediction } = submission;
    const layers = prediction.layers?.layers ?? [];
    const { min = 0, max = 0 } = prediction.layers?.size[measure] ?? {};
    if (max <= megabytes * MEGABYTE) return { holds: true, now: text`${bytesText(max)}` };
    const largest = largestOf(layers, measure, min > megabytes * MEGABYTE ? 'min' : 'max');
    const where = largest?.instruction
      ? text`${code(largest.instruction.keyword)} in ${submission.lineOf(largest.instruction)}`
      : ['the base image'];
    const state = min > megabytes * MEGABYTE ? 'too-large' : 'unknown';
    const now =
      state === 'too-large'
        ? text`It is ${bytesText(min)}; the most comes from ${where}.`
        : text`It is not known how large it is: what comes from ${where} can’t be predicted.`;
    return { holds: false, state, now, at: largest?.instruction?.at };
  },
});

function measureOf(toPull: boolean | undefined) {
  return toPull ? 'compressed' : 'unpacked';
}

function largestOf(layers: readonly Layer[], measure: 'compressed' | 'unpacked', end: 'min' | 'max') {
  return [...layers].sort((one, other) => other.size[measure][end] - one.size[measure][end])[0];
}
