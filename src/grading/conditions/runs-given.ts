import { code, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { textField } from '../field.js';
import { processesOf, whyNothing } from '../processes.js';

export const runsGiven = defineCondition({
  kind: 'runs-given',
  title: 'docker run can name another program',
  fields: { command: textField('Command behind the image', 'node report.js') },
  states: {
    'does-not-run':
      'Whoever has to look into something runs another program in the same image, prepared in the same way.',
    unknown: 'What can’t be predicted can’t be promised.',
  },
  says: ({ command }) => text`${code(`docker run IMAGE ${command}`)} runs that`,
  check(submission, { command }) {
    const started = submission.withArguments(command.split(' '));
    const nodes = processesOf(started);
    if (nodes.some(({ words }) => words.join(' ') === command)) return HOLDS;
    const [first] = nodes;
    if (!first) return { holds: false, state: 'unknown', now: [whyNothing(started)] };
    const now = text`It starts ${code((nodes.at(-1) ?? first).words.join(' '))}.`;
    return { holds: false, state: 'does-not-run', now };
  },
});
