import {
  type Arg,
  type Dockerfile,
  type Instruction,
  type InstructionOf,
  lineage,
  type NameUse,
  scriptVariables,
} from '../model/index.js';
import type { RuleContext } from './context.js';
import { insertLineBefore, removeInstruction } from './edits.js';
import { code, type Text, text } from './message.js';
import { defineRule, type Edit } from './rule.js';
import { type ArgumentElsewhere, argumentsOf, elsewhere, unsetUses } from './unset-variables.js';

export const argOutOfScope = defineRule({
  id: 'arg-out-of-scope',
  topic: 'correctness',
  stages: 'all',
  severity: 'warning',
  variants: {
    from: { aliases: ['S6579', 'UndefinedArgInFrom'] },
    instruction: { aliases: ['S6579', 'UndefinedVar'] },
    run: { aliases: ['S6579'] },
    container: { severity: 'info' },
  },
  summary: 'Declare an argument in each stage that uses it.',

  *find(context) {
    const edits = new SharedEdits(context.dockerfile);
    for (const use of usesOutOfReach(context)) yield { ...use, fix: edits.of(use) };
  },

  explain: ({ variant, name, instruction, argument }) =>
    variant === 'container'
      ? {
          what: text`${code(name)} is a build argument, and this ${code(instruction.keyword)} reads it in the container.`,
          why: text`Arguments end with the build: there the name is empty, unless whoever starts the container sets it.`,
          todo: text`Hand it on with ${code(`ENV ${name}=$${name}`)}.`,
        }
      : {
          what: whereOf(name, instruction, argument),
          why: text`So ${code(name)} is empty here, whatever ${code('--build-arg')} says.`,
          todo:
            variant === 'from'
              ? text`Declare it above the first ${code('FROM')}.`
              : text`Declare it in this stage, above this line: ${code(`ARG ${name}`)}.`,
        },

  *repair({ fix }) {
    if (fix) yield fix;
  },
});

type Variant = 'from' | 'instruction' | 'run' | 'container';
type Startable = InstructionOf<'CMD' | 'ENTRYPOINT' | 'HEALTHCHECK'>;

interface UseOutOfReach {
  readonly variant: Variant;
  readonly at: NameUse['at'];
  readonly name: string;
  readonly instruction: Instruction;
  readonly argument: ArgumentElsewhere;
}

function* usesOutOfReach(context: RuleContext): Iterable<UseOutOfReach> {
  const known = argumentsOf(context.dockerfile);
  for (const { name, whole, instruction } of unsetUses(context)) {
    const argument = elsewhere(known, instruction, name);
    const variant = instruction.keyword === 'FROM' ? 'from' : 'instruction';
    if (argument) yield { variant, at: whole, name, instruction, argument };
  }
  for (const run of context.instructions('RUN'))
    for (const { name, at } of readsOf(context.dockerfile, run)) {
      const argument = run.scope.variable(name) ? undefined : elsewhere(known, run, name);
      if (argument && !mayComeFromBase(run, name)) yield { variant: 'run', at, name, instruction: run, argument };
    }
  for (const start of context.instructions('CMD', 'ENTRYPOINT', 'HEALTHCHECK'))
    for (const { name, at } of readsOf(context.dockerfile, start)) {
      const argument = isInEnvironment(start, name) ? undefined : known.get(name);
      if (argument) yield { variant: 'container', at, name, instruction: start, argument };
    }
}

/** What a script reads and does not set itself; nothing where it may get variables from a file. */
function readsOf(dockerfile: Dockerfile, instruction: InstructionOf<'RUN'> | Startable) {
  const { command, stage } = instruction;
  if (
    !stage?.from ||
    !command?.script ||
    !dockerfile.text.slice(instruction.at.start, instruction.at.end).includes('$')
  )
    return [];
  if (command.script.commands.some(({ name }) => name === '.' || name === 'source' || name === 'eval')) return [];
  const script = scriptVariables(dockerfile, instruction);
  const own = new Set(script?.sets.map(({ name }) => name));
  const seen = new Set<string>();
  return (script?.reads ?? []).filter(({ name, at }) => {
    const isHandled = /^:?[-+?=]/.test(dockerfile.text.slice(at.end, at.end + 2));
    if (own.has(name) || isHandled || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/** `FROM example.com/node:$NODE_VERSION`: such an image often sets it. */
function mayComeFromBase({ stage, scope }: Instruction, name: string): boolean {
  if (scope.base?.environment) return false;
  return stage?.root.from?.image?.variables.some((use) => use.name === name) ?? false;
}

function isInEnvironment({ stage, scope }: Startable, name: string): boolean {
  if (scope.base?.environment?.[name] !== undefined) return true;
  for (const { instructions } of lineage(stage))
    for (const instruction of instructions)
      if (instruction.keyword === 'ENV' && instruction.pairs.some(({ key }) => key.text === name)) return true;
  return false;
}

function whereOf(name: string, instruction: Instruction, argument: ArgumentElsewhere): Text {
  if (argument === 'builder') return text`The builder has ${code(name)}, but a stage sees it only once it declares it.`;
  const { stage } = argument.instruction;
  if (!stage)
    return text`${code(`ARG ${name}`)} stands above the first ${code('FROM')}: ${code('FROM')} sees it, a stage doesn't.`;
  if (instruction.keyword === 'FROM')
    return text`${code(`ARG ${name}`)} stands inside a stage; a ${code('FROM')} sees only those above the first ${code('FROM')}.`;
  if (stage === instruction.stage) return text`${code(`ARG ${name}`)} stands below this line.`;
  return text`${code(`ARG ${name}`)} belongs to ${stage.name ? text`the stage ${code(stage.name)}` : 'another stage'}, and ends with it.`;
}

/** All findings of one name in one stage are mended by one line, above the first of them. */
class SharedEdits {
  private readonly known = new Map<
    string,
    { title: string; safety: 'suggested'; edits: readonly Edit[] } | undefined
  >();

  constructor(private readonly dockerfile: Dockerfile) {}

  of(use: UseOutOfReach) {
    const place = use.variant === 'from' ? 'from' : use.instruction.stage?.index;
    const key = `${place} ${use.variant === 'container'} ${use.name}`;
    if (!this.known.has(key)) this.known.set(key, this.make(use));
    return this.known.get(key);
  }

  private make({ variant, name, instruction, argument }: UseOutOfReach) {
    const before = (target: Instruction, line: string) => insertLineBefore(this.dockerfile, target, line);
    const fix = (title: string, ...edits: Edit[]) => ({ title, safety: 'suggested' as const, edits });
    if (variant === 'container') {
      const isDeclared = instruction.scope.variable(name) !== undefined;
      const declaration = isDeclared ? [] : [before(instruction, `ARG ${name}`)];
      return fix(`Set ${name} with ENV`, ...declaration, before(instruction, `ENV ${name}=$${name}`));
    }
    const line = argument === 'builder' ? `ARG ${name}` : this.declaration(name, argument);
    if (!line) return undefined;
    const isBelow = argument !== 'builder' && argument.instruction.stage === instruction.stage && variant !== 'from';
    if (isBelow)
      return isAlone(argument.instruction)
        ? fix(
            `Move ARG ${name} up`,
            before(instruction, line),
            removeInstruction(this.dockerfile, argument.instruction),
          )
        : undefined;
    const first = this.dockerfile.stages[0]?.from;
    const target = variant === 'from' ? first : instruction;
    return target && fix(`Declare ${name}`, before(target, line));
  }

  /** A global argument keeps its default; that of another stage has to be repeated. */
  private declaration(name: string, { pair, instruction }: Exclude<ArgumentElsewhere, 'builder'>): string | undefined {
    if (!instruction.stage) return `ARG ${name}`;
    const written = this.dockerfile.text.slice(pair.at.start, pair.at.end);
    return written.includes('\n') || pair.value?.variables.length ? undefined : `ARG ${written}`;
  }
}

function isAlone({ pairs, commentsAbove }: Arg): boolean {
  return pairs.length === 1 && commentsAbove.length === 0;
}
