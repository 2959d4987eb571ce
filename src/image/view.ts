/** A prediction as plain data, with lines instead of instructions: fit for reports, and for a worker's other side. */
import type { Instruction } from '../model/index.js';
import { addSizes, NOTHING, type Size } from './amount.js';
import type { Layer } from './layers/index.js';
import type { Prediction } from './prediction.js';
import type { ProcessPrediction } from './process/index.js';
import { type Summary, summaryOf } from './summary.js';

export interface LayerView {
  /** Counted from 1; `null` for the base of a file without FROM. */
  readonly line: number | null;
  readonly instruction: string;
  /** The stage in which it stands: its name or number. */
  readonly stage: string;
  readonly size: Size;
  readonly wasted: Size;
  /** Lines of the later steps that hide it or store it again. */
  readonly wastedBy: readonly number[];
  readonly why: string;
}

export interface ImageView {
  /** As the file names it; `null` where there is no FROM. */
  readonly base: string | null;
  readonly layers: readonly LayerView[];
  readonly size: Size;
  readonly wasted: Size;
  readonly process: ProcessPrediction | undefined;
  readonly summary: Summary;
}

/** Undefined where the file has no stage. */
export function viewOf({ dockerfile, layers: predicted, process }: Prediction): ImageView | undefined {
  const summary = summaryOf(dockerfile);
  if (!predicted || !summary) return undefined;
  const lineOf = (instruction: Instruction | undefined) =>
    instruction ? dockerfile.lines.positionAt(instruction.at.start).line : null;
  const byLayer = predicted.layers.map((_, number) => predicted.waste.filter(({ layer }) => layer === number));
  const layers = predicted.layers.map((layer, number): LayerView => {
    const { instruction, size, wasted, why } = layer;
    const lines = (byLayer[number] ?? []).flatMap(({ by }) => lineOf(predicted.layers[by]?.instruction) ?? []);
    const keyword = instruction?.keyword ?? 'FROM';
    const wastedBy = [...new Set(lines)];
    return { line: lineOf(instruction), instruction: keyword, stage: stageOf(layer), size, wasted, wastedBy, why };
  });
  const base = dockerfile.target?.root.from ? (predicted.layers[0]?.why ?? null) : null;
  const wasted = addSizes([NOTHING, ...layers.map((layer) => layer.wasted)]);
  return { base, layers, size: predicted.size, wasted, process, summary };
}

function stageOf({ instruction }: Layer): string {
  return stageName(instruction?.stage);
}

/** A stage without a name is its number. */
export function stageName(stage: { readonly name: string | undefined; readonly index: number } | undefined): string {
  return stage?.name ?? String(stage?.index ?? 0);
}
