/** The processes of a container and how it stops: the room's public face. */
export { predictProcess } from './predict.js';
export type { ProcessNode, ProcessOptions, ProcessPrediction } from './prediction.js';
