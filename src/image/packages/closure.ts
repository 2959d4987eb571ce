/**
 * What apt installs for a list of names: the packages themselves, what they depend on, and, unless told otherwise, what
 * all of these recommend. Of alternatives it takes one that is there or already chosen, else the first. A virtual
 * package is whichever package provides it. Conflicts and versions are left out: the table is of one release, whose
 * packages agree with each other.
 */

/** One of the alternatives satisfies the dependency. */
export type Alternatives = readonly string[];

/** Where the closure looks packages up. */
export interface PackageGraph {
  dependsOf(name: string): readonly Alternatives[] | undefined;
  recommendsOf(name: string): readonly Alternatives[] | undefined;
  /** Packages that provide a virtual one, the likeliest first. */
  providersOf(name: string): readonly string[];
}

export interface ClosureQuery {
  readonly graph: PackageGraph;
  readonly installed: ReadonlySet<string>;
  readonly names: readonly string[];
  readonly recommends: boolean;
}

export interface Closure {
  /** What apt adds, in the order in which it is chosen. */
  readonly added: readonly string[];
  /** Names, asked for or depended on, of which the graph knows nothing. */
  readonly missing: readonly string[];
}

/** Works out what is added to what is installed. */
export function closureOf(query: ClosureQuery): Closure {
  const choice = new Choice(query.graph, query.installed);
  const roots = query.names.map((name) => choice.realName(name));
  for (const name of roots) choice.ask(name);
  for (const name of roots) choice.settle(name, query.recommends);
  return { added: [...choice.added], missing: [...choice.missing] };
}

class Choice {
  readonly added = new Set<string>();
  readonly missing = new Set<string>();
  private readonly settled = new Set<string>();

  constructor(
    private readonly graph: PackageGraph,
    private readonly installed: ReadonlySet<string>,
  ) {}

  /** A virtual package that only one provides is that one. */
  realName(name: string): string {
    if (this.isReal(name) || this.installed.has(name)) return name;
    const [only, ...others] = this.graph.providersOf(name);
    return only !== undefined && others.length === 0 ? only : name;
  }

  ask(name: string): void {
    if (this.installed.has(name)) return;
    (this.isReal(name) ? this.added : this.missing).add(name);
  }

  /** Adds what a package needs, and then what all of these recommend. */
  settle(root: string, recommends: boolean): void {
    const waiting = this.need(root);
    if (!recommends) return;
    for (let index = 0; index < waiting.length; index++)
      for (const group of this.graph.recommendsOf(waiting[index] as string) ?? []) waiting.push(...this.want(group));
  }

  /** Adds a package with all that it depends on; gives those that are new, in order. */
  private need(name: string): string[] {
    if (this.installed.has(name) || this.settled.has(name)) return [];
    this.ask(name);
    if (!this.added.has(name)) return [];
    this.settled.add(name);
    const groups = this.graph.dependsOf(name) ?? [];
    return [name, ...groups.flatMap((group) => this.chooseFrom(group) ?? [])];
  }

  private chooseFrom(group: Alternatives): string[] | undefined {
    if (group.some((name) => this.isThere(name))) return undefined;
    const chosen = this.firstOf(group);
    if (chosen !== undefined) return this.need(chosen);
    this.missing.add(group.join('|'));
    return undefined;
  }

  /** A recommendation that nothing can fulfil is left out. */
  private want(group: Alternatives): string[] {
    if (group.some((name) => this.isThere(name))) return [];
    const chosen = this.firstOf(group);
    return chosen === undefined ? [] : this.need(chosen);
  }

  private firstOf(group: Alternatives): string | undefined {
    for (const name of group) {
      if (this.isReal(name)) return name;
      const [provider] = this.graph.providersOf(name);
      if (provider !== undefined) return provider;
    }
    return undefined;
  }

  private isThere(name: string): boolean {
    return this.has(name) || this.graph.providersOf(name).some((provider) => this.has(provider));
  }

  private has(name: string): boolean {
    return this.installed.has(name) || this.added.has(name);
  }

  private isReal(name: string): boolean {
    return this.graph.dependsOf(name) !== undefined;
  }
}
