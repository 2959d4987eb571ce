/** What a shell does with a signal while it waits: without a trap, and with one (E3, E8). */
import { ends, type Fate, goesOn, lastSeconds, lifetimeOf, unknownFate } from './fate.js';
import type { Process, Shell } from './process.js';
import { type TrapAction, trapFor } from './shell-traps.js';
import { endsByDefault, exitCodeOf, type Signal } from './signals.js';
import type { Delivery, Stop } from './stop.js';

type Run = Extract<TrapAction, { kind: 'run' }>;

export function shellFate(stop: Stop, process: Process, nature: Shell, delivery: Delivery): Fate {
  const below = delivery.isGroup ? stop.below(process, delivery) : [];
  const action = trapFor(nature.plan.traps, delivery.signal.name);
  if (action) return trapped(stop, process, nature, { action, delivery, below });
  const fate = untrapped(stop, process, nature, delivery);
  if (typeof fate.seconds === 'number') stop.cutOff(process);
  return fate.seconds === 'never' ? afterForeground(process, nature, fate, below) : fate;
}

function untrapped(stop: Stop, process: Process, { program, plan }: Shell, delivery: Delivery): Fate {
  const { command } = process;
  const { signal, isPid1 } = delivery;
  const passes = `${command} passes nothing on.`;
  if (program === 'bash' && trapFor(plan.traps, 'EXIT') && endsByDefault(signal))
    return exitTrap(stop, process, delivery);
  const waits = signal.name === 'SIGINT' || (signal.name === 'SIGQUIT' && program !== 'dash');
  if (waits && !isPid1) {
    if (plan.rest === 'wait') return stop.byDefault(process, delivery, 'unknown');
    stop.note(process, delivery, 'dropped');
    return goesOn(`${command} waits for what it has started, whatever ${signal.name} asks. ${passes}`);
  }
  const fate = stop.byDefault(process, delivery);
  return { ...fate, why: `${fate.why} ${passes}` };
}

/** bash runs the trap for EXIT when a signal would end it, as PID 1 too; measured for SIGTERM. */
function exitTrap(stop: Stop, process: Process, delivery: Delivery): Fate {
  if (delivery.signal.name !== 'SIGTERM') return stop.byDefault(process, delivery, 'unknown');
  stop.handle(process, delivery);
  const why = `${process.command} runs its trap for EXIT and ends, and passes nothing on.`;
  return ends(exitCodeOf(delivery.signal), why, delivery.isPid1 ? {} : { by: delivery.signal });
}

/** The shell goes on until the command in the foreground has ended, by itself or because it was signalled too. */
function afterForeground({ command, children }: Process, { plan }: Shell, fate: Fate, below: readonly Fate[]): Fate {
  const awaited = plan.rest === 'wait' ? below : below.slice(-1);
  const seconds = awaited.length > 0 ? lastSeconds(awaited) : 'never';
  if (seconds !== 'never' && !plan.isLoop)
    return ends(null, `${fate.why} It ends after what it waits for.`, { seconds });
  const foreground = children.at(-1);
  const lifetime = plan.rest === 'program' && foreground && !plan.isLoop ? lifetimeOf(foreground) : undefined;
  if (lifetime === undefined || !foreground) return fate;
  const why = `${fate.why} ${command} ends when ${foreground.command} has ended by itself.`;
  return ends(plan.after.length > 0 ? null : 0, why, { seconds: lifetime });
}

interface Trapped {
  readonly action: TrapAction;
  readonly delivery: Delivery;
  readonly below: readonly Fate[];
}

function trapped(stop: Stop, process: Process, nature: Shell, { action, delivery, below }: Trapped): Fate {
  const { command, children } = process;
  const { signal } = delivery;
  if (action.kind === 'ignore') {
    stop.note(process, delivery, 'dropped');
    return goesOn(`${command} ignores ${signal.name}.`);
  }
  if (action.kind === 'unknown') return stop.byDefault(process, delivery, 'unknown');
  const foreground = nature.plan.rest === 'program' ? children.at(-1) : undefined;
  const signalled = foreground && below.at(-1);
  const delay = foreground ? (lifetimeOf(foreground) ?? signalled?.seconds ?? 'never') : 0;
  if (typeof delay !== 'number') {
    stop.note(process, delivery, 'dropped');
    const why = `${command} has a trap for ${signal.name}, which waits until ${foreground?.command} has ended.`;
    return delay === null ? unknownFate(why) : goesOn(`${why} Nobody asks that to.`);
  }
  stop.handle(process, delivery);
  return runTrap(stop, process, nature, { action, signal, delay });
}

function runTrap(
  stop: Stop,
  process: Process,
  { plan }: Shell,
  { action, signal, delay }: { action: Run; signal: Signal; delay: number },
): Fate {
  const { command } = process;
  const jobs = signalJobs(stop, process, plan.jobOf, action);
  if (!jobs) return unknownFate(`Whom the trap of ${command} signals can't be seen.`);
  const waitsAgain = action.exit === undefined && plan.after.some(({ commands: [{ name }] }) => name === 'wait');
  const waits = action.waits || waitsAgain;
  if (action.exit === undefined && plan.isLoop) return goesOn(`The trap of ${command} runs, and its loop goes on.`);
  const seconds = waits ? lastSeconds([...jobs, ends(null, '', { seconds: delay })]) : delay;
  if (typeof seconds === 'number' && !waits) stop.cutOff(process);
  const why = [`The trap of ${command} for ${signal.name} runs.`, ...jobs.map((job) => job.why)].join(' ');
  return { seconds, exitCode: action.exit === undefined ? codeBehind(plan, signal, jobs) : action.exit, why };
}

/** The exit code of a script that goes on behind `wait`, which a signal has interrupted. */
function codeBehind({ rest, after }: Shell['plan'], signal: Signal, jobs: readonly Fate[]): number | null {
  if (rest !== 'wait') return null;
  const last = after.at(-1)?.commands[0];
  if (!last) return exitCodeOf(signal);
  const ofJob = jobs.length === 1 ? (jobs[0]?.exitCode ?? null) : null;
  if (last.name === 'wait') return ofJob;
  if (last.name === 'exit') {
    const value = last.args[0]?.text;
    return value !== undefined && /^\d+$/.test(value) ? Number(value) : ofJob;
  }
  return after.at(-1)?.kind === 'builtin' && last.assignments.length > 0 ? 0 : null;
}

/** The ends of the jobs that a trap signals; undefined where it can't be seen which these are. */
function signalJobs(
  stop: Stop,
  { command, children }: Process,
  jobOf: ReadonlyMap<string, number>,
  { kills }: Run,
): Fate[] | undefined {
  const fates: Fate[] = [];
  for (const { target, signal } of kills) {
    const place = target === undefined ? undefined : jobOf.get(target);
    const job = place === undefined ? undefined : children[place];
    const jobs = target === 'all' ? children : job ? [job] : [];
    if (!signal || jobs.length === 0) return undefined;
    for (const one of jobs) fates.push(stop.deliver(one, { signal, from: command, isPid1: false, isGroup: false }));
  }
  return fates;
}
