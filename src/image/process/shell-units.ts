/** What a shell does with a script, in order: what it does itself, what it starts and waits for, what it leaves running. */
import { isShellBuiltin, ownCommands, type ShellCommand } from '../../model/index.js';
import type { ScriptText } from './start-line.js';

export interface Unit {
  /** `job`: ends in `&`. */
  readonly kind: 'program' | 'pipeline' | 'job' | 'builtin';
  /** The first stands for the unit; a pipeline and a job may have more. */
  readonly commands: readonly [ShellCommand, ...ShellCommand[]];
  /** Whether it runs depends on something that is not known. */
  readonly isConditional: boolean;
  readonly isInLoop: boolean;
}

export function unitsOf(source: ScriptText): Unit[] {
  const commands = ownCommands(source.script.commands);
  const units: Unit[] = [];
  for (let index = 0; index < commands.length; ) {
    const count = lengthOf(source, commands, index);
    const [first, ...more] = commands.slice(index, index + count);
    if (first) units.push(unitOf(first, more, commands[index - 1]));
    index += count;
  }
  return units;
}

/** How many commands belong together: those of a pipeline, or of a list that ends in `&`. */
function lengthOf(source: ScriptText, commands: readonly ShellCommand[], from: number): number {
  const first = commands[from] as ShellCommand;
  const { pipeline, isBackground } = first;
  let count = 1;
  for (; from + count < commands.length; count++) {
    const next = commands[from + count] as ShellCommand;
    const before = commands[from + count - 1] as ShellCommand;
    const isSamePipeline = pipeline !== undefined && next.at.start < pipeline.at.end;
    const isSameJob = isBackground && next.isBackground && !isNextJob(source, before, next);
    if (!isSamePipeline && !isSameJob) break;
  }
  return count;
}

/** Whether a single `&` stands between two commands that both run in the background. */
function isNextJob({ slice }: ScriptText, before: ShellCommand, next: ShellCommand): boolean {
  return before.at.end <= next.at.start && /(?:^|[^&>])&(?!&)/.test(slice(before.at.end, next.at.start));
}

function unitOf(first: ShellCommand, more: readonly ShellCommand[], before: ShellCommand | undefined): Unit {
  const { context, precededBy } = first;
  const isBehindTest = precededBy === '&&' && before !== undefined && isTest(before);
  return {
    kind: kindOf(first),
    commands: [first, ...more],
    isConditional: precededBy === '||' || isBehindTest || context.includes('branch') || context.includes('loop'),
    isInLoop: context.includes('loop'),
  };
}

function kindOf(command: ShellCommand): Unit['kind'] {
  if (command.isBackground) return 'job';
  if (command.pipeline) return 'pipeline';
  return isOwnWork(command) ? 'builtin' : 'program';
}

/** The shell itself does it: a builtin, an assignment, `exec >file`, and every test of a condition. */
function isOwnWork({ name, program, args, context }: ShellCommand): boolean {
  if (context.includes('condition')) return true;
  if (program === undefined) return true;
  return isShellBuiltin(name) || (name === 'exec' && args.length === 0);
}

function isTest({ name, args }: ShellCommand): boolean {
  return name === '[' || name === '[[' || name === 'test' || (name === 'command' && args[0]?.text === '-v');
}
