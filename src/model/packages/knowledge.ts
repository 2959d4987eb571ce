/** What is known of a package manager apart from any call of it. */
import type { Scope } from '../scope.js';
import type { Manager } from './package-call.js';

/** `index`: lists of what there is to install. `downloads`: what was fetched to install from, and build caches. */
export type FolderGroup = 'index' | 'downloads';

/** A folder that a manager fills and an image does not need. */
export interface CacheFolder {
  readonly group: FolderGroup;
  /** Absolute, or below the user's home folder: `~/.npm`. */
  readonly path: string;
  /** Where it is for root, if that is not below root's home folder. */
  readonly rootPath?: string;
  /** Variables that move it, the strongest first; `below` is the path behind the variable's value. */
  readonly movedBy?: readonly { readonly variable: string; readonly below: string }[];
  /** Commands that print where it is: `gem env home`. */
  readonly printedBy?: readonly { readonly command: string; readonly below: string }[];
}

/** Where a call runs: what decides on folders. */
export interface CachePlace {
  /** The user's home folder: `/root`. */
  readonly home: string;
  /** The value of an environment variable in scope. */
  valueOf(variable: string): string | undefined;
}

export interface ManagerKnowledge {
  readonly manager: Manager;
  /** The command to show and to insert: `apt-get`, `bundle`, `mvn`. */
  readonly program: string;
  readonly folders: readonly CacheFolder[];
  /** What a cache mount should target, where that differs from `folders`. */
  readonly mountFolders?: readonly CacheFolder[];
  /** `locked` where two builds can't share the folder at one time. */
  readonly cacheMountSharing: 'shared' | 'locked';
  /** Files that name the project's dependencies, as patterns of `COPY`. */
  readonly manifests: readonly string[];
  readonly lockFiles: readonly string[];
  /** Where dependencies land inside the project: `node_modules`. */
  readonly dependencyFolders: readonly string[];
  /** Flags that keep it from caching; the first is the one to insert. */
  readonly cacheOffFlags: readonly string[];
  /** Variables that keep it from caching, if `isOff` says so of the value. */
  readonly cacheOffEnvironment: readonly EnvironmentSwitch[];
  /** A command that empties the cache (or the index) in the same layer. */
  readonly cleanCommand: string | undefined;
  /** Flags that stand for a yes, for insertion at `PackageCall.flagsAt`; none where it never asks. The first is the one to insert. */
  readonly yesFlags: readonly string[];
  readonly skipRecommendedFlag: string | undefined;
  readonly omitDevelopmentFlag: string | undefined;
  readonly omitDevelopmentEnvironment: readonly EnvironmentSwitch[];
  /** A flag that makes an install insist on the lock file. */
  readonly lockedFlag: string | undefined;
}

/** A variable with the values that switch something. */
export interface EnvironmentSwitch {
  /** npm reads its variables whatever their case: compared so where `ignoreCase` is set. */
  readonly variable: string;
  readonly ignoreCase?: boolean;
  isOn(value: string): boolean;
}

/** Whether an assignment of this name and value switches one of these. */
export function isSwitchedBy(switches: readonly EnvironmentSwitch[], name: string, value: string): boolean {
  return switches.some(
    ({ variable, ignoreCase, isOn }) =>
      (variable === name || (ignoreCase && variable.toLowerCase() === name.toLowerCase())) && isOn(value),
  );
}

/** Whether the environment of a scope switches one of these; undefined where a value that is not known decides. */
export function isSwitchedIn(
  switches: readonly EnvironmentSwitch[],
  scope: Pick<Scope, 'variable'>,
): boolean | undefined {
  const answers = switches.flatMap(({ variable, ignoreCase, isOn }) =>
    [variable, ...(ignoreCase ? [variable.toUpperCase()] : [])].map((name) => {
      const set = scope.variable(name);
      return set ? (typeof set.value === 'string' ? isOn(set.value) : undefined) : false;
    }),
  );
  return answers.includes(true) || (answers.includes(undefined) ? undefined : false);
}

/** The values that programs of this field read as yes. */
export function isYes(value: string): boolean {
  return ['1', 'true', 'yes', 'on', 'y', 't'].includes(value.toLowerCase());
}

const NOTHING_SPECIAL = {
  folders: [],
  cacheMountSharing: 'shared',
  manifests: [],
  lockFiles: [],
  dependencyFolders: [],
  cacheOffFlags: [],
  cacheOffEnvironment: [],
  cleanCommand: undefined,
  yesFlags: [],
  skipRecommendedFlag: undefined,
  omitDevelopmentFlag: undefined,
  omitDevelopmentEnvironment: [],
  lockedFlag: undefined,
} as const satisfies Partial<ManagerKnowledge>;

/** A manager's knowledge from what is particular about it. */
export function defineManager(
  manager: Manager,
  particulars: Pick<ManagerKnowledge, 'program'> & Partial<ManagerKnowledge>,
): ManagerKnowledge {
  return { ...NOTHING_SPECIAL, ...particulars, manager };
}

/** Where a folder is for one user and environment. */
export function placeFolder(folder: CacheFolder, place: CachePlace): string {
  for (const { variable, below } of folder.movedBy ?? []) {
    const value = place.valueOf(variable);
    if (value) return value.replace(/\/+$/, '') + below;
  }
  if (folder.rootPath && place.home === '/root') return folder.rootPath;
  return folder.path.replace(/^~(?=\/|$)/, place.home.replace(/\/+$/, ''));
}
