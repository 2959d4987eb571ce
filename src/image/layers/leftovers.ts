/** Caches and package lists that a call leaves in its layer. */
import type { PackageCall } from '../../model/index.js';
import { type Size, UNKNOWN } from '../amount.js';
import type { LeftoverCache } from '../files/leftover-caches.js';
import { aptListsBytes, tableOf } from '../packages/index.js';
import type { StageState } from './stage-state.js';

export function storeLeftover(leftover: LeftoverCache, state: StageState): void {
  const { manager, call, left, folder, run } = leftover;
  const isIndex = left[0] === 'index';
  const isPlace = folder.startsWith('/');
  const table = manager === 'apt' && isIndex ? tableOf(run.scope.base) : undefined;
  const size: Size = table ? aptListsBytes(table) : isIndex ? UNKNOWN : downloadsOf(call, state);
  const names = call.packages.map(({ name }) => name).join(' ');
  state.files.add({
    path: isPlace ? folder : '/',
    isFolder: true,
    place: isPlace ? 'path' : 'anywhere',
    size,
    key: isIndex ? `${manager} index` : `${manager} cache of ${call.tool} ${names}`,
    what: isIndex ? `package lists of ${call.tool}` : `what ${call.tool} keeps in ${folder}`,
  });
}

/** What a call of a language's package manager keeps of its downloads, if it is known what it installs. */
function downloadsOf(call: PackageCall, { languages }: StageState): Size {
  const found = languages.installs.get(call);
  return found && !('unknown' in found) ? found.cache : UNKNOWN;
}
