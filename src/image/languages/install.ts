/** The terms in which the prediction of an install is asked for and given. */
import type { Amount, Size } from '../amount.js';
import type { NpmTable } from './npm-table.js';
import type { PypiTable } from './pypi-table.js';

/** The text of a file of the image; `null`: it is not there; undefined: it is not known what it says, or whether it is there. */
export type FileText = string | null | undefined;

/** Where and with what a call installs. */
export interface InstallSituation {
  readonly npm?: NpmTable | undefined;
  readonly pypi?: PypiTable | undefined;
  readonly library: 'glibc' | 'musl' | undefined;
  /** The tables were measured for amd64; on another machine, packages with files of its own are not known. */
  readonly isAmd64: boolean;
  /** Whether the environment leaves development dependencies out; undefined where it is not known. */
  readonly omitsDevelopment: boolean | undefined;
  /** The Python that installs: `3.13`. */
  readonly python: string | undefined;
  /** Python packages that earlier steps have installed, by their normalised names. */
  readonly installed: ReadonlySet<string>;
  /** A file at a path from the folder in which the call works. */
  textOf(path: string): FileText;
  /** The value of an environment variable; undefined where it is not set or not known. */
  variable(variable: string): string | undefined;
}

export interface KnownInstall extends Size {
  /** What of it is there for development only; undefined where nothing is. */
  readonly development: (Size & { readonly names: readonly string[] }) | undefined;
  /** What the manager would keep of its downloads. */
  readonly cache: Size;
  /** How many packages, each place that one takes counted. */
  readonly packages: number;
  /** Name and version of each, sorted: the same for the same files. */
  readonly names: readonly string[];
}

export interface UnknownInstall {
  /** Why. */
  readonly unknown: string;
}

export type InstallPrediction = KnownInstall | UnknownInstall;

/** Bytes in both ways, before anything is said of how sure they are. */
export interface Bytes {
  readonly unpacked: number;
  readonly compressed: number;
}

export function sumBytes(all: Iterable<Bytes>): Bytes {
  let [unpacked, compressed] = [0, 0];
  for (const one of all) {
    unpacked += one.unpacked;
    compressed += one.compressed;
  }
  return { unpacked, compressed };
}

/**
 * What the engine's gzip makes of a layer, as a share of what zlib makes of it at level 6, with which the tables were
 * measured; see test/experiments/languages.
 */
const ENGINE_GZIP = 1.022;

/** A size around some bytes; a spread is a share of them. */
export function around({ unpacked, compressed }: Bytes, spread: number): Size {
  return { unpacked: rangeAround(unpacked, spread), compressed: rangeAround(compressed * ENGINE_GZIP, spread) };
}

function rangeAround(bytes: number, spread: number): Amount {
  return { min: Math.max(0, Math.round(bytes * (1 - spread))), max: Math.round(bytes * (1 + spread)) };
}
