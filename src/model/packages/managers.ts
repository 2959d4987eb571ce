/** The table of all managers, and the questions about one that need no call. */
import type { Scope } from '../scope.js';
import { apk } from './apk.js';
import { apt } from './apt.js';
import { dotnet } from './dotnet.js';
import type { Ecosystem } from './ecosystem.js';
import { go } from './go.js';
import { jvm } from './jvm.js';
import {
  type CachePlace,
  type FolderGroup,
  isSwitchedBy,
  isSwitchedIn,
  type ManagerKnowledge,
  placeFolder,
} from './knowledge.js';
import { node } from './node.js';
import type { Manager } from './package-call.js';
import { pacman } from './pacman.js';
import { php } from './php.js';
import { python } from './python.js';
import { rpm } from './rpm.js';
import { ruby } from './ruby.js';
import { rust } from './rust.js';
import { zypper } from './zypper.js';

export const ecosystems: readonly Ecosystem[] = [
  ...[apt, apk, rpm, zypper, pacman],
  ...[python, node, ruby, php, go, rust, jvm, dotnet],
];

const knowledge = new Map(ecosystems.flatMap(({ managers }) => managers.map((one) => [one.manager, one] as const)));

/** Every manager, in the order of `Manager`. */
export const managers: readonly Manager[] = [...knowledge.keys()];

export function knowledgeOf(manager: Manager): ManagerKnowledge {
  return knowledge.get(manager) as ManagerKnowledge;
}

/** Where a manager keeps a group of files for this user and environment. Alternatives are all listed. */
export function cacheFoldersOf(manager: Manager, group: FolderGroup, place: CachePlace): string[] {
  const folders = knowledgeOf(manager).folders.filter((folder) => folder.group === group);
  return [...new Set(folders.map((folder) => placeFolder(folder, place)))];
}

/** What a cache mount for a manager should target, for this user and environment. */
export function mountTargetsOf(manager: Manager, place: CachePlace): string[] {
  const { mountFolders, folders } = knowledgeOf(manager);
  return [...new Set((mountFolders ?? folders).map((folder) => placeFolder(folder, place)))];
}

/** The managers that keep no cache where a variable has this value: `PIP_NO_CACHE_DIR`, `1`. */
export function cacheSkippedBy(variable: string, value: string): Manager[] {
  return managers.filter((manager) => isSwitchedBy(knowledgeOf(manager).cacheOffEnvironment, variable, value));
}

/** Whether the environment lets a manager keep no cache; undefined where a value that is not known decides. */
export function isCacheSkippedIn(scope: Pick<Scope, 'variable'>, manager: Manager): boolean | undefined {
  return isSwitchedIn(knowledgeOf(manager).cacheOffEnvironment, scope);
}

/** Whether the environment lets a manager leave development dependencies out; undefined as above. */
export function isDevelopmentOmittedIn(scope: Pick<Scope, 'variable'>, manager: Manager): boolean | undefined {
  return isSwitchedIn(knowledgeOf(manager).omitDevelopmentEnvironment, scope);
}
