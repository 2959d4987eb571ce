/** From an index and measured packages to the text of a table: which packages are in it, and what it says of each. */
import { TABLES_DATE } from '../../src/data/date.js';
import type { ImagePackages } from '../../src/data/packages/image-packages.js';
import { type Alternatives, closureOf } from '../../src/image/packages/closure.js';
import { type PackageRow, type PackageSize, type PackageTableFile, UNITS } from '../../src/image/packages/table.js';
import { graphOf, type IndexPackage } from './debian-index.js';
import type { MeasuredPackage } from './measure-deb.js';

type Index = ReadonlyMap<string, IndexPackage>;

/** How many of the counted names a table takes. */
const MOST_INSTALLED = 500;

/** Debian's image of this release is made with /usr merged, so nothing has to merge it: usrmerge would bring Perl. */
const BOOTSTRAPPED: Readonly<Record<string, readonly string[]>> = { '12': ['usr-is-merged'] };

export interface ChosenNames {
  /** Names that Dockerfiles install most or that this project names, if the release has them: real, or of one provider. */
  readonly installed: readonly string[];
  /** Counted names further up than the last of these that the release does not have. */
  readonly absent: readonly string[];
  /** What Debian's own image has: what is required, apt, and their dependencies. */
  readonly base: readonly string[];
  /** What official images add to it. */
  readonly images: readonly string[];
}

export interface ChooseQuery {
  readonly index: Index;
  /** The most installed first. */
  readonly counted: readonly string[];
  /** Taken along, counted or not. */
  readonly often: readonly string[];
  readonly images: Readonly<Record<string, ImagePackages>>;
  readonly release: string;
}

/** Chooses the names that a table is built around. */
export function chooseNames({ index, counted, often, images, release }: ChooseQuery): ChosenNames {
  const graph = graphOf(index);
  const isThere = (name: string) => index.has(name) || graph.providersOf(name).length === 1;
  const installed = counted.filter(isThere).slice(0, MOST_INSTALLED);
  const named = often.filter((name) => isThere(name) && !installed.includes(name));
  const last = counted.indexOf(installed.at(-1) ?? '');
  const absent = counted.slice(0, last).filter((name) => !isThere(name));
  const required = [...index.values()].filter(({ priority }) => priority === 'required').map(({ name }) => name);
  const names = [...required, 'apt', ...(BOOTSTRAPPED[release] ?? [])];
  const base = closureOf({ graph, installed: new Set(), names, recommends: false }).added;
  const inImages = Object.values(images).flatMap((image) => (image.release === release ? image.packages : []));
  return { installed: [...installed, ...named], absent, base: [...base].sort(), images: [...new Set(inImages)] };
}

/** Every package that the table must have, by name. */
export function namesWithClosure(index: Index, chosen: ChosenNames): string[] {
  const graph = graphOf(index);
  const all = new Set(chosen.base);
  const installed = new Set(chosen.base);
  for (const name of [...chosen.installed, ...chosen.images])
    for (const recommends of [false, true])
      for (const added of closureOf({ graph, installed, names: [name], recommends }).added) all.add(added);
  return [...all].sort();
}

export interface TableQuery {
  readonly release: string;
  readonly codename: string;
  readonly index: Index;
  readonly chosen: ChosenNames;
  readonly names: readonly string[];
  readonly measured: ReadonlyMap<string, MeasuredPackage>;
}

/** The JSON of a table, one package a line. */
export function tableText(query: TableQuery): string {
  const { index, chosen, codename, release, names } = query;
  const known = new Set(names);
  const virtual = virtualOf(index, known, chosen.installed);
  const rows = rowsOf(query, (name) => known.has(name) || Object.hasOwn(virtual, name));
  const head: Omit<PackageTableFile, 'packages'> = {
    release,
    architecture: 'amd64',
    source: `Debian ${release} (${codename}, ${codename}-updates, ${codename}-security): index and packages`,
    chosen: `${chosen.installed.length} names that Dockerfiles install most (installed-most.json, often-named.ts), what official images add (image-packages.ts), and what these depend on or recommend`,
    readOn: TABLES_DATE,
    columns: Object.keys(UNITS),
    absent: chosen.absent,
    base: chosen.base,
    virtual,
  };
  return `${JSON.stringify(head).slice(0, -1)},"packages":[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]}\n`;
}

/**
 * Names that other packages provide, as far as a dependency or a Dockerfile names them; real ones too, where a provider
 * stands for them.
 */
function virtualOf(
  index: Index,
  known: ReadonlySet<string>,
  asked: readonly string[],
): Record<string, readonly string[]> {
  const graph = graphOf(index);
  const named = [...known].flatMap((name) => [graph.dependsOf(name), graph.recommendsOf(name)]);
  const wanted = new Set([...asked, ...named.flatMap((groups) => groups?.flat() ?? [])]);
  const providersOf = (name: string) => graph.providersOf(name).filter((one) => known.has(one) && one !== name);
  const names = [...wanted].filter((name) => providersOf(name).length > 0).sort();
  return Object.fromEntries(names.map((name) => [name, providersOf(name)]));
}

function rowsOf({ index, chosen, names, measured }: TableQuery, isKnown: (name: string) => boolean): PackageRow[] {
  const base = new Set(chosen.base);
  const shared = new Set(chosen.base.flatMap((name) => measured.get(name)?.directories.map(([path]) => path) ?? []));
  const text = (groups: readonly Alternatives[]) =>
    groups
      .map((group) => group.filter(isKnown))
      .filter((group) => group.length > 0 && !group.some((name) => base.has(name)))
      .map((group) => group.join('|'))
      .join(' ');
  return names.flatMap((name) => {
    const one = measured.get(name);
    const entry = index.get(name);
    if (!one || !entry) return [];
    return [[name, text(entry.depends), text(entry.recommends), ...numbersOf(one, shared, measured)]];
  });
}

/** The numbers of a row. A directory that Debian's own image has is not the package's. */
function numbersOf(
  one: MeasuredPackage,
  shared: ReadonlySet<string>,
  measured: TableQuery['measured'],
): readonly number[] {
  const own = one.directories.filter(([path]) => !shared.has(path));
  const kept = own.filter(([, isKept]) => isKept).length;
  const compiled = one.compiles.map((name) => measured.get(name)?.python ?? 0);
  const size: Record<keyof PackageSize, number> = {
    unpacked: one.kept.tar + 512 * kept + one.alternatives,
    compressed: one.kept.gzip + 40 * kept,
    documentation: one.docs.tar + 512 * (own.length - kept),
    compressedDocumentation: one.docs.gzip + 40 * (own.length - kept),
    status: one.status,
    libraryCache: one.libraryCache,
    templates: one.templates === undefined ? 0 : one.templates + UNITS.templates,
    python: compiled.reduce((sum, bytes) => sum + bytes, 0),
  };
  const numbers = (Object.keys(UNITS) as (keyof PackageSize)[]).map((column) => rounded(size[column] / UNITS[column]));
  return numbers.slice(0, numbers.findLastIndex((number) => number !== 0) + 1);
}

/** To three digits: what a table of this size can hold, and far better than the rest of the prediction. */
function rounded(number: number): number {
  return Math.round(Number(number.toPrecision(3)));
}
