/** What `docker stop` comes to: the signal, the grace period, and SIGKILL for all that is left. */
import { type Fate, lifetimeOf } from './fate.js';
import type { Receipt, StopOutcome } from './prediction.js';
import type { Process } from './process.js';
import { joined } from './sentences.js';
import { exitCodeOf, SIGKILL, type Signal } from './signals.js';
import { Stop } from './stop.js';

export interface StopQuery {
  readonly signal: Signal;
  /** Seconds. */
  readonly gracePeriod: number;
  readonly handlesSignal: boolean;
}

/** One reading of the processes, stopped. */
export function stopProcess(root: Process, { signal, gracePeriod, handlesSignal }: StopQuery): StopOutcome {
  const lifetime = lifetimeOf(root);
  if (lifetime === 0) return over(root, handlesSignal);
  if (signal.number === SIGKILL.number) return killedAtOnce(root, handlesSignal);
  const stop = new Stop(handlesSignal);
  const fate = stop.deliver(root, { signal, from: 'docker', isPid1: true, isGroup: false });
  const { seconds, exitCode, why } = withLifetime(root, fate, lifetime);
  if (seconds === null) return { ...unknownOutcome(handlesSignal, why), receives: stop.receipts };
  const isOut = seconds === 'never' || seconds >= gracePeriod;
  const killed = all(root)
    .filter((process) => isOut || !stop.hasEnded(process))
    .filter((process) => process !== root || isOut)
    .map((process) => killedReceipt(process, isOut && process === root ? 'docker' : 'kernel'));
  return {
    handlesSignal,
    seconds: isOut ? gracePeriod : seconds,
    exitCode: isOut ? exitCodeOf(SIGKILL) : exitCode,
    graceful: isOut && !areAllDone(root, stop) ? false : gracefulOf(root, stop),
    receives: [...stop.receipts, ...killed],
    why: isOut ? `${why} After ${gracePeriod} seconds everything is killed.` : joined(why, endWords(root, stop)),
  };
}

/** What becomes of the application when PID 1 ends before it. */
function endWords(root: Process, stop: Stop): string | undefined {
  const [application] = applicationsOf(root);
  if (!application) return undefined;
  const { command } = application;
  if (stop.hasRun(application) === null) return `${command} was asked too, but may be killed before it is done.`;
  return stop.hasEnded(application) ? undefined : `${command} is killed without having been asked.`;
}

function areAllDone(root: Process, stop: Stop): boolean {
  return applicationsOf(root).every((process) => stop.hasRun(process) === true);
}

/** A process that no signal ends may end by itself while Docker waits. */
function withLifetime({ command }: Process, fate: Fate, lifetime: number | undefined): Fate {
  if (fate.seconds !== 'never' || lifetime === undefined) return fate;
  return { seconds: lifetime, exitCode: 0, why: `${fate.why} ${command} ends by itself.` };
}

/** The container was over before anybody could stop it. */
function over({ command }: Process, handlesSignal: boolean): StopOutcome {
  const why = `${command} has ended by itself, and with it the container.`;
  return { handlesSignal, seconds: 0, exitCode: 0, graceful: false, receives: [], why };
}

function killedAtOnce(root: Process, handlesSignal: boolean): StopOutcome {
  const receives = all(root).map((process) => killedReceipt(process, process === root ? 'docker' : 'kernel'));
  const why = `${SIGKILL.name} asks nobody: everything is killed at once.`;
  return { handlesSignal, seconds: 0, exitCode: exitCodeOf(SIGKILL), graceful: false, receives, why };
}

function killedReceipt({ command }: Process, from: string): Receipt {
  return { command, signal: SIGKILL.name, from, effect: 'killed' };
}

function all(process: Process): Process[] {
  return [process, ...process.children.flatMap(all)];
}

export function unknownOutcome(handlesSignal: boolean, why: string): StopOutcome {
  return { handlesSignal, seconds: null, exitCode: null, graceful: null, receives: [], why };
}

/** Whose shutdown code it is about: the programs, or a script that has a trap and runs nothing but idle helpers. */
function applicationsOf(process: Process): readonly Process[] {
  const { nature, children } = process;
  if (nature.kind === 'forwarder') return children.slice(0, 1).flatMap(applicationsOf);
  if (nature.kind !== 'shell') return [process];
  const programs = nature.main.flatMap((place) => (children[place] ? applicationsOf(children[place]) : []));
  const isIdle = programs.every((one) => one.nature.kind === 'program' && one.nature.facts?.handler === 'none');
  return isIdle && nature.plan.traps.length > 0 ? [process] : programs;
}

function gracefulOf(root: Process, stop: Stop): boolean | null {
  const done = applicationsOf(root).map((process) => stop.hasRun(process));
  if (done.includes(false)) return false;
  return done.includes(null) ? null : done.length > 0;
}
