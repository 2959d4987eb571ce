import { code, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { settingOf } from '../environment-of.js';
import { optional, textField } from '../field.js';

export const environment = defineCondition({
  kind: 'environment',
  title: 'The container has an environment variable',
  fields: {
    name: textField('Name', 'NODE_ENV'),
    value: optional(textField('Value', 'production')),
    argument: optional(textField('Build argument that it follows', 'VERSION')),
  },
  states: {
    missing: 'The program reads it when it starts; what is not set there is unset.',
    'only-argument': 'A build argument is gone when the build is over.',
    'other-value': 'The program acts on the value that it finds.',
    'written-out': 'Then every build has the same one, whatever it is told.',
  },
  says: ({ name, value, argument }) =>
    argument === undefined
      ? text`The container has ${code(value === undefined ? name : `${name}=${value}`)}`
      : text`The container has ${code(name)}, as ${code(`--build-arg ${argument}=…`)} gives it`,
  check(submission, { name, value, argument }) {
    const found = settingOf(submission, name);
    if (!found) {
      const declared = submission.target?.instructions.find(
        (one) => one.keyword === 'ARG' && one.pairs.some(({ key }) => key.text === name),
      );
      if (!declared) return { holds: false, state: 'missing', now: text`Nothing sets ${code(name)}.` };
      const now = text`${code(name)} is a build argument only.`;
      return { holds: false, state: 'only-argument', now, at: declared.at };
    }
    const { value: set, at } = found;
    if (value !== undefined && set !== value)
      return { holds: false, state: 'other-value', now: text`${code(name)} is ${valueText(set)}.`, at };
    if (argument === undefined || settingOf(submission.withArgument(argument, ANOTHER), name)?.value !== set)
      return HOLDS;
    const now = text`${code(name)} is ${valueText(set)}, also where the build is given another ${code(argument)}.`;
    return { holds: false, state: 'written-out', now, at };
  },
});

/** A value that nobody writes. */
const ANOTHER = 'another-value';

function valueText(value: string | null) {
  if (value === null) return ['not known'];
  return value === '' ? ['empty'] : [code(value)];
}
