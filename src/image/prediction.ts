/** What a build would make of a Dockerfile. */
import type { Dockerfile } from '../model/index.js';
import { type Layers, predictLayers } from './layers/index.js';
import { type ProcessPrediction, predictProcess } from './process/index.js';
import { type Change, rebuildAfter } from './rebuild/index.js';
import type { Tables } from './tables.js';

export interface Prediction {
  readonly dockerfile: Dockerfile;
  /** Both are undefined where there is no stage. */
  readonly layers: Layers | undefined;
  readonly process: ProcessPrediction | undefined;
}

export function predict(dockerfile: Dockerfile, tables: Tables): Prediction {
  const process = dockerfile.target && predictProcess(dockerfile);
  return { dockerfile, layers: predictLayers(dockerfile, tables), process };
}

/** How many steps run after a change. */
export function rebuiltSteps(dockerfile: Dockerfile, change: Change): number {
  return rebuildAfter(dockerfile, change).filter(({ step }) => step === 'run').length;
}
