/** What a container of an image runs, and what `docker stop` does to it. `null` is unknown, everywhere. */
export interface ProcessPrediction {
  /** The program that is PID 1, without its folder. */
  readonly pid1: string | null;
  /** PID 1 and what it starts, as far as known; empty where nothing is known, or nothing runs any more. */
  readonly tree: readonly ProcessNode[];
  /** As `docker stop` sends it first: `SIGTERM`. */
  readonly stopSignal: string;
  /** Two: for a program without a handler for the stop signal, and for one with. */
  readonly stop: readonly StopOutcome[];
  /** Whether PID 1 waits for processes that lost their parent. */
  readonly reapsZombies: boolean | null;
  /** Whether Docker finds something to start. It says nothing of what the program makes of its arguments. */
  readonly starts: boolean | null;
  /** Whether it goes on until it is stopped; false where everything has ended before anybody could stop it. */
  readonly keepsRunning: boolean | null;
  readonly why: string;
}

export interface ProcessNode {
  /** The program, without its folder. */
  readonly command: string;
  /** Its whole command line, as far as the Dockerfile tells. */
  readonly words: readonly string[];
  readonly children: readonly ProcessNode[];
}

export interface StopOutcome {
  /** Whether the program has a handler of its own for the stop signal. */
  readonly handlesSignal: boolean;
  /** Until the container has ended: 0 for at once, the grace period where it has to pass. A handler takes no time here. */
  readonly seconds: number | null;
  readonly exitCode: number | null;
  /** The program's own shutdown code runs to its end. */
  readonly graceful: boolean | null;
  /** In the order in which it happens. */
  readonly receives: readonly Receipt[];
  readonly why: string;
}

/** A signal that reaches a process. */
export interface Receipt {
  readonly command: string;
  readonly signal: string;
  /** `docker`, `kernel`, or the command that passes it on. */
  readonly from: string;
  /**
   * `handled`: its own code runs; `cut-off`: it begins to, and everything may be killed meanwhile; `ends`: it dies of it;
   * `dropped`: PID 1 without a handler, or a signal that does nothing; `passed-on`: to its children; `killed`: SIGKILL.
   */
  readonly effect: 'handled' | 'cut-off' | 'ends' | 'dropped' | 'passed-on' | 'killed' | null;
}

/** What `docker stop` waits, in seconds, unless it is told otherwise: Docker's own, on Linux. */
export const GRACE_PERIOD = 10;

export interface ProcessOptions {
  /** `docker-init` is what `docker run --init` puts in front. */
  readonly init?: 'none' | 'docker-init';
  /** Of `docker run --stop-signal`; else STOPSIGNAL, that of the base image, or SIGTERM. */
  readonly stopSignal?: string;
  /** Seconds, of `docker stop --timeout`; else `GRACE_PERIOD`. */
  readonly gracePeriod?: number;
  /** `docker run --interactive --tty`: shells and prompts find somebody to read from. */
  readonly interactive?: boolean;
}
