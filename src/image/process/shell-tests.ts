/** Tests of a script's own arguments: `[ "$1" = app ]`, `[ "${1#-}" != "$1" ]`. What they ask about is known. */
import type { ShellCommand } from '../../model/index.js';
import { type Parameters, wordsFor } from './command-words.js';
import type { Unit } from './shell-units.js';
import type { ScriptText } from './start-line.js';

/** Whether a conditional unit is reached: true, false, or undefined where that can't be seen. */
export function isReached(
  source: ScriptText,
  units: readonly Unit[],
  index: number,
  parameters: Parameters,
): boolean | undefined {
  const unit = units[index] as Unit;
  const [first] = unit.commands;
  if (first.precededBy === '&&') {
    const before = units[index - 1];
    return before && first.context.length === 0 ? resultOf(before.commands[0], parameters) : undefined;
  }
  if (first.context.length !== 1 || first.context[0] !== 'branch') return undefined;
  const from = units.slice(0, index).findLastIndex(({ commands }) => commands[0].context.includes('condition'));
  const condition = units[from];
  const isAlone = !units[from - 1]?.commands[0].context.includes('condition');
  if (!condition || !isAlone || condition.commands.length !== 1) return undefined;
  const result = resultOf(condition.commands[0], parameters);
  const between = source.slice(condition.commands[0].at.end, first.at.start);
  if (result === undefined || /(?:^|[\s;])elif\s|;;/.test(between)) return undefined;
  return /(?:^|[\s;])else\s/.test(between) ? !result : result;
}

function resultOf({ name, args, isNegated }: ShellCommand, parameters: Parameters): boolean | undefined {
  if (name !== '[' && name !== '[[' && name !== 'test') return undefined;
  const words = args.filter(({ text }) => text !== ']' && text !== ']]');
  const [one, operator, other, ...more] = words.map((word) => valueOf(word, parameters));
  if (more.length > 0 || one === undefined || operator === undefined) return undefined;
  const result =
    other === undefined ? (words.length === 2 ? unary(one, operator) : undefined) : compare(one, operator, other);
  return isNegated && result !== undefined ? !result : result;
}

/** The text of a word, where it is plain or one of the arguments. */
function valueOf(word: ShellCommand['args'][number], parameters: Parameters): string | undefined {
  const { text, isLiteral } = word;
  const first = parameters.values[0]?.text ?? '';
  if (text === '$#' || text === '${#}') return String(parameters.values.length);
  if (text === '${1#-}') return first.replace(/^-/, '');
  if (text === '${1:0:1}') return first.slice(0, 1);
  if (isLiteral) return text;
  const values = wordsFor(word, parameters);
  if (values.length === 0) return '';
  const [value, ...more] = values;
  return more.length > 0 || value === undefined || /[$`]/.test(value.text) ? undefined : value.text;
}

function unary(operator: string, value: string): boolean | undefined {
  if (operator === '-z') return value === '';
  return operator === '-n' ? value !== '' : undefined;
}

function compare(one: string, operator: string, other: string): boolean | undefined {
  switch (operator) {
    case '=':
    case '==':
      return one === other;
    case '!=':
      return one !== other;
    case '-eq':
      return Number(one) === Number(other);
    case '-ne':
      return Number(one) !== Number(other);
    case '-gt':
      return Number(one) > Number(other);
    case '-lt':
      return Number(one) < Number(other);
    default:
      return undefined;
  }
}
