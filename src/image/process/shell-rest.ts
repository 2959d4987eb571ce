/** A shell whose script has come to rest: in front of what it has started, unless it makes way for its last command. */
import { baseName, execsItself, type ShellCommand, shellStays } from '../../model/index.js';
import { commandWords, type Parameters } from './command-words.js';
import { factsOf } from './known-programs.js';
import { daemonNamed } from './lifetime.js';
import type { Process } from './process.js';
import { readProcess } from './read-process.js';
import { joined } from './sentences.js';
import { isIdle, type RestingPoint, restingPointOf, type ShellPlan } from './shell-plan.js';
import type { Running } from './shell-process.js';
import type { Unit } from './shell-units.js';

/** Every reading of a script of which no `exec` is reached. */
export function atRest(running: Running, all: readonly Unit[], parameters: readonly Parameters[]): Process[] {
  const units = all.filter(({ commands: [command] }) => !execsItself(command));
  const rest = restingPointOf(running.source, units);
  if (!rest) return [endingAtOnce(running)];
  const before = units.slice(0, rest.index);
  const jobs = backgroundOf(running, before, parameters);
  if (!rest.foreground) return combinations(jobs).map((children) => inFrontOf(running, rest.plan, children, children));
  const choices = choicesFor(units, rest.foreground);
  if (choices.length > 1) running.around.doubts.add(`which way ${running.command} goes`);
  return choices.flatMap((unit) => readingsWith(running, units, unit, { rest, jobs, parameters }));
}

interface AtRest {
  readonly rest: RestingPoint;
  readonly jobs: readonly (readonly Process[])[];
  readonly parameters: readonly Parameters[];
}

function readingsWith(
  running: Running,
  units: readonly Unit[],
  unit: Unit,
  { rest, jobs, parameters }: AtRest,
): Process[] {
  const members = membersOf(unit).map((command) => processesOf(running, command, parameters));
  const stays = staysFor(running, units, rest.plan, unit);
  return combinations([...jobs, ...members]).flatMap((children) => {
    const beside = children.slice(0, jobs.length);
    const foreground = children.slice(jobs.length);
    const main = beside.length > 0 && unit.commands.every(isIdle) ? beside : foreground.slice(0, 1);
    const readings: Process[] = [];
    if (stays !== false) readings.push(inFrontOf(running, rest.plan, children, main));
    if (stays !== true && foreground[0]) readings.push(inPlaceOf(running, foreground[0], beside));
    return readings;
  });
}

/** What runs beside the command in the foreground: jobs, and behind them daemons. */
export function backgroundOf(
  running: Running,
  before: readonly Unit[],
  parameters: readonly Parameters[],
): (readonly Process[])[] {
  const jobs = before.filter(({ kind }) => kind === 'job').map((job) => jobProcesses(running, job, parameters));
  const daemons = before.flatMap((unit) => (unit.kind === 'program' ? daemonOf(running, unit, parameters) : []));
  return [...jobs, ...daemons.map((daemon) => [daemon])];
}

/** A server that goes into the background by itself, and becomes a child of PID 1. */
function daemonOf({ around }: Running, { commands: [command] }: Unit, parameters: readonly Parameters[]): Process[] {
  const [known, ...others] = parameters;
  const [program, ...args] = known && others.length === 0 ? commandWords(command, known).map(({ text }) => text) : [];
  const daemon = program === undefined ? undefined : daemonNamed(baseName(program), args, around);
  if (daemon === undefined) return [];
  const facts = factsOf(daemon, [daemon]);
  return [{ command: daemon, words: [daemon], nature: { kind: 'program', facts, lifetime: undefined }, children: [] }];
}

export function endingAtOnce({ command, words }: Running): Process {
  return { command, words, nature: { kind: 'program', facts: undefined, lifetime: 0 }, children: [] };
}

function inFrontOf(
  { program, command, words, isFile }: Running,
  plan: ShellPlan,
  children: readonly Process[],
  main: readonly Process[],
): Process {
  const started = main[0]?.command || 'the program';
  const why = isFile
    ? `${command} starts ${started} without exec and stays in front of it.`
    : `The shell, ${program}, stays in front of ${started}.`;
  return {
    command,
    words,
    nature: { kind: 'shell', program, plan, main: main.map((one) => children.indexOf(one)) },
    children,
    why,
  };
}

function inPlaceOf({ program }: Running, process: Process, beside: readonly Process[]): Process {
  const why = joined(`The shell, ${program}, makes way for ${process.command || 'its last command'}.`, process.why);
  return { ...process, children: [...process.children, ...beside], why };
}

/** Of commands in branches any may be the one. */
function choicesFor(units: readonly Unit[], last: Unit): Unit[] {
  const isBranch = ({ commands: [{ context }] }: Unit) => context.includes('branch');
  if (!isBranch(last)) return [last];
  const end = units.indexOf(last);
  const start = units.slice(0, end).findLastIndex((unit) => !isBranch(unit) && unit.kind !== 'builtin') + 1;
  return units
    .slice(start, end + 1)
    .filter((unit) => isBranch(unit) && (unit.kind === 'program' || unit.kind === 'pipeline'));
}

function staysFor(
  { isFile, program }: Running,
  units: readonly Unit[],
  plan: ShellPlan,
  unit: Unit,
): boolean | undefined {
  if (isFile || plan.after.length > 0) return true;
  const before = units.slice(0, units.indexOf(unit)).flatMap(({ commands }) => commands);
  return shellStays([...before, ...unit.commands], program);
}

function membersOf({ kind, commands }: Unit): readonly ShellCommand[] {
  return kind === 'pipeline' ? (commands[0].pipeline?.commands ?? commands) : commands.slice(0, 1);
}

function processesOf(running: Running, command: ShellCommand, parameters: readonly Parameters[]): readonly Process[] {
  return parameters.flatMap((known) => {
    const words = commandWords(command, known);
    return words.length > 0 ? readProcess(words, running.around) : [];
  });
}

const LIST: ShellPlan = { rest: 'program', isLoop: false, traps: [], jobOf: new Map(), after: [] };

/** What runs in the background. A list or a group there has a shell of its own, which may make way. */
function jobProcesses(running: Running, job: Unit, parameters: readonly Parameters[]): readonly Process[] {
  const last = job.commands.at(-1) as ShellCommand;
  const processes = processesOf(running, last, parameters);
  if (job.commands.length === 1 && last.context.length === 0) return processes;
  running.around.doubts.add('which processes a list in the background has');
  const plan = { ...LIST, isLoop: job.isInLoop };
  return [...processes, ...processes.map((process) => inFrontOf(running, plan, [process], [process]))];
}

/** One more than `readProcess` takes: then it says that there are too many. */
const MOST = 25;

/** Every way to take one of each. */
export function combinations(lists: readonly (readonly Process[])[]): Process[][] {
  return lists.reduce<Process[][]>(
    (made, list) => made.flatMap((one) => list.map((item) => [...one, item])).slice(0, MOST),
    [[]],
  );
}
