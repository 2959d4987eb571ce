/** What was seen, and the container as it was found. */
import type { Recorded } from '../versions.js';

export interface Measured {
  /** Of `docker stop` with its own grace period. */
  readonly seconds: number;
  readonly exitCode: number;
  /** The program said that its shutdown code runs. */
  readonly handled: boolean;
  /** As `docker top` had it: `docker-init(sh(app))`; empty where nothing ran any more. */
  readonly tree: string;
  /** Counted by programs that make five orphans. */
  readonly zombies?: number;
}

export interface Results extends Recorded {
  readonly cases: Readonly<Record<string, Measured>>;
}
