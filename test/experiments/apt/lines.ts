/** The install lines that are measured: lines.json, written by draw.ts. */

export interface Line {
  readonly release: string;
  readonly base: string;
  readonly names: readonly string[];
  readonly recommends: boolean;
  /** Drawn from public Dockerfiles, or chosen for what it shows. */
  readonly origin: 'drawn' | 'chosen';
  /** Constants are fitted on these lines alone. */
  readonly training: boolean;
}

export interface Draw {
  readonly seed: number;
  readonly drawnOn: string;
  /** Different calls, by names and flag, of the Dockerfiles that were read. */
  readonly calls: number;
  /** Calls with a variable, a file, an address or a version among their packages: not drawn from. */
  readonly notPlain: number;
  readonly drawn: number;
  /** Drawn calls that cannot be predicted, with the names that are in the way. */
  readonly unpredictable: readonly { readonly names: readonly string[]; readonly missing: readonly string[] }[];
}

export interface Lines {
  readonly draw: Draw;
  readonly lines: readonly Line[];
}
