/**
 * The one place that knows package managers: what a command asks of one (`packageCallOf`), what it cleans
 * (`cleansCacheOf`), and what is true of a manager whatever it is asked (`knowledgeOf`). Rules ask here and compare
 * no words of their own.
 */
export { cleansCacheOf } from './clean.js';
export type { CachePlace, FolderGroup } from './knowledge.js';
export {
  cacheFoldersOf,
  cacheSkippedBy,
  isCacheSkippedIn,
  isDevelopmentOmittedIn,
  knowledgeOf,
  managers,
  mountTargetsOf,
} from './managers.js';
export type { Manager, PackageArgument, PackageCall } from './package-call.js';
export type { DevelopmentTool, PackageJson } from './package-json.js';
export { developmentToolsOf, onlyPackageJson, readPackageJson } from './package-json.js';
export { packageCallOf } from './read-call.js';
