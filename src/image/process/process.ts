/** Processes of a container, with what decides about signals. `read-process.ts` makes them, `stop.ts` stops them. */
import type { ProgramFacts } from './known-programs.js';
import type { ShellPlan, ShellProgram } from './shell-plan.js';
import type { Signal } from './signals.js';

export interface Process {
  /** The program, without its folder. */
  readonly command: string;
  readonly words: readonly string[];
  readonly nature: Program | Forwarder | Shell | Unknown;
  readonly children: readonly Process[];
  /** How it came to be there: a sentence, or nothing. */
  readonly why?: string;
}

/** The application, or a helper beside it. */
export interface Program {
  readonly kind: 'program';
  readonly facts: ProgramFacts | undefined;
  /** Seconds until it ends by itself, where it is known to. */
  readonly lifetime: number | undefined;
}

/** An init, a launcher or a package manager: it starts one process and stays in front of it. */
export interface Forwarder {
  readonly kind: 'forwarder';
  /** `group`: all that it started; `none`: it has no handler; undefined: not known. */
  readonly passesOn: (signal: Signal) => 'child' | 'group' | 'none' | undefined;
  /** What it sends instead of a signal; undefined: nothing. */
  readonly rewrites?: (signal: Signal) => Signal | undefined;
  /** Its exit code when its child has ended; null: not known. */
  readonly exitCode: (child: ChildEnd) => number | null;
  /** Waits so many seconds for its child, whether it has ended or not, and then kills it. */
  readonly waits?: number;
  /** It signals all that is below it once its child has ended, if it is PID 1. */
  readonly signalsOrphans?: boolean | null;
  readonly reaps: boolean | null;
  /** What its runtime does with a signal that it does not pass on. */
  readonly facts?: ProgramFacts;
}

export interface ChildEnd {
  readonly exitCode: number | null;
  /** The signal that it died of. */
  readonly by: Signal | undefined;
  /** The forwarder is PID 1. */
  readonly isPid1: boolean;
  /** Everything below the forwarder was signalled at once. */
  readonly isGroup: boolean;
}

export interface Shell {
  readonly kind: 'shell';
  readonly program: ShellProgram;
  readonly plan: ShellPlan;
  /** The application among its children, by their places. */
  readonly main: readonly number[];
}

/** Something whose doings are not known, or were not measured. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly reason: string;
}

export function unknownProcess(words: readonly string[], command: string, reason: string): Process {
  return { command, words, nature: { kind: 'unknown', reason }, children: [] };
}
