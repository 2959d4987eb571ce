/** What was seen, and the container as it was found. */
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

export interface Results {
  readonly measuredOn: string;
  readonly versions: Readonly<Record<string, string>>;
  /** Where the base images came from. */
  readonly bases: string;
  readonly cases: Readonly<Record<string, Measured>>;
}
