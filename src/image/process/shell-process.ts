/**
 * The processes of a shell with a script. The walk follows the script to each `exec` that may be reached, and to its
 * end; `shell-rest.ts` says what is there at the end.
 */
import { execsItself } from '../../model/index.js';
import { commandWords, type Parameters } from './command-words.js';
import { type Process, unknownProcess } from './process.js';
import { type Around, readProcess, textsOf } from './read-process.js';
import { joined } from './sentences.js';
import { type ShellCall, shellsNamed } from './shell-call.js';
import type { ShellProgram } from './shell-plan.js';
import { atRest, backgroundOf, combinations, endingAtOnce } from './shell-rest.js';
import { isReached } from './shell-tests.js';
import { type Unit, unitsOf } from './shell-units.js';
import type { ScriptText, StartWord } from './start-line.js';

export interface ShellScript extends ShellCall {
  readonly source: ScriptText;
  /** Not the text of `-c`. No shell makes way for the last command of a file. */
  readonly isFile: boolean;
  /** The name of a script that is started by its own name. */
  readonly startedAs?: string;
}

/** A shell of which it is known which one it is, with its script. */
export interface Running extends ShellScript {
  readonly program: ShellProgram;
  /** As people see it: `sh`, or the name of the script. */
  readonly command: string;
  readonly words: readonly string[];
  readonly around: Around;
}

/** Every reading; never none. */
export function shellProcesses(words: readonly StartWord[], script: ShellScript, around: Around): readonly Process[] {
  const programs = shellsNamed(script.name, around.stage);
  const command = script.startedAs ?? script.name;
  if (!programs)
    return [unknownProcess(textsOf(words), command, `What ${script.name} does with signals was not measured.`)];
  if (programs.length > 1) around.doubts.add('which shell /bin/sh is');
  return programs.flatMap((program) => {
    const running: Running = { ...script, program, command, words: textsOf(words), around };
    const readings = readingsOf(running);
    return readings.length > 0 ? readings : [endingAtOnce(running)];
  });
}

function parametersOf({ isFile, name, file, arguments: args }: Running): Parameters {
  const [zero = { text: name }, ...values] = isFile && file ? [file, ...args] : args;
  return { zero, values };
}

function readingsOf(running: Running): readonly Process[] {
  const units = unitsOf(running.source);
  const readings: Process[] = [];
  let parameters = [parametersOf(running)];
  for (const [index, unit] of units.entries()) {
    const reached = unit.isConditional ? isReachedWith(running, units, index, parameters) : true;
    if (reached === false) continue;
    const before = units.slice(0, index);
    const changed = parametersAfter(unit, parameters);
    if (changed) parameters = reached ? changed : [...parameters, ...changed];
    const replacing = execOf(running, before, unit, parameters);
    readings.push(...replacing);
    if (reached && replacing.length > 0) return readings;
    if (reached && endsHere(unit)) return [...readings, ...atRest(running, before, parameters)];
    if (replacing.length > 0) running.around.doubts.add(`which way ${running.command} goes`);
  }
  return [...readings, ...atRest(running, units, parameters)];
}

function isReachedWith(
  { source }: Running,
  units: readonly Unit[],
  index: number,
  parameters: readonly Parameters[],
): boolean | undefined {
  const [only, ...more] = parameters;
  return only && more.length === 0 ? isReached(source, units, index, only) : undefined;
}

function endsHere({ commands: [{ name, context }] }: Unit): boolean {
  return name === 'exit' && context.length === 0;
}

/** What `set -- app "$@"` and `shift` leave; undefined for anything else. */
function parametersAfter(
  { commands: [{ name, args }] }: Unit,
  parameters: readonly Parameters[],
): Parameters[] | undefined {
  if (name === 'shift') {
    const count = Number(args[0]?.text ?? 1);
    return parameters.map(({ zero, values }) => ({ zero, values: values.slice(count) }));
  }
  const from = name === 'set' ? args.findIndex(({ text }) => text === '--') : -1;
  if (from === -1) return undefined;
  return parameters.map((before) => ({
    zero: before.zero,
    values: commandWords({ program: undefined, wrappers: [], args: args.slice(from + 1) }, before),
  }));
}

/** What `exec` puts in the shell's place; nothing where the unit is no `exec`, or starts the script again. */
function execOf(
  running: Running,
  before: readonly Unit[],
  { commands: [command] }: Unit,
  parameters: readonly Parameters[],
): Process[] {
  if (!execsItself(command)) return [];
  const beside = backgroundOf(running, before, parameters);
  return parameters.flatMap((known) => {
    const words = commandWords(command, known);
    const isItself = running.isFile && words.some(({ text }) => text === known.zero.text);
    if (words.length === 0 || isItself) return [];
    return combinations([readProcess(words, running.around), ...beside]).map(([process, ...others]) =>
      inPlaceOf(running, process as Process, others),
    );
  });
}

function inPlaceOf({ command }: Running, process: Process, beside: readonly Process[]): Process {
  const why = joined(`${command} makes way for ${process.command || 'the program'} with exec.`, process.why);
  return { ...process, children: [...process.children, ...beside], why };
}
