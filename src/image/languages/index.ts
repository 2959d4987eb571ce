/** What npm and pip install, and what that adds to a layer: the room's public face. */
export type { FileText, InstallPrediction, InstallSituation, KnownInstall } from './install.js';
export { type NpmTable, type NpmTableFile, readNpmTable } from './npm-table.js';
export { bytecodeOfNpm } from './npm-written.js';
export { predictInstall } from './predict-install.js';
export { type PypiTable, type PypiTableFile, readPypiTable } from './pypi-table.js';
export { environmentSize } from './python-environment.js';
export { normalised } from './requirement.js';
