import { startCommandOf } from '../../model/index.js';
import { code, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';

export const takesArguments = defineCondition({
  kind: 'takes-arguments',
  title: 'Arguments of docker run reach the program',
  fields: {},
  states: {
    'no-entrypoint': 'Without an ENTRYPOINT the arguments of `docker run` take the place of the whole command.',
    'shell-form': 'A command in shell form is one text for a shell: what stands behind it is dropped.',
  },
  says: () => text`Arguments of ${code('docker run')} reach the program`,
  check({ target }) {
    const { entrypoint, baseEntrypoint } = target ? startCommandOf(target) : {};
    if (!entrypoint && baseEntrypoint?.length) return HOLDS;
    if (!entrypoint) return { holds: false, state: 'no-entrypoint', now: ['The image has no ENTRYPOINT.'] };
    if (entrypoint.command.form === 'exec') return HOLDS;
    return { holds: false, state: 'shell-form', now: text`${code('ENTRYPOINT')} is in shell form.`, at: entrypoint.at };
  },
});
