import { code, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { textField } from '../field.js';
import { isSecretRead, keptSecretIn } from '../kept-secret.js';
import { commandsThatRun, projectOf } from '../whereabouts.js';

/** Rules that see a secret where it stays. */
const LEAKS = ['secret-name-in-arg-env', 'secret-hard-coded'];

export const secretMounted = defineCondition({
  kind: 'secret-mounted',
  title: 'A step gets a secret by a mount',
  fields: { step: textField('Step that needs it: install, or a command', 'npm ci') },
  states: {
    leaks:
      'Build arguments and environment stay in the image’s history and configuration: whoever can pull it can read them.',
    'no-step': 'The secret is there for a step, which is gone.',
    'no-mount': 'Without the secret the step fails, and in a COPY the secret stays in a layer.',
    'not-read': 'A tool finds a secret where it looks for its settings, or where it is told.',
    kept: 'The mount is gone when the step is over. A file that the step writes is not.',
  },
  says: ({ step }) =>
    text`${step === 'install' ? 'The install' : code(step)} gets its secret for the time of the step only`,
  check(submission, { step }) {
    const [leak] = LEAKS.flatMap((rule) => submission.findingsOf(rule));
    if (leak) return { holds: false, state: 'leaks', now: leak.message.what, at: leak.at };
    const [found] = commandsThatRun(submission, step);
    if (!found)
      return {
        holds: false,
        state: 'no-step',
        now: text`No step that the image needs does ${step === 'install' ? 'an install' : code(step)}.`,
      };
    if (found.run.mounts.some(({ type }) => type === 'secret')) {
      if (!isSecretRead(found.run, projectOf(found.run, found.command))) {
        const now = text`A secret is mounted in ${submission.lineOf(found.run)}, and nothing there reads it.`;
        return { holds: false, state: 'not-read', now, at: found.run.at };
      }
      const kept = keptSecretIn(submission, found.run);
      if (!kept) return HOLDS;
      const { at } = kept.command;
      const now = text`${code(kept.command.name ?? 'A command')} in ${submission.lineOf({ at })} writes the secret to a file, and the file stays.`;
      return { holds: false, state: 'kept', now, at };
    }
    const now = text`${step === 'install' ? 'The install' : code(step)} in ${submission.lineOf(found.command)} has no secret mounted.`;
    return { holds: false, state: 'no-mount', now, at: found.command.at };
  },
});
