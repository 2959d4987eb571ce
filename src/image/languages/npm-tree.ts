/**
 * Where npm puts what an install brings. A package lands in the highest `node_modules` in which no other version of it
 * is in the way, so one version may be there several times. npm works from the top down, by names. What is left out: it
 * never moves a package that it has placed.
 */
import type { NpmNeed, NpmPackage, NpmTable } from './npm-table.js';

export interface TreeQuery {
  readonly table: NpmTable;
  /** What is asked for. */
  readonly needs: readonly NpmNeed[];
  /** Of packages for one C library, those for this one are installed; undefined where it is not known which it is. */
  readonly library: 'glibc' | 'musl' | undefined;
  /** Each package that is asked for keeps what it needs to itself, as programs do that are installed for everybody. */
  readonly isGlobal: boolean;
  /** Installs the peers that packages ask for, as npm 7 and newer do unless told otherwise. */
  readonly withPeers: boolean;
}

export interface NpmTree {
  /** Every place that a package takes; a package may be here more than once. */
  readonly placed: readonly NpmPackage[];
  /** What the table does not have, with the range. */
  readonly missing: readonly NpmNeed[];
}

const known = new WeakMap<NpmTable, Map<string, NpmTree>>();

/** A file is predicted many times with small changes: so many trees are kept. */
const MOST_KEPT = 50;

export function treeOf(query: TreeQuery): NpmTree {
  const { table, ...rest } = query;
  const trees = known.get(table) ?? new Map<string, NpmTree>();
  known.set(table, trees);
  const key = JSON.stringify(rest);
  const tree = trees.get(key) ?? new Tree(query).build();
  if (trees.size >= MOST_KEPT) trees.clear();
  trees.set(key, tree);
  return tree;
}

interface Place {
  readonly package: NpmPackage | undefined;
  readonly parent: Place | undefined;
  readonly depth: number;
  /** The names of it and all above it, for the order of work. */
  readonly path: string;
  readonly children: Map<string, Place>;
}

/** A need that was met. */
interface Edge {
  readonly from: Place;
  readonly range: string;
}

class Tree {
  private readonly root: Place = { package: undefined, parent: undefined, depth: 0, path: '', children: new Map() };
  private readonly edges = new Map<string, Edge[]>();
  private readonly missing: NpmNeed[] = [];
  private readonly placed: NpmPackage[] = [];
  private readonly waiting = new Waiting();

  constructor(private readonly query: TreeQuery) {}

  build(): NpmTree {
    for (const need of byName(this.query.needs)) this.meet(this.root, need, this.root);
    for (let place = this.waiting.next(); place; place = this.waiting.next()) this.meetAll(place);
    return { placed: this.placed, missing: this.missing };
  }

  private meetAll(place: Place): void {
    for (const need of byName(place.package?.depends ?? [])) this.meet(place, need, place);
    if (this.query.withPeers)
      for (const need of byName(place.package?.peers ?? [])) this.meet(place, need, place.parent ?? place);
  }

  /** Finds a package for a need, or places one at `lowest` or above it. */
  private meet(from: Place, need: NpmNeed, lowest: Place): void {
    const { table, library } = this.query;
    const forLibrary = table.libraryOf(need.name);
    if (forLibrary !== undefined && library !== undefined && forLibrary !== library) return;
    const there = visibleFrom(lowest, need.name);
    const isMet = there?.package !== undefined && table.allows(there.package.version, need.range);
    if (!isMet) {
      const found = table.find(need);
      if (!found) {
        this.missing.push(need);
        return;
      }
      this.place(found, this.highest(found, lowest));
    }
    const known = this.edges.get(need.name);
    if (known) known.push({ from, range: need.range });
    else this.edges.set(need.name, [{ from, range: need.range }]);
  }

  private place(one: NpmPackage, parent: Place): void {
    // A peer may meet another version of itself where it has to be: then one of both wins, and npm says so.
    if (parent.children.has(one.name)) return;
    const path = `${parent.path}/${one.name}`;
    const place: Place = { package: one, parent, depth: parent.depth + 1, path, children: new Map() };
    parent.children.set(one.name, place);
    this.placed.push(one);
    this.waiting.add(place);
  }

  /** The highest place that a package can have. */
  private highest(one: NpmPackage, lowest: Place): Place {
    let highest = lowest;
    for (let place = lowest.parent; place && this.isFree(place, one); place = place.parent) highest = place;
    return highest;
  }

  private isFree(place: Place, { name, version }: NpmPackage): boolean {
    if (this.query.isGlobal && place === this.root) return false;
    if (place.children.has(name)) return false;
    const known = this.edges.get(name) ?? [];
    return !known.some(
      ({ from, range }) =>
        isBelow(from, place) && !this.isShadowed(from, place, name) && !this.query.table.allows(version, range),
    );
  }

  /** Whether what is at or below `place` hides what would be put there from `from`. */
  private isShadowed(from: Place, place: Place, name: string): boolean {
    for (let one: Place | undefined = from; one && one !== place; one = one.parent)
      if (one.children.has(name)) return true;
    return false;
  }
}

/** Places whose needs are still to be met: the highest first, and by names. */
class Waiting {
  /** By depth; each sorted backwards, so that the next one is the last. */
  private readonly byDepth: Place[][] = [];

  add(place: Place): void {
    const level = this.byDepth[place.depth] ?? [];
    this.byDepth[place.depth] = level;
    let [low, high] = [0, level.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((level[middle]?.path ?? '') > place.path) low = middle + 1;
      else high = middle;
    }
    level.splice(low, 0, place);
  }

  next(): Place | undefined {
    return this.byDepth.find((level) => level?.length > 0)?.pop();
  }
}

function visibleFrom(place: Place, name: string): Place | undefined {
  for (let one: Place | undefined = place; one; one = one.parent) {
    const child = one.children.get(name);
    if (child) return child;
  }
  return undefined;
}

function isBelow(place: Place, above: Place): boolean {
  for (let one: Place | undefined = place; one; one = one.parent) if (one === above) return true;
  return false;
}

function byName(needs: readonly NpmNeed[]): NpmNeed[] {
  return [...needs].sort((one, other) => (one.name < other.name ? -1 : 1));
}
