import { code, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { textField } from '../field.js';
import { commandsThatRun } from '../whereabouts.js';

/** Rules that see a secret where it stays. */
const LEAKS = ['secret-name-in-arg-env', 'secret-hard-coded'];

export const secretMounted = defineCondition({
  kind: 'secret-mounted',
  title: 'A step gets a secret by a mount',
  fields: { step: textField('Step that needs it', 'npm ci') },
  states: {
    leaks:
      'Build arguments and environment stay in the image’s history and configuration: whoever can pull it can read them.',
    'no-step': 'The secret is there for a step, which is gone.',
    'no-mount': 'Without the secret the step fails, and in a COPY the secret stays in a layer.',
  },
  says: ({ step }) => text`${code(step)} gets its secret for the time of the step only`,
  check(submission, { step }) {
    const [leak] = LEAKS.flatMap((rule) => submission.findingsOf(rule));
    if (leak) return { holds: false, state: 'leaks', now: leak.message.what, at: leak.at };
    const [found] = commandsThatRun(submission, step);
    if (!found) return { holds: false, state: 'no-step', now: text`No step of the build runs ${code(step)}.` };
    if (found.run.mounts.some(({ type }) => type === 'secret')) return HOLDS;
    const now = text`${code(step)} in ${submission.lineOf(found.command)} has no secret mounted.`;
    return { holds: false, state: 'no-mount', now, at: found.command.at };
  },
});
