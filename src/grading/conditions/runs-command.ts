import { code, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { textField } from '../field.js';
import { isFailureLost } from '../lost-failure.js';
import { commandsThatRun, doesRun, waysOf } from '../whereabouts.js';

export const runsCommand = defineCondition({
  kind: 'runs-command',
  title: 'The build runs a command',
  fields: { command: textField('Command', 'npm test') },
  states: {
    missing: 'What the build does not do, nobody does.',
    'failure-lost': 'A step succeeds with its last command. What failed before it, or is forgiven, stops nothing.',
    'not-reached': 'BuildKit builds only the stages that the target needs. The others are skipped without a word.',
  },
  says: ({ command }) => text`The build runs ${code(waysOf(command)[0])}`,
  check(submission, { command }) {
    const found = commandsThatRun(submission, command);
    if (found.some((one) => !isFailureLost(submission, one))) return HOLDS;
    const [lost] = found;
    if (lost) {
      const { at } = lost.command;
      const now = text`Where ${code(waysOf(command)[0])} in ${submission.lineOf({ at })} fails, the step succeeds all the same.`;
      return { holds: false, state: 'failure-lost', now, at };
    }
    const skipped = submission.dockerfile.stages
      .flatMap(({ instructions }) => instructions)
      .find((one) => one.keyword === 'RUN' && one.command.script?.commands.some((other) => doesRun(other, command)));
    if (!skipped) return { holds: false, state: 'missing', now: text`No step runs ${code(waysOf(command)[0])}.` };
    const now = text`${code(waysOf(command)[0])} in ${submission.lineOf(skipped)} stands in a stage that the image does not need.`;
    return { holds: false, state: 'not-reached', now, at: skipped.at };
  },
});
