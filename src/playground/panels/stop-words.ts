/** What runs in a container and how it stops, in words. */
import type { ProcessPrediction, Receipt, StopOutcome } from '../../image/process/prediction.js';

/** Signals that people choose; any other one can stand in the file. */
export const STOP_SIGNALS = ['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGHUP', 'SIGUSR1', 'SIGUSR2', 'SIGWINCH', 'SIGKILL'];

export const HANDLERS = ['unsure', 'yes', 'no'] as const;
export type Handler = (typeof HANDLERS)[number];

export const HANDLER_TITLES: Readonly<Record<Handler, string>> = { unsure: 'I don’t know', yes: 'Yes', no: 'No' };

export interface ProcessChoice {
  readonly init: 'none' | 'docker-init';
  readonly handler: Handler;
  /** Undefined: as the image says. */
  readonly stopSignal: string | undefined;
}

export const FIRST_PROCESS_CHOICE: ProcessChoice = { init: 'none', handler: 'unsure', stopSignal: undefined };

/** Without `handlesSignal` it is the same for a program with a handler and for one without. */
export type OpenOutcome = Omit<StopOutcome, 'handlesSignal'> & Partial<Pick<StopOutcome, 'handlesSignal'>>;

/** The outcomes that an answer leaves open; one where both are the same. */
export function openOutcomes({ stop }: ProcessPrediction, handler: Handler): readonly OpenOutcome[] {
  if (handler !== 'unsure') return stop.filter(({ handlesSignal }) => handlesSignal === (handler === 'yes'));
  const outcomes = stop.map(({ handlesSignal: _, ...outcome }) => outcome);
  const [first, ...others] = outcomes.map((outcome) => JSON.stringify(outcome));
  return others.every((other) => other === first) ? outcomes.slice(0, 1) : stop;
}

export function outcomeTitle({ handlesSignal }: OpenOutcome, signal: string): string {
  if (handlesSignal === undefined) return `Whether it handles ${signal} or not`;
  return handlesSignal ? `It handles ${signal}` : `It does not handle ${signal}`;
}

export interface Verdict {
  readonly kind: 'graceful' | 'not-graceful' | 'unknown';
  readonly words: string;
}

export function verdictOf({ graceful, seconds, exitCode }: OpenOutcome): Verdict {
  const how = [secondsWords(seconds), exitCode === null ? 'exit code unknown' : `exit code ${exitCode}`].join(', ');
  if (graceful === null) return { kind: 'unknown', words: `Unknown whether it is graceful: ${how}` };
  return graceful
    ? { kind: 'graceful', words: `Graceful: ${how}` }
    : { kind: 'not-graceful', words: `Not graceful: ${how}` };
}

function secondsWords(seconds: number | null): string {
  if (seconds === null) return 'time unknown';
  return seconds === 0 ? 'it ends at once' : `it ends after ${seconds} s`;
}

const EFFECTS: Readonly<Record<NonNullable<Receipt['effect']>, string>> = {
  handled: 'its own code for it runs',
  'cut-off': 'its own code for it begins, and is cut off',
  ends: 'it ends',
  dropped: 'nothing happens',
  'passed-on': 'it passes it on',
  killed: 'it is killed',
};

export function effectWords({ effect }: Receipt): string {
  return effect === null ? 'what it does is unknown' : EFFECTS[effect];
}

/** Why it is so, without what the headline says already: which program is PID 1. */
export function reasonWords({ why, pid1 }: ProcessPrediction): string {
  return why.replace(`${pid1} is PID 1.`, '').trim();
}

export function zombieWords({ reapsZombies, pid1 }: ProcessPrediction): string {
  const name = pid1 ?? 'PID 1';
  if (reapsZombies === null) return 'Unknown whether processes that lose their parent are reaped.';
  return reapsZombies
    ? `${name} reaps processes that lose their parent: no zombies stay.`
    : `${name} does not reap processes that lose their parent: zombies stay.`;
}

/** Why there is nothing to stop; undefined where something runs, or may run. */
export function whyNothingRuns({ starts, keepsRunning }: ProcessPrediction): string | undefined {
  if (starts === false) return 'does not start';
  return keepsRunning === false ? 'ends by itself' : undefined;
}
