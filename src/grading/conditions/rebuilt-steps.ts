import { code, text } from '../../model/text.js';
import { stepsText } from '../../report/price-words.js';
import { defineCondition } from '../condition.js';
import { numberField, textField } from '../field.js';

export const rebuiltSteps = defineCondition({
  kind: 'rebuilt-steps',
  title: 'After an edit of a file, few steps run',
  fields: {
    file: textField('File of the context', 'src/app.js'),
    atMost: numberField('Steps that may run', 'steps'),
  },
  states: {
    'too-many': 'A step that runs again takes its time again, for everybody who builds.',
    'not-taken': 'Then the image would go on with the old file, whatever is edited.',
  },
  says: ({ file, atMost }) =>
    atMost === 0
      ? text`An edit of ${code(file)} rebuilds nothing`
      : text`An edit of ${code(file)} rebuilds at most ${stepsText(atMost)}`,
  check(submission, { file, atMost }) {
    const again = submission.rebuild({ kind: 'file', path: file }).filter(({ step }) => step === 'run');
    if (atMost > 0 && again.length === 0)
      return { holds: false, state: 'not-taken', now: text`No step takes ${code(file)} into the image.` };
    const [first] = again;
    if (again.length <= atMost || !first)
      return { holds: true, now: [again.length === 0 ? 'no step' : stepsText(again.length)] };
    const now = text`It reruns ${stepsText(again.length)}, from ${submission.lineOf(first.instruction)} on: ${first.why}`;
    return { holds: false, state: 'too-many', now, at: first.instruction.at };
  },
});
