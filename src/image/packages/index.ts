/** What apt installs, and what that adds to a layer: the room's public face. */

export {
  addedBy,
  type InstallPrediction,
  predictAptInstall,
  sizeOfAdded,
  type UnknownInstall,
} from './install.js';
export { type InstalledPackages, installedIn } from './installed.js';
export { aptArchivesBytes, aptListsBytes } from './kept.js';
export { removalOf } from './removal.js';
export {
  type PackageTable,
  type PackageTableFile,
  readPackageTable,
  type TableName,
  tableOf,
} from './table.js';
