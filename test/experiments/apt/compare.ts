/** Predictions beside what was measured. */
import { readFileSync } from 'node:fs';
import type { Amount } from '../../../src/image/amount.js';
import {
  type InstallPrediction,
  installedIn,
  type PackageTable,
  predictAptInstall,
  readPackageTable,
} from '../../../src/image/packages/index.js';
import { knowBaseImage, parseImageName } from '../../../src/model/index.js';
import type { Line } from './lines.js';
import type { Results, Row } from './results.js';

export interface Comparison {
  readonly row: Row;
  readonly predicted: InstallPrediction;
  /** Predicted over measured, less one: the middle of the range against the layer. */
  readonly unpackedError: number;
  readonly compressedError: number;
}

const tables = new Map<string, PackageTable>();

/** The table of a release. */
export function tableFor(release: string): PackageTable {
  const file = `src/data/packages/debian-${release}.json`;
  const table = tables.get(release) ?? readPackageTable(JSON.parse(readFileSync(file, 'utf8')));
  tables.set(release, table);
  return table;
}

export function readResults(): Results {
  return JSON.parse(readFileSync('test/experiments/apt/results.json', 'utf8'));
}

/** Predicts a line as a view would: the base by its name, the packages by its table. */
export function predictLine({ release, base, names, recommends }: Line): InstallPrediction {
  const name = parseImageName(base);
  const image = typeof name === 'string' ? undefined : knowBaseImage(name);
  const table = tableFor(release);
  const installed = image && installedIn(image, table);
  if (!installed) throw new Error(`it is not known what ${base} has installed`);
  const prediction = predictAptInstall({
    table,
    installed: installed.names,
    slim: installed.isSlim,
    names,
    recommends,
  });
  if ('unknown' in prediction) throw new Error(`${names.join(' ')}: ${prediction.unknown}`);
  return prediction;
}

export function compare(row: Row): Comparison {
  const predicted = predictLine(row);
  return {
    row,
    predicted,
    unpackedError: errorOf(predicted.unpacked, row.unpacked),
    compressedError: errorOf(predicted.compressed, row.compressed),
  };
}

function errorOf({ min, max }: Amount, measured: number): number {
  return (min + max) / 2 / measured - 1;
}

/** The value below which this share of the sizes of errors lie. */
export function quantile(errors: readonly number[], share: number): number {
  const sorted = errors.map(Math.abs).sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
