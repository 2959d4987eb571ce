/** Which ignore silences a finding: the first that covers its place and names it. */
import { selectRules } from '../config/rule-names.js';
import type { Span } from '../model/index.js';
import type { Finding } from './finding.js';
import type { Ignore } from './ignores.js';

/** What ignores of one scope say. */
interface Scope extends Span {
  /** By a rule, a variant or a group: the place of the first ignore in the list of all. */
  readonly first: Map<string, number>;
  /** The scope around it. */
  outer: Scope | undefined;
}

const EVERYTHING = 'everything';
const BUILDKIT_CHECKS = 'buildkit';
const BUILDKIT_NAME = /^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/;

export class IgnoreIndex {
  private readonly keys = new Map<string, readonly string[]>();
  /** In the order of their starts, a wider one before one inside it. */
  private readonly scopes: readonly Scope[];

  constructor(private readonly all: readonly Ignore[]) {
    const byPlace = new Map<string, Scope>();
    for (const [index, ignore] of all.entries()) {
      const { start, end } = ignore.scope ?? { start: 0, end: Number.POSITIVE_INFINITY };
      const key = `${start} ${end}`;
      const scope = byPlace.get(key) ?? { start, end: Math.max(end, start + 1), first: new Map(), outer: undefined };
      byPlace.set(key, scope);
      for (const name of this.keysOf(ignore)) if (!scope.first.has(name)) scope.first.set(name, index);
    }
    this.scopes = nested([...byPlace.values()]);
  }

  find(finding: Finding): Ignore | undefined {
    const keys = keysIn(finding);
    let found = Number.POSITIVE_INFINITY;
    for (let scope = this.lastBefore(finding.at.start); scope; scope = scope.outer)
      if (finding.at.start < scope.end)
        for (const key of keys) found = Math.min(found, scope.first.get(key) ?? Number.POSITIVE_INFINITY);
    return this.all[found];
  }

  /** The last scope that starts at a place or above it. */
  private lastBefore(place: number): Scope | undefined {
    let low = 0;
    let high = this.scopes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.scopes[middle]?.start ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return this.scopes[low - 1];
  }

  private keysOf({ names, dialect }: Ignore): readonly string[] {
    // BuildKit's `all` means BuildKit's checks.
    if (names.includes('all')) return [dialect === 'plimsoll' ? EVERYTHING : BUILDKIT_CHECKS];
    return names.flatMap((name) => {
      const keys =
        this.keys.get(name) ??
        selectRules(name).map(({ rule, variant }) => (variant ? `${rule.id}/${variant}` : rule.id));
      this.keys.set(name, keys);
      return keys;
    });
  }
}

function keysIn({ rule, variant, aliases }: Finding): readonly string[] {
  const isOfBuildKit = aliases.some((alias) => BUILDKIT_NAME.test(alias));
  return [EVERYTHING, rule, `${rule}/${variant}`, ...(isOfBuildKit ? [BUILDKIT_CHECKS] : [])];
}

/** Stages hold instructions and instructions hold lines: what is open at the start of a scope is around it. */
function nested(scopes: Scope[]): readonly Scope[] {
  scopes.sort((one, other) => one.start - other.start || other.end - one.end);
  const open: Scope[] = [];
  for (const scope of scopes) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= scope.start) open.pop();
    scope.outer = open.at(-1);
    open.push(scope);
  }
  return scopes;
}
