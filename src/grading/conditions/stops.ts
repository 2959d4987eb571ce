import { text } from '../../model/text.js';
import { defineCondition } from '../condition.js';
import { flagField, numberField } from '../field.js';

export const stops = defineCondition({
  kind: 'stops',
  title: 'The container stops in time',
  fields: {
    seconds: numberField('Seconds at most', 'seconds'),
    withoutHandler: flagField('Even if the program has no code for it'),
  },
  states: {
    killed:
      'Every deployment and every restart waits for it, and then the program is cut off in the middle of its work.',
    'not-asked': 'Open requests are dropped and files are left half written, at each deployment.',
    unknown: 'What can’t be predicted can’t be promised.',
  },
  says: ({ seconds, withoutHandler }) =>
    withoutHandler
      ? text`The container stops within ${secondsText(seconds)}, whatever the program does`
      : text`The container stops within ${secondsText(seconds)}, and its shutdown code runs`,
  check({ prediction }, { seconds, withoutHandler }) {
    const stop = prediction.process?.stop.find(({ handlesSignal }) => handlesSignal !== (withoutHandler ?? false));
    if (!stop || stop.seconds === null)
      return { holds: false, state: 'unknown', now: [stop?.why ?? 'Nothing is started.'] };
    const now = [`${secondsText(stop.seconds)}. ${stop.why}`];
    if (stop.seconds > seconds) return { holds: false, state: 'killed', now };
    if (!withoutHandler && stop.graceful !== true) return { holds: false, state: 'not-asked', now };
    return { holds: true, now: [secondsText(stop.seconds)] };
  },
});

function secondsText(seconds: number): string {
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
