import { code, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';

export const noShell = defineCondition({
  kind: 'no-shell',
  title: 'The image has no shell',
  fields: {},
  states: {
    shell: 'With a shell come its tools and often a package manager: more to update, and more for whoever breaks in.',
    unknown: 'What the base image brings is not known, so nothing can be said of it.',
  },
  says: () => ['The image has no shell'],
  check({ target }) {
    const base = target?.base;
    const reference = target?.baseReference;
    if (base?.reference === 'scratch' || base?.shell === 'none') return HOLDS;
    const name = reference?.name?.text ?? 'the base image';
    if (base?.shell === undefined)
      return {
        holds: false,
        state: 'unknown',
        now: text`It is not known whether ${code(name)} has one.`,
        at: reference?.at,
      };
    return { holds: false, state: 'shell', now: text`${code(name)} brings one.`, at: reference?.at };
  },
});
