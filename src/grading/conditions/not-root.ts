import { summaryOf } from '../../image/summary.js';
import { code, text } from '../../model/text.js';
import { isRoot } from '../../rules/root-user.js';
import { Accounts } from '../accounts.js';
import { defineCondition } from '../condition.js';

export const notRoot = defineCondition({
  kind: 'not-root',
  title: 'Nothing runs as root',
  fields: {},
  states: {
    root: 'Whoever finds a hole in the program is root in the container, and one more hole away from the machine.',
    'unknown-user': 'A user that the image does not have keeps the container from starting.',
    unknown: 'What the base image has set is not known, so nothing can be said of it.',
  },
  says: () => ['Nothing runs as root'],
  check(submission) {
    const [missing] = submission.findingsOf('user-command-not-in-base');
    if (missing) return { holds: false, state: 'unknown-user', now: missing.message.what, at: missing.at };
    const [found] = submission.findingsOf('runs-as-root');
    if (found) return { holds: false, state: 'root', now: found.message.what, at: found.at };
    const user = summaryOf(submission.dockerfile)?.user ?? null;
    if (user !== null && submission.target && new Accounts(submission.target).isMissing(user)) {
      const now = text`The image has no user ${code(user)}.`;
      return { holds: false, state: 'unknown-user', now };
    }
    if (user === null) return { holds: false, state: 'unknown', now: ['It is not known who runs the program.'] };
    if (isRoot(user)) return { holds: false, state: 'root', now: ['The program runs as root.'] };
    return { holds: true, now: text`as ${code(user)}` };
  },
});
