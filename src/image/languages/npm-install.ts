/** What a call of npm installs. */
import type { PackageCall } from '../../model/index.js';
import { type Size, UNKNOWN } from '../amount.js';
import {
  around,
  type Bytes,
  type InstallPrediction,
  type InstallSituation,
  type KnownInstall,
  sumBytes,
  type UnknownInstall,
} from './install.js';
import { type LockedPlace, lockOf, readLockedPlaces, readProject } from './node-project.js';
import { isSkipped } from './npm-scripts.js';
import type { NpmNeed, NpmPackage, NpmTable } from './npm-table.js';
import { treeOf } from './npm-tree.js';
import { cachedBytes, filesBytes, type WhatIsWritten } from './npm-written.js';

/** How far predictions were off, as a share of them; see test/experiments/languages. */
const SPREAD = 0.03;

/**
 * The registry's descriptions of packages grow with every version that is published, and npm asks for some more than it
 * installs (optional peers).
 */
const CACHE_SPREAD = 0.1;

/** How far another version of a package may be from the one that the table has, as a share of it. */
const OTHER_VERSION = 0.5;

export function predictNpmInstall(call: PackageCall, situation: InstallSituation): InstallPrediction {
  const { npm: table } = situation;
  if (!table) return { unknown: 'the table of npm packages is not there' };
  const wanted = wantedBy(call, situation, table);
  if ('unknown' in wanted) return wanted;
  const query = { call, situation, table, wanted };
  const production = placesFor(query, false);
  if ('unknown' in production) return production;
  const everything = wanted.development.length === 0 ? production : placesFor(query, true);
  if ('unknown' in everything && !wanted.omitsDevelopment) return everything;
  const all = wanted.omitsDevelopment || 'unknown' in everything ? production : everything;
  const hasDevelopment = all !== production;
  const spread = spreadOf(all);
  const total = filesBytes(all.placed, wanted);
  return {
    ...around(total, spread),
    development: hasDevelopment
      ? developmentPart(total, filesBytes(production.placed, wanted), all, production)
      : undefined,
    cache: cacheOf(query, all, everything),
    packages: all.placed.length,
    names: namesOf(all.placed),
  };
}

/** npm works out the whole tree, and so asks about packages that it then leaves out. */
function cacheOf({ table, wanted }: PlacesQuery, installed: Places, everything: Places | UnknownInstall): Size {
  if (wanted.asksForVersions && 'unknown' in everything) return UNKNOWN;
  const described = wanted.asksForVersions && !('unknown' in everything) ? everything.placed : [];
  return around(cachedBytes(installed.placed, described, table.descriptionsLeft), spreadOf(installed) + CACHE_SPREAD);
}

/** What is there beside what production needs. */
function developmentPart(total: Bytes, needed: Bytes, all: Places, production: Places): KnownInstall['development'] {
  const difference = {
    unpacked: Math.max(0, total.unpacked - needed.unpacked),
    compressed: Math.max(0, total.compressed - needed.compressed),
  };
  const known = new Set(namesOf(production.placed));
  return { ...around(difference, spreadOf(all)), names: namesOf(all.placed).filter((name) => !known.has(name)) };
}

function namesOf(placed: readonly NpmPackage[]): string[] {
  return placed.map(({ name, version }) => `${name}@${version}`).sort();
}

/** What is to be installed. */
interface Wanted extends WhatIsWritten {
  readonly production: readonly NpmNeed[];
  readonly development: readonly NpmNeed[];
  readonly omitsDevelopment: boolean;
  /** What the lock file says, where its text is known. */
  readonly locked: readonly LockedPlace[] | undefined;
  /** Versions come from a lock file whose text is not known. */
  readonly isApproximate: boolean;
  /** npm asks the registry for all versions, because no lock file tells which to take. */
  readonly asksForVersions: boolean;
}

function wantedBy(call: PackageCall, situation: InstallSituation, table: NpmTable): Wanted | UnknownInstall {
  if (call.command.name === 'xargs') return { unknown: 'it can’t be seen what xargs adds' };
  const odd = call.packages.find(({ kind }) => kind !== 'name');
  if (odd) return { unknown: `it can’t be seen what ${odd.word.text} is` };
  if (call.options.has('-w', '--workspace', '--workspaces')) return { unknown: 'the project has workspaces' };
  const named = call.packages.map(({ name, version }): NpmNeed => ({ name, range: version ?? 'latest' }));
  const absent = named.find(({ name }) => !table.newest(name));
  if (absent) return { unknown: `no table has the size of ${absent.name}` };
  const simple = {
    development: [],
    omitsDevelopment: false,
    locked: undefined,
    isApproximate: false,
    asksForVersions: true,
    ...writtenBy(call, true),
  };
  if (call.isGlobal) return { ...simple, production: named };
  const manifest = situation.textOf('package.json');
  if (manifest === null && named.length > 0) return { ...simple, production: named };
  if (manifest === null) return { unknown: 'there is no package.json' };
  if (manifest === undefined) return { unknown: 'it is not known what package.json says' };
  const project = readProject(manifest);
  if (typeof project === 'string') return { unknown: project };
  return withProject(call, situation, project, named);
}

function writtenBy({ isGlobal }: PackageCall, writesLock: boolean): WhatIsWritten {
  return { isGlobal, writesLock: writesLock && !isGlobal };
}

function withProject(
  call: PackageCall,
  situation: InstallSituation,
  project: Exclude<ReturnType<typeof readProject>, string>,
  named: readonly NpmNeed[],
): Wanted | UnknownInstall {
  const omits = omitsDevelopment(call, situation);
  if (omits === undefined && project.development.length > 0)
    return { unknown: 'it is not known whether development dependencies are left out' };
  const lock = lockOf((path) => situation.textOf(path));
  const locked = typeof lock === 'string' && named.length === 0 ? readLockedPlaces(lock) : undefined;
  return {
    production: [...project.production.filter(({ name }) => !named.some((one) => one.name === name)), ...named],
    development: project.development,
    omitsDevelopment: omits === true,
    locked,
    isApproximate: lock !== null && !locked,
    asksForVersions: lock === null,
    ...writtenBy(call, call.isLocked !== true && (lock === null || named.length > 0)),
  };
}

function omitsDevelopment(call: PackageCall, situation: InstallSituation): boolean | undefined {
  if (call.omitsDevelopment) return true;
  return call.options.values('--include').includes('dev') ? false : situation.omitsDevelopment;
}

interface Places {
  readonly placed: readonly NpmPackage[];
  /** Those of which the table has another version than the one that is installed. */
  readonly inOtherVersions: ReadonlySet<NpmPackage>;
}

interface PlacesQuery {
  readonly call: PackageCall;
  readonly situation: InstallSituation;
  readonly table: NpmTable;
  readonly wanted: Wanted;
}

function placesFor({ call, situation, table, wanted }: PlacesQuery, withDevelopment: boolean): Places | UnknownInstall {
  const needs = withDevelopment ? [...wanted.production, ...wanted.development] : wanted.production;
  const locked = wanted.locked?.filter(({ isForDevelopment }) => withDevelopment || !isForDevelopment);
  const places = locked ? lockedPlaces(locked, situation, table) : newestPlaces(wanted, needs, call, situation, table);
  return 'unknown' in places ? places : (problemWith(places.placed, call, situation, table) ?? places);
}

function lockedPlaces(
  locked: readonly LockedPlace[],
  { library }: InstallSituation,
  table: NpmTable,
): Places | UnknownInstall {
  const placed: NpmPackage[] = [];
  const inOtherVersions = new Set<NpmPackage>();
  for (const { name, version, libraries } of locked) {
    if (libraries && library === undefined) return { unknown: `${name} depends on the C library of the base image` };
    if (libraries && !libraries.includes(library ?? '')) continue;
    const exact = table.find({ name, range: version });
    const found = exact ?? table.newest(name);
    if (!found) return { unknown: `no table has the size of ${name}` };
    placed.push(found);
    if (!exact) inOtherVersions.add(found);
  }
  return { placed, inOtherVersions };
}

function newestPlaces(
  { isApproximate }: Wanted,
  needs: readonly NpmNeed[],
  call: PackageCall,
  { library }: InstallSituation,
  table: NpmTable,
): Places | UnknownInstall {
  const others = needs.filter((need) => !table.find(need));
  const known = needs.map((need) => (others.includes(need) ? { name: need.name, range: '*' } : need));
  const withPeers = !call.options.has('--legacy-peer-deps');
  const { placed, missing } = treeOf({ table, needs: known, library, isGlobal: call.isGlobal, withPeers });
  const gone = missing.find(({ name }) => !table.newest(name));
  if (gone) return { unknown: `no table has the size of ${gone.name}` };
  const unmet = missing.flatMap(({ name }) => table.newest(name) ?? []);
  const names = new Set(others.map(({ name }) => name));
  const isOther = (one: NpmPackage) => isApproximate || names.has(one.name) || unmet.includes(one);
  return { placed: [...placed, ...unmet], inOtherVersions: new Set([...placed, ...unmet].filter(isOther)) };
}

/** What makes the files of an install unknowable. */
function problemWith(
  placed: readonly NpmPackage[],
  call: PackageCall,
  situation: InstallSituation,
  table: NpmTable,
): UnknownInstall | undefined {
  const runsScripts = !call.options.has('--ignore-scripts');
  for (const { name } of placed) {
    const script = runsScripts && !isSkipped(name, situation.variable) ? table.scriptOf(name) : undefined;
    if (script !== undefined) return { unknown: `${name}: ${script}` };
    if (!table.isForMachine(name)) continue;
    if (!situation.isAmd64) return { unknown: `${name} was measured on amd64 only` };
    if (table.libraryOf(name) !== undefined && situation.library === undefined)
      return { unknown: `${name} depends on the C library of the base image` };
  }
  const leavesOptional = call.options.values('--omit').includes('optional') || call.options.has('--no-optional');
  return leavesOptional ? { unknown: 'no table says which packages are optional' } : undefined;
}

/** The more of it is of other versions, the less sure it is. */
function spreadOf({ placed, inOtherVersions }: Places): number {
  const all = sumBytes(placed.map(({ size }) => size)).unpacked;
  const others = sumBytes([...inOtherVersions].map(({ size }) => size)).unpacked;
  return SPREAD + (all === 0 ? 0 : (OTHER_VERSION * Math.min(others, all)) / all);
}
