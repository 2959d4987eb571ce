import type { InstructionOf } from '../../model/index.js';
import { code, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { optional, textField } from '../field.js';

export const environment = defineCondition({
  kind: 'environment',
  title: 'The container has an environment variable',
  fields: { name: textField('Name', 'NODE_ENV'), value: optional(textField('Value', 'production')) },
  states: {
    missing: 'The program reads it when it starts; what is not set there is unset.',
    'only-argument': 'A build argument is gone when the build is over.',
    'other-value': 'The program acts on the value that it finds.',
  },
  says: ({ name, value }) => text`The container has ${code(value === undefined ? name : `${name}=${value}`)}`,
  check({ shippedStages, target }, { name, value }) {
    const environments = [...shippedStages]
      .reverse()
      .flatMap(({ instructions }) => instructions)
      .filter((one): one is InstructionOf<'ENV'> => one.keyword === 'ENV');
    const last = environments
      .flatMap(({ pairs, scope }) => pairs.map((pair) => ({ pair, scope })))
      .findLast(({ pair, scope }) => scope.expand(pair.key) === name);
    const fromBase = target?.base?.environment?.[name];
    const found = last ? (last.pair.value ? last.scope.expand(last.pair.value) : '') : fromBase;
    if (found === undefined) {
      const argument = target?.instructions.find(
        (one) => one.keyword === 'ARG' && one.pairs.some(({ key }) => key.text === name),
      );
      if (argument)
        return {
          holds: false,
          state: 'only-argument',
          now: text`${code(name)} is a build argument only.`,
          at: argument.at,
        };
      return { holds: false, state: 'missing', now: text`Nothing sets ${code(name)}.` };
    }
    if (value === undefined || found === value) return HOLDS;
    return {
      holds: false,
      state: 'other-value',
      now: text`${code(name)} is ${code(found ?? 'not known')}.`,
      at: last?.pair.at,
    };
  },
});
