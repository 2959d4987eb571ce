import { addSizes, NOTHING } from '../../image/amount.js';
import { text } from '../../model/text.js';
import { amountText } from '../../report/size-words.js';
import { bytesText } from '../../rules/sizes.js';
import { defineCondition } from '../condition.js';
import { numberField } from '../field.js';

const MEGABYTE = 1_000_000;

export const wasted = defineCondition({
  kind: 'wasted',
  title: 'Little of the image is wasted',
  fields: { megabytes: numberField('At most', 'MB') },
  states: {
    hidden:
      'A layer is never changed. What a later one deletes, changes or owns anew is stored all the same, or twice.',
  },
  says: ({ megabytes }) =>
    megabytes === 0
      ? ['No layer holds what a later one hides or stores again']
      : text`Later layers hide or store again at most ${megabytes} MB`,
  check(submission, { megabytes }) {
    const { layers, waste } = submission.prediction.layers ?? { layers: [], waste: [] };
    const { unpacked } = addSizes([NOTHING, ...waste.map(({ size }) => size)]);
    if (unpacked.max <= megabytes * MEGABYTE) return { holds: true, now: text`${bytesText(unpacked.max)}` };
    const [first] = [...waste].sort((one, other) => other.size.unpacked.max - one.size.unpacked.max);
    const [layer, by] = [layers[first?.layer ?? 0]?.instruction, layers[first?.by ?? 0]?.instruction];
    const of = layer ? submission.lineOf(layer) : 'the base image';
    const what = by ? ` ${submission.lineOf(by)} hides or stores again what ${of} has stored.` : '';
    const now = text`${amountText(unpacked)} on disk:${what}`;
    return { holds: false, state: 'hidden', now, at: by?.at };
  },
});
