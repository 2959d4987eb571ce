import { isIgnored } from '../../image/context-files.js';
import { code, codes, text } from '../../model/text.js';
import { bytesText } from '../../rules/sizes.js';
import { defineCondition, HOLDS } from '../condition.js';
import { listField } from '../field.js';
import { isBelow } from '../whereabouts.js';

export const notSent = defineCondition({
  kind: 'not-sent',
  title: 'The builder is not sent some files',
  fields: { files: listField('Files and folders of the context', '.git, node_modules') },
  states: {
    sent: '`COPY . .` takes all that the builder can see, and a change in any of it counts as a change of the program.',
  },
  says: ({ files }) => text`The builder never sees ${codes(files, 'or')}`,
  check({ input }, { files }) {
    for (const file of files) {
      const sent = (input.context ?? []).filter(({ path }) => isBelow(path, file) && !isIgnored(input, path));
      if (sent.length === 0) continue;
      const bytes = sent.reduce((sum, one) => sum + one.bytes, 0);
      const how = sent.length === 1 ? '' : `${sent.length} files, `;
      return {
        holds: false,
        state: 'sent',
        now: text`Nothing keeps ${code(file)} from the builder: ${how}${bytesText(bytes)}.`,
      };
    }
    return HOLDS;
  },
});
