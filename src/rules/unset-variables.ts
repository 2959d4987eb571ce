/** Variables that the builder looks up and does not find, and the arguments of that name that stand out of reach. */
import {
  type Arg,
  builderUses,
  type Dockerfile,
  type Instruction,
  type KeyValue,
  type NameUse,
  PLATFORM_ARGUMENTS,
} from '../model/index.js';
import type { RuleContext } from './context.js';

export interface UnsetUse extends NameUse {
  readonly instruction: Instruction;
}

/** An ARG of this name that does not reach the place, or one that the builder has for stages that ask for it. */
export type ArgumentElsewhere = { readonly pair: KeyValue; readonly instruction: Arg } | 'builder';

const LOOKED_AT = [
  'FROM',
  'ARG',
  'ENV',
  'LABEL',
  'ADD',
  'COPY',
  'RUN',
  'WORKDIR',
  'USER',
  'VOLUME',
  'STOPSIGNAL',
  'EXPOSE',
] as const;

/** In words, flags and heredocs, not in the text of a command. A fragment has what it needs somewhere else. */
export function* unsetUses({ dockerfile, instructions }: RuleContext): Iterable<UnsetUse> {
  const isFragment = dockerfile.stages[0]?.from === undefined;
  if (isFragment) return;
  for (const instruction of instructions(...LOOKED_AT)) {
    const around = new Map<string, number>();
    for (const use of builderUses(dockerfile, instruction)) {
      // `${A:+$A}` is one use.
      const isInside = use.at.start < (around.get(use.name) ?? 0);
      if (!isInside) around.set(use.name, use.whole.end);
      const isSet = instruction.scope.variable(use.name) !== undefined || isSibling(instruction, use);
      if (!isSet && !isInside && !isSetByBuilder(instruction, use)) yield { ...use, instruction };
    }
  }
}

/** `ENV A=1 B=$A` is a mistake of another kind: env-self-reference. */
function isSibling(instruction: Instruction, { name, at }: NameUse): boolean {
  if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') return false;
  return instruction.pairs.some(
    ({ key, at: pair }) => key.text === name && !(pair.start <= at.start && at.end <= pair.end),
  );
}

function isSetByBuilder(instruction: Instruction, { name, at }: NameUse): boolean {
  if (name.startsWith('BUILDKIT_SBOM_SCAN_')) return true;
  if (instruction.keyword === 'FROM' || !instruction.stage)
    return PLATFORM_ARGUMENTS.has(name) || /OSVERSION$/.test(name);
  // copy-from-invalid speaks of variables there.
  return instruction.flags.some((flag) => flag.name === 'from' && flag.at.start <= at.start && at.end <= flag.at.end);
}

/** The arguments of a file by name: the global one, or else the first of a stage. */
export function argumentsOf({ instructions }: Dockerfile): ReadonlyMap<string, Exclude<ArgumentElsewhere, 'builder'>> {
  const found = new Map<string, Exclude<ArgumentElsewhere, 'builder'>>();
  for (const instruction of instructions)
    if (instruction.keyword === 'ARG')
      for (const pair of instruction.pairs)
        if (!found.has(pair.key.text) || !instruction.stage) found.set(pair.key.text, { pair, instruction });
  return found;
}

/** The argument that a name means, where it has no value. */
export function elsewhere(
  known: ReturnType<typeof argumentsOf>,
  instruction: Instruction,
  name: string,
): ArgumentElsewhere | undefined {
  const { keyword, stage } = instruction;
  const argument = known.get(name);
  if (argument?.instruction === instruction) return undefined;
  const isInStage = keyword !== 'FROM' && stage !== undefined;
  return argument ?? (isInStage && PLATFORM_ARGUMENTS.has(name) ? 'builder' : undefined);
}
