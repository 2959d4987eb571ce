import type { Layer } from '../../image/layers/index.js';
import { code, codes, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { listField } from '../field.js';
import { isBelow, placesOfContextFile } from '../whereabouts.js';

export const notInImage = defineCondition({
  kind: 'not-in-image',
  title: 'No layer of the image holds some files',
  fields: { files: listField('Files and folders of the context', '.git, .env') },
  states: {
    copied: 'Everybody who can pull the image can read what is in it, and pays for it at each pull.',
    'deleted-later': 'A layer is never changed: the bytes stay in it, and anybody can take them out.',
  },
  says: ({ files }) => text`No layer of the image holds ${codes(files, 'or')}`,
  check(submission, { files }) {
    for (const file of files) {
      const layer = submission.prediction.layers?.layers.find((one) => holds(one, file));
      if (!layer) continue;
      const where = layer.instruction ? submission.lineOf(layer.instruction) : 'the base image';
      const at = layer.instruction?.at;
      if (placesOfContextFile(submission, file).length > 0)
        return { holds: false, state: 'copied', now: text`${code(file)} comes into the image in ${where}.`, at };
      const now = text`${code(file)} is deleted, and still lies in the layer of ${where}.`;
      return { holds: false, state: 'deleted-later', now, at };
    }
    return HOLDS;
  },
});

function holds({ entries }: Layer, file: string): boolean {
  return entries.some(({ files }) => files?.some(({ context }) => context !== undefined && isBelow(context, file)));
}
