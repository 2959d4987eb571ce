/** The prediction of a build: the room's public face. */
export { type Amount, isBounded, middleOf, type Size } from './amount.js';
export { sizeDifference } from './difference.js';
export { predictLayers } from './layers/index.js';
export { loadTables } from './load-tables.js';
export { type Prediction, predict, rebuiltSteps } from './prediction.js';
export {
  type ProcessNode,
  type ProcessOptions,
  type ProcessPrediction,
  predictProcess,
} from './process/index.js';
export {
  CHANGE_FORMS,
  type Change,
  type RebuiltStep,
  readChange,
  rebuildAfter,
} from './rebuild/index.js';
export { haveSameSteps } from './same-steps.js';
export { type SourceFile, sourceFileOf } from './source-file.js';
export type { Summary } from './summary.js';
export { NO_TABLES, type Tables } from './tables.js';
export { type ImageView, type LayerView, stageName, viewOf } from './view.js';
