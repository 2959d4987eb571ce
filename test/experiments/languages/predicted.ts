/** What the prediction says of a measured install. */
import { middleOf, type Size } from '../../../src/image/amount.js';
import { predictLayers } from '../../../src/image/layers/index.js';
import type { Tables } from '../../../src/image/tables.js';
import { parseDockerfile } from '../../../src/model/index.js';
import { CASES, PROJECTS } from './cases.js';
import { keyOf, type PartBytes, type Row } from './results.js';

export interface Compared {
  readonly row: Row;
  /** Undefined where it is not known. */
  readonly installed: Size | undefined;
  readonly cached: Size | undefined;
  readonly compiled: Size | undefined;
  readonly why: string;
}

export function compare(row: Row, tables: Tables, today: string): Compared {
  const files: Readonly<Record<string, string>> = {
    ...(row.project && PROJECTS[row.project]),
    ...(row.read && { [row.read.path]: row.read.text }),
  };
  const context = Object.entries(files).map(([path, text]) => ({
    path,
    text,
    bytes: new TextEncoder().encode(text).length,
  }));
  const copies = context.map(({ path }) => `COPY ${path} .`);
  const before = CASES.find((one) => keyOf(one) === keyOf(row))?.before ?? [];
  const runs = [...before, row.run].map((command) => `RUN ${command}`);
  const text = [`FROM ${row.base}`, 'WORKDIR /app', ...copies, ...runs].join('\n');
  const layer = predictLayers(parseDockerfile({ text, today, context }), tables)?.layers.at(-1);
  const entries = layer?.entries ?? [];
  const sum = (part: Part) => total(entries.filter(({ path }) => partOf(path) === part).map(({ size }) => size));
  return { row, installed: sum('installed'), cached: sum('cached'), compiled: sum('compiled'), why: layer?.why ?? '' };
}

type Part = 'installed' | 'cached' | 'compiled';

function partOf(path: string): Part {
  if (/^\/root\/\.(?:npm|cache)/.test(path)) return 'cached';
  return path === '/tmp/node-compile-cache' ? 'compiled' : 'installed';
}

function total(sizes: readonly Size[]): Size | undefined {
  const bounds = (kind: keyof Size) => ({
    min: sizes.reduce((all, size) => all + size[kind].min, 0),
    max: sizes.reduce((all, size) => all + size[kind].max, 0),
  });
  const size = { unpacked: bounds('unpacked'), compressed: bounds('compressed') };
  return size.unpacked.max === Infinity ? undefined : size;
}

/** How far the middle of a prediction is from what was measured, as a share of that. */
export function errorOf(size: Size, measured: PartBytes, kind: keyof Size): number {
  return Math.abs((middleOf(size[kind]) ?? 0) - measured[kind]) / measured[kind];
}
