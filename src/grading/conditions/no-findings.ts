import { plainText } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { listField } from '../field.js';

export const noFindings = defineCondition({
  kind: 'no-findings',
  title: 'Some rules find nothing',
  fields: { rules: listField('Rules, variants or codes', 'package-cache-left') },
  states: {
    found: 'The rule says why it matters; its page says more.',
    ignored: 'A comment hides the message. The image stays as it was.',
  },
  says: ({ rules }) => [
    rules.length === 1 ? `Nothing is left for ${rules[0]}` : `Nothing is left for ${rules.join(', ')}`,
  ],
  check(submission, { rules }) {
    const [found] = rules.flatMap((name) => submission.findingsOf(name));
    if (!found) return HOLDS;
    if ('ignoredBy' in found) {
      const now = [`A comment silences it: ${plainText(found.message.what)}`];
      return { holds: false, state: 'ignored', now, at: found.ignoredBy.at };
    }
    return { holds: false, state: 'found', now: found.message.what, at: found.at };
  },
});
