/**
 * What `apt-get remove`, `purge` and `autoremove` take away of what earlier calls have added. In the RUN that installed
 * a package, removing it takes its bytes out of the layer; in a later one it only hides them.
 */
import type { Alternatives, PackageGraph } from './closure.js';

export interface RemovalQuery {
  readonly graph: PackageGraph;
  /** What the base image has: it stays, unless it is named. */
  readonly installed: ReadonlySet<string>;
  /** What this stage has added. */
  readonly added: readonly string[];
  /** The names that were asked for, as opposed to what came along. */
  readonly manual: ReadonlySet<string>;
  /** The names to remove. */
  readonly names: readonly string[];
  /** Also removes what came along with them and nobody needs any more. */
  readonly autoRemove: boolean;
}

/** The packages that go, in the order in which they came; of those in the base image only the ones named. */
export function removalOf(query: RemovalQuery): readonly string[] {
  const { installed, added, names } = query;
  const gone = dependentsOf(query);
  const left = added.filter((name) => !gone.has(name));
  const unneeded = query.autoRemove ? unneededOf(query, left, gone) : new Set<string>();
  const ofBase = names.filter((name) => installed.has(name));
  return [...ofBase, ...added.filter((name) => gone.has(name) || unneeded.has(name))];
}

/** The names with everything added that cannot do without them. */
function dependentsOf({ graph, installed, added, names }: RemovalQuery): Set<string> {
  const gone = new Set(names);
  const isLeft = (name: string) => !gone.has(name) && (installed.has(name) || added.includes(name));
  const isFulfilled = (group: Alternatives) =>
    group.some((name) => isLeft(name) || graph.providersOf(name).some(isLeft));
  for (let size = -1; size !== gone.size; ) {
    size = gone.size;
    for (const name of added) if (!(graph.dependsOf(name) ?? []).every(isFulfilled)) gone.add(name);
  }
  return gone;
}

/** What is left and neither asked for nor wanted by something that is: a recommendation is a reason to stay. */
function unneededOf({ graph, manual }: RemovalQuery, left: readonly string[], gone: ReadonlySet<string>): Set<string> {
  const unneeded = new Set(left);
  const waiting = left.filter((name) => manual.has(name) && !gone.has(name));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (!unneeded.delete(name)) continue;
    const groups = [...(graph.dependsOf(name) ?? []), ...(graph.recommendsOf(name) ?? [])];
    for (const one of groups.flat()) waiting.push(one, ...graph.providersOf(one));
  }
  return unneeded;
}
