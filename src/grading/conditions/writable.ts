import { summaryOf } from '../../image/summary.js';
import { code, text } from '../../model/text.js';
import { isRoot } from '../../rules/root-user.js';
import { Accounts } from '../accounts.js';
import { defineCondition, HOLDS } from '../condition.js';
import { textField } from '../field.js';
import { EVERYBODY, ownerOf } from '../owners.js';
import type { Submission } from '../submission.js';

export const writable = defineCondition({
  kind: 'writable',
  title: 'The program may write to a folder',
  fields: { folder: textField('Folder in the image', '/srv/data') },
  states: {
    'of-somebody-else': 'The program starts, and fails at the first file that it wants to keep.',
    unknown: 'What the base image has set is not known, so nothing can be said of it.',
  },
  says: ({ folder }) => text`The program may write to ${code(folder)}`,
  check(submission, { folder }) {
    const user = userOf(submission);
    const { dockerfile, target } = submission;
    if (user === null || !target)
      return { holds: false, state: 'unknown', now: ['It is not known who runs the program.'] };
    if (mayWrite(submission, user, folder)) return HOLDS;
    const owner = ownerOf(dockerfile, target, folder);
    const whose = owner === '0' ? 'root' : owner;
    const now = text`${code(folder)} belongs to ${code(whose)}, and the program runs as ${code(user)}.`;
    return { holds: false, state: 'of-somebody-else', now };
  },
});

function userOf({ dockerfile }: Submission): string | null {
  return summaryOf(dockerfile)?.user ?? null;
}

/** Whether a user may change a path of the image; root may change all. */
export function mayWrite({ dockerfile, target }: Submission, user: string, path: string): boolean {
  if (isRoot(user)) return true;
  if (!target) return false;
  const accounts = new Accounts(target);
  const owner = ownerOf(dockerfile, target, path);
  return owner === EVERYBODY || accounts.idOf(owner) === accounts.idOf(user);
}
