/** Variables behind `$` or `${`: what is in scope there, with its value. */
import type { Dockerfile, Instruction } from '../../model/index.js';
import type { Variable } from '../../model/scope.js';
import { joinedText } from '../../model/syntax/joined-text.js';
import { PLATFORM_ARGUMENTS } from '../../model/variables/predefined-arguments.js';
import { originText, valueText } from '../variable-words.js';
import type { Completion } from './completion.js';

/** Undefined where no `$` stands before the cursor. */
export function variableCompletions(
  dockerfile: Dockerfile,
  instruction: Instruction,
  offset: number,
): Completion[] | undefined {
  const start = Math.min(instruction.keywordAt.end, offset);
  const before = joinedText(dockerfile, instruction, { start, end: offset });
  const [, dollars = '', brace = '', written = ''] = /((?:\\|`)*\$)(\{?)([A-Za-z_]\w*)?$/.exec(before) ?? [];
  if (!dollars || dollars.length % 2 === 0) return undefined;
  const behind = /^\w*/.exec(dockerfile.text.slice(offset))?.[0] ?? '';
  const at = { start: offset - written.length, end: offset + behind.length };
  const isClosed = /^[:}+?#%/-]/.test(dockerfile.text.slice(at.end, at.end + 1));
  return variablesIn(dockerfile, instruction).map((variable) => ({
    label: variable.name,
    kind: 'variable',
    detail: valueText(variable),
    documentation: originText(dockerfile, variable),
    insert: brace && !isClosed ? `${variable.name}}` : variable.name,
    at,
  }));
}

/** What an instruction can read: those set in the file first, then those of the builder and the base image. */
function variablesIn({ instructions, stages }: Dockerfile, instruction: Instruction): Variable[] {
  const { scope } = instruction;
  const declared = instructions.flatMap((one) =>
    one.keyword === 'ARG' || one.keyword === 'ENV' ? one.pairs.map(({ key }) => key.text) : [],
  );
  const inherited = stages.flatMap(({ base }) => Object.keys(base?.environment ?? {}));
  const names = new Set([...declared, ...inherited, 'PATH']);
  const known = [...names].flatMap((name) => scope.variable(name) ?? []);
  const isInContainer = instruction.keyword === 'CMD' || instruction.keyword === 'ENTRYPOINT';
  const visible = known.filter(({ kind }) => !isInContainer || kind !== 'ARG');
  if (instruction.keyword !== 'FROM') return visible;
  const platform = [...PLATFORM_ARGUMENTS.keys()].filter((name) => !scope.variable(name));
  return [
    ...visible,
    ...platform.map((name): Variable => ({ name, kind: 'platform', value: null, instruction: undefined })),
  ];
}
