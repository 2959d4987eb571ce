/** Cache mounts of a RUN, and the package managers whose folders they hold. */

import { cachePlaceOf } from '../image/files/cache-place.js';
import { isWithin } from '../image/files/command-paths.js';
import { absolutePath } from '../image/files/container-path.js';
import {
  cacheFoldersOf,
  type FolderGroup,
  type Manager,
  type Mount,
  mountTargetsOf,
  type PackageCall,
  type Run,
} from '../model/index.js';

export interface CacheMount {
  readonly mount: Mount;
  /** Absolute; `~` is a name like any other to the builder. */
  readonly path: string;
}

export function cacheMountsOf(run: Run): CacheMount[] {
  return run.mounts.flatMap((mount) => {
    const target = mount.type === 'cache' && mount.target ? run.scope.expand(mount.target) : null;
    const path = absolutePath(run.scope, target);
    return path === undefined ? [] : [{ mount, path }];
  });
}

/** Whether a mount holds a group of a manager's folders, or a part of one. */
export function holdsGroup(run: Run, { path }: CacheMount, manager: Manager, group: FolderGroup): boolean {
  const folders = cacheFoldersOf(manager, group, cachePlaceOf(run.scope));
  return folders.some((folder) => isWithin(folder, path) || isWithin(path, folder));
}

export function holdsCacheOf(run: Run, mount: CacheMount, manager: Manager): boolean {
  const targets = mountTargetsOf(manager, cachePlaceOf(run.scope));
  return (
    targets.some((folder) => isWithin(folder, mount.path) || isWithin(mount.path, folder)) ||
    holdsGroup(run, mount, manager, 'downloads') ||
    holdsGroup(run, mount, manager, 'index')
  );
}

/** Calls that would use a cache. */
export function fillsCache({ action }: PackageCall): boolean {
  return ['install', 'update-index', 'upgrade', 'dist-upgrade', 'build', 'start'].includes(action);
}
