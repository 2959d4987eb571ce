import { summaryOf } from '../../image/summary.js';
import { code, text } from '../../model/text.js';
import { isRoot } from '../../rules/root-user.js';
import { defineCondition, HOLDS } from '../condition.js';
import { textField } from '../field.js';
import { placesOfContextFile } from '../whereabouts.js';
import { mayWrite } from './writable.js';

export const readOnly = defineCondition({
  kind: 'read-only',
  title: 'The program may not change a file',
  fields: { file: textField('File or folder of the context', 'src') },
  states: {
    owned: 'Whoever gets the program to write a file can then change the program itself.',
    'as-root': 'Root may change everything.',
  },
  says: ({ file }) => text`The program can’t change ${code(file)}`,
  check(submission, { file }) {
    const user = summaryOf(submission.dockerfile)?.user ?? null;
    if (user === null || isRoot(user)) return { holds: false, state: 'as-root', now: ['The program runs as root.'] };
    const place = placesOfContextFile(submission, file).find((path) => mayWrite(submission, user, path));
    if (place === undefined) return HOLDS;
    return {
      holds: false,
      state: 'owned',
      now: text`${code(place)} belongs to ${code(user)}, as whom the program runs.`,
    };
  },
});
