/**
 * The one place that knows package managers: what a command asks of one (`packageCallOf`), what it cleans
 * (`cleansCacheOf`), and what is true of a manager whatever it is asked (`knowledgeOf`). Rules ask here and compare
 * no words of their own.
 */
export type { CacheClean } from './clean.js';
export { cleansCacheOf } from './clean.js';
export type { CacheFolder, CachePlace, EnvironmentSwitch, FolderGroup, ManagerKnowledge } from './knowledge.js';
export {
  cacheFoldersOf,
  cacheSkippedBy,
  developmentOmittedBy,
  knowledgeOf,
  managers,
  mountTargetsOf,
} from './managers.js';
export type { CommandOption, OptionLookup } from './options.js';
export type { Action, Manager, PackageArgument, PackageCall, PackageKind } from './package-call.js';
export type { DevelopmentTool, PackageJson } from './package-json.js';
export { developmentToolsOf, readPackageJson } from './package-json.js';
export { packageCallOf } from './read-call.js';
