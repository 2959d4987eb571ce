/** The recorded experiments, with what is predicted of the same Dockerfiles: worked out when the site is built. */
import apt from '../../test/experiments/apt/results.json';
import { readCases } from '../../test/experiments/layers/cases.js';
import { compareLayers } from '../../test/experiments/layers/compare.js';
import layers from '../../test/experiments/layers/results.json';
import { loadTables, middleOf, predict } from '../image/index.js';
import { parseDockerfile } from '../model/index.js';
import type { Point } from './scatter.js';

export interface Experiment {
  readonly measuredOn: string;
  /** Programs and their versions, in one line. */
  readonly versions: string;
  readonly bases: string;
  readonly points: readonly Point[];
}

/** Installs with apt: the last layer of three lines of a Dockerfile. */
export async function aptExperiment(): Promise<Experiment> {
  const points: Point[] = [];
  for (const { base, names, recommends, unpacked } of apt.rows) {
    const flags = recommends ? '-y' : '-y --no-install-recommends';
    const text = `FROM ${base}\nRUN apt-get update\nRUN apt-get install ${flags} ${names.join(' ')}\n`;
    const dockerfile = parseDockerfile({ text, today: apt.measuredOn });
    const layer = predict(dockerfile, await loadTables(dockerfile)).layers?.layers.at(-1);
    const predicted = layer && middleOf(layer.size.unpacked);
    const label = `${names.join(' ')}${recommends ? ', with recommended packages' : ''}, on ${base}`;
    if (predicted !== undefined) points.push({ label, predicted, measured: unpacked, group: base });
  }
  return { ...aboutOf(apt), points };
}

/** Layers of whole Dockerfiles, as far as they are predicted and large enough to be compared. */
export async function layersExperiment(): Promise<Experiment> {
  const points: Point[] = [];
  for (const one of readCases())
    for (const { instruction, line, predicted, measured } of await compareLayers(one, layers)) {
      const middle = middleOf(predicted);
      if (middle === undefined || measured < SMALL) continue;
      points.push({ label: `${one.name}, line ${line}`, predicted: middle, measured, group: instruction });
    }
  return { ...aboutOf(layers), points };
}

/** Layers of a few headers say nothing. Bytes. */
const SMALL = 10_000;

interface Recorded {
  readonly measuredOn: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly bases: string;
}

function aboutOf({ measuredOn, versions, bases }: Recorded): Omit<Experiment, 'points'> {
  const words = Object.entries(versions).map(([program, version]) => `${program} ${version}`);
  return { measuredOn, versions: words.join(', '), bases };
}
