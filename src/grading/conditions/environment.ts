import type { InstructionOf, Span } from '../../model/index.js';
import { code, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { optional, textField } from '../field.js';
import type { Submission } from '../submission.js';

export const environment = defineCondition({
  kind: 'environment',
  title: 'The container has an environment variable',
  fields: {
    name: textField('Name', 'NODE_ENV'),
    value: optional(textField('Value', 'production')),
    argument: optional(textField('Build argument that its value comes from', 'REVISION')),
  },
  states: {
    missing: 'The program reads it when it starts; what is not set there is unset.',
    'only-argument': 'A build argument is gone when the build is over.',
    'other-value': 'The program acts on the value that it finds.',
    fixed: 'It then says the same of every image, whatever is in it.',
  },
  says: ({ name, value, argument }) =>
    argument === undefined
      ? text`The container has ${code(value === undefined ? name : `${name}=${value}`)}`
      : text`The container has ${code(name)}, with the value of the build argument ${code(argument)}`,
  check(submission, { name, value, argument }) {
    const { target } = submission;
    const found = settingOf(submission, name);
    if (!found) {
      const declared = target?.instructions.find(
        (one) => one.keyword === 'ARG' && one.pairs.some(({ key }) => key.text === name),
      );
      if (declared)
        return {
          holds: false,
          state: 'only-argument',
          now: text`${code(name)} is a build argument only.`,
          at: declared.at,
        };
      return { holds: false, state: 'missing', now: text`Nothing sets ${code(name)}.` };
    }
    if (value !== undefined && found.value !== value) {
      const now = text`${code(name)} is ${found.value === '' ? 'empty' : code(found.value ?? 'not known')}.`;
      return { holds: false, state: 'other-value', now, at: found.at };
    }
    if (argument === undefined || follows(submission, name, argument)) return HOLDS;
    const now = text`${code(name)} is ${found.value ? code(found.value) : 'empty'}, whatever ${code(argument)} is.`;
    return { holds: false, state: 'fixed', now, at: found.at };
  },
});

interface Setting {
  /** `null`: not known. */
  readonly value: string | null;
  readonly at: Span | undefined;
}

/** What sets a variable last, by ENV or in the base image. */
function settingOf({ shippedStages, target }: Submission, name: string): Setting | undefined {
  const last = [...shippedStages]
    .reverse()
    .flatMap(({ instructions }) => instructions)
    .filter((one): one is InstructionOf<'ENV'> => one.keyword === 'ENV')
    .flatMap(({ pairs, scope }) => pairs.map((pair) => ({ pair, scope })))
    .findLast(({ pair, scope }) => scope.expand(pair.key) === name);
  if (last) return { value: last.pair.value ? last.scope.expand(last.pair.value) : '', at: last.pair.at };
  const fromBase = target?.base?.environment?.[name];
  return fromBase === undefined ? undefined : { value: fromBase, at: undefined };
}

/** Whether another value of the build argument arrives in the variable. */
function follows(submission: Submission, name: string, argument: string): boolean {
  const tried = 'another-value';
  return settingOf(submission.withArgument(argument, tried), name)?.value?.includes(tried) ?? false;
}
