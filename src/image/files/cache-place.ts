/** Where package managers keep their caches for the user and the environment of an instruction. */
import type { CachePlace, Scope } from '../../model/index.js';

const places = new WeakMap<Scope, CachePlace>();

/** The home folder and the variables in scope. A home that is not known stays `~`. One scope has one place. */
export function cachePlaceOf(scope: Scope): CachePlace {
  const place = places.get(scope) ?? {
    home: homeOf(scope),
    valueOf: (name) => scope.variable(name)?.value ?? undefined,
  };
  places.set(scope, place);
  return place;
}

function homeOf(scope: Scope): string {
  const set = scope.variable('HOME')?.value;
  if (set) return set;
  const user = scope.user?.replace(/:.*$/, '');
  if (user === undefined || user === 'root' || user === '0') return '/root';
  if (/^\d+$/.test(user)) return user === '1000' && scope.base?.users[0] ? `/home/${scope.base.users[0]}` : '~';
  return user === '' ? '/root' : `/home/${user}`;
}
