/**
 * What an install writes beside the files of its packages: the databases of dpkg and debconf and the linker's caches,
 * which are written anew as a whole, logs, Python's bytecode, and what some maintainer scripts make.
 *
 * The constants come from the training lines of test/experiments/apt, whose results tell what no package lists
 * (`unlisted`) apart from the rest.
 */
import { MADE_BY_SCRIPTS } from '../../data/packages/made-by-scripts.js';
import type { PackageSize, PackageTable } from './table.js';

export interface WrittenBytes {
  readonly unpacked: number;
  readonly compressed: number;
}

export interface WrittenQuery {
  readonly table: PackageTable;
  readonly installed: ReadonlySet<string>;
  readonly added: readonly string[];
}

const HEADER = 512;

/** How far gzip gets with each kind of content: compressed bytes for each byte of it. */
const COMPRESSED = { status: 0.27, templates: 0.255, libraryCache: 0.25, logs: 0.15, bytecode: 0.39 } as const;

/** Entries of the folders that an install touches, and the files of fixed size that it writes. */
const ONCE: WrittenBytes = { unpacked: 20_000, compressed: 9_000 };

/** dpkg's and apt's logs and apt's own notes, for each package. */
const LOGGED = 1_000;

/** Bytecode for each byte of source, by the release's Python: 3.13 and 3.11. */
const BYTECODE: Readonly<Record<string, number>> = { '13': 1.08, '12': 1.176 };

/** debconf's answers, beside the templates: config.dat and its predecessor. */
const ANSWERS = 2 * (16_500 + HEADER);

/** Packages of which the table knows nothing have an entry of this size. */
const USUAL_STATUS = 1_000;

/** Sums up what is written beside the packages' files. */
export function writtenBy(query: WrittenQuery): WrittenBytes {
  const parts = [ONCE, logs(query), status(query), answers(query), libraryCaches(query), bytecode(query), made(query)];
  return {
    unpacked: parts.reduce((sum, part) => sum + part.unpacked, 0),
    compressed: parts.reduce((sum, part) => sum + part.compressed, 0),
  };
}

function of(unpacked: number, share: number): WrittenBytes {
  return { unpacked, compressed: unpacked * share };
}

const NOTHING: WrittenBytes = { unpacked: 0, compressed: 0 };

function logs({ added }: WrittenQuery): WrittenBytes {
  return of(LOGGED * added.length, COMPRESSED.logs);
}

/** `status` names every package that is installed then; dpkg keeps the file before it as `status-old`. */
function status(query: WrittenQuery): WrittenBytes {
  const entries = sumOfAll(query, (size) => size?.status ?? USUAL_STATUS);
  return of(2 * (HEADER + entries), COMPRESSED.status);
}

/** debconf's database has the templates of every package that asks it anything. */
function answers(query: WrittenQuery): WrittenBytes {
  const { table, added } = query;
  if (!added.some((name) => table.sizeOf(name)?.templates !== undefined)) return NOTHING;
  const templates = sumOfAll(query, (size) => size?.templates ?? 0);
  return of(2 * (HEADER + templates) + ANSWERS, COMPRESSED.templates);
}

/** ldconfig writes its caches anew where a package brings a library. */
function libraryCaches(query: WrittenQuery): WrittenBytes {
  const { table, added } = query;
  if (!added.some((name) => table.sizeOf(name)?.libraryCache)) return NOTHING;
  return of(
    sumOfAll(query, (size) => size?.libraryCache ?? 0),
    COMPRESSED.libraryCache,
  );
}

/** Without Python nothing compiles. */
function bytecode({ table, installed, added }: WrittenQuery): WrittenBytes {
  const hasPython = added.includes('python3-minimal') || installed.has('python3-minimal');
  const sources = added.reduce((sum, name) => sum + (table.sizeOf(name)?.python ?? 0), 0);
  return hasPython ? of((BYTECODE[table.release] ?? 1) * sources, COMPRESSED.bytecode) : NOTHING;
}

function made({ added }: WrittenQuery): WrittenBytes {
  const parts = added.map((name) => MADE_BY_SCRIPTS[name.replace(/\d.*/, '#')] ?? MADE_BY_SCRIPTS[name] ?? NOTHING);
  return {
    unpacked: parts.reduce((sum, part) => sum + part.unpacked, 0),
    compressed: parts.reduce((sum, part) => sum + part.compressed, 0),
  };
}

function sumOfAll({ table, installed, added }: WrittenQuery, bytes: (size: PackageSize | undefined) => number): number {
  let sum = 0;
  for (const name of installed) sum += bytes(table.sizeOf(name));
  for (const name of added) sum += bytes(table.sizeOf(name));
  return sum;
}
