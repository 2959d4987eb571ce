/**
 * What npm writes beside the files of packages: folders, links of programs, its lock files, and its cache. The constants
 * are those of npm 11, from test/experiments/languages.
 */
import { type Size, upTo } from '../amount.js';
import { around, type Bytes, sumBytes } from './install.js';
import type { NpmPackage } from './npm-table.js';

const BLOCK = 512;

/** An entry of a lock file: address, sum, licence, dependencies. Bytes. */
const LOCK_ENTRY = 480;

/** What gzip leaves of a lock file, whose names and addresses packages have too, and of the header of a link or folder. */
const LOCK_LEFT = 0.1;
const HEADER_LEFT = 0.12;

/** What one gzip of all packages saves of each, for licences and other words are the same in many. Bytes. */
const SHARED = 600;

export interface WhatIsWritten {
  readonly isGlobal: boolean;
  /** It writes a package-lock.json, and package.json. */
  readonly writesLock: boolean;
}

export function filesBytes(placed: readonly NpmPackage[], { isGlobal, writesLock }: WhatIsWritten): Bytes {
  const files = sumBytes(placed.map(({ size }) => size));
  const links = placed.reduce((sum, { size }) => sum + size.programs, 0);
  const headers = (links + 4) * BLOCK;
  const locks = isGlobal ? 0 : LOCK_ENTRY * placed.length * (writesLock ? 2 : 1);
  const saved = Math.min(SHARED * (placed.length - 1), files.compressed * MOST_SHARED);
  return {
    unpacked: files.unpacked + headers + locks,
    compressed: files.compressed - saved + headers * HEADER_LEFT + locks * LOCK_LEFT,
  };
}

const MOST_SHARED = 0.2;

/**
 * Each answer of the registry is two files in three folders each, of which the first is one of 256: the answer, under a
 * name that is too long for one header, and an entry of two blocks that says what it is. Sums and names hardly compress.
 */
const ANSWER = { unpacked: 8 * BLOCK, compressed: 1200 } as const;
const FIRST_FOLDERS = 256;

/** What npm's log says of a package. Bytes. */
const LOG = { unpacked: 800, compressed: 90 } as const;

/** npm keeps the archives of what it installs, and what the registry says of all versions where it asks for them. */
export function cachedBytes(
  installed: readonly NpmPackage[],
  asked: readonly NpmPackage[],
  descriptionsLeft: number,
): Bytes {
  const archives = new Map(installed.map((one) => [`${one.name}@${one.version}`, one.size]));
  const described = new Map(asked.map((one) => [one.name, one.size]));
  const sum = <T>(all: Iterable<T>, bytes: (one: T) => number) =>
    [...all].reduce((total, one) => total + bytes(one), 0);
  const answers = archives.size + sum(described.values(), ({ others }) => 1 + others);
  const kept = sum(archives.values(), ({ compressed, archiveMore }) => compressed + archiveMore);
  const said = sum(described.values(), ({ descriptions }) => descriptions);
  const log = Math.max(installed.length, asked.length);
  const folders = 2 * FIRST_FOLDERS * (1 - Math.exp(-answers / FIRST_FOLDERS)) * BLOCK;
  return {
    unpacked: kept + said + folders + answers * ANSWER.unpacked + log * LOG.unpacked,
    compressed: kept + said * descriptionsLeft + answers * ANSWER.compressed + log * LOG.compressed,
  };
}

/**
 * Bytecode that npm keeps of its own program in /tmp/node-compile-cache: npm 11 and 10.9.2 do (npm/cli#7901, #7924), with
 * a Node.js that can (22.8). Which parts of npm are compiled depends on what it is asked.
 */
const BYTECODE = { unpacked: 1_480_000, compressed: 420_000 } as const;
const FIRST_NODE = 22;

/** `node` is the major version of Node.js; undefined where it is not known. */
export function bytecodeOfNpm(node: number | undefined): Size | undefined {
  if (node !== undefined && node < FIRST_NODE) return undefined;
  const size = around(BYTECODE, BYTECODE_SPREAD);
  return node === undefined ? upTo(size) : size;
}

const BYTECODE_SPREAD = 0.1;
