import { code, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';

export const reaps = defineCondition({
  kind: 'reaps',
  title: 'PID 1 waits for processes that lost their parent',
  fields: {},
  states: {
    zombies:
      'A process that has ended stays in the table of processes until somebody waits for it. Its number can’t be given out again, and the numbers run out.',
    unknown: 'What can’t be predicted can’t be promised.',
  },
  says: () => ['PID 1 waits for the processes that others leave behind'],
  check({ prediction: { process } }) {
    const pid1 = process?.pid1 ?? null;
    if (process?.reapsZombies) return HOLDS;
    if (!process || pid1 === null || process.reapsZombies === null)
      return { holds: false, state: 'unknown', now: [process?.why ?? 'Nothing is started.'] };
    return { holds: false, state: 'zombies', now: text`${code(pid1)} is PID 1, and waits for its own children only.` };
  },
});
