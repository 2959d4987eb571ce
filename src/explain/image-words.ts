/** What an instruction adds to the image: the prediction's numbers, or why there are none. */
import type { Layers } from '../image/layers/index.js';
import type { Dockerfile, Instruction, Stage } from '../model/index.js';
import { type Text, text } from '../model/text.js';
import { amountText } from '../report/size-words.js';
import { isRoot } from './cache-words.js';
import { stageCode } from './copy-words.js';
import { list } from './words.js';

type Layer = Layers['layers'][number];

/** Layers by the instruction that makes them. */
export class LayerWords {
  private readonly layers = new Map<Instruction, { readonly layer: Layer; readonly hiddenBy: readonly number[] }>();

  constructor({ lines }: Dockerfile, predicted: Layers | undefined) {
    const hiders = new Map<number, Set<number>>();
    for (const { layer, by } of predicted?.waste ?? []) {
      const at = predicted?.layers[by]?.instruction?.at.start;
      const known = hiders.get(layer) ?? new Set();
      hiders.set(layer, at === undefined ? known : known.add(lines.lineAt(at)));
    }
    for (const [number, layer] of (predicted?.layers ?? []).entries())
      if (layer.instruction) this.layers.set(layer.instruction, { layer, hiddenBy: [...(hiders.get(number) ?? [])] });
  }

  /** Undefined for an ARG above the first FROM. */
  of(instruction: Instruction): Text | undefined {
    const { stage, keyword } = instruction;
    if (!stage) return undefined;
    if (!MAKES_LAYER.has(keyword)) return keyword === 'unknown' ? undefined : ['adds no layer'];
    if (instruction.keyword === 'WORKDIR' && isRoot(instruction)) return ['adds no layer'];
    const known = this.layers.get(instruction);
    if (known) return layerWords(known.layer, known.hiddenBy);
    return unshippedWords(stage, keyword === 'FROM');
  }
}

const MAKES_LAYER = new Set<Instruction['keyword']>(['FROM', 'RUN', 'COPY', 'ADD', 'WORKDIR']);

function unshippedWords(stage: Stage, isFrom: boolean): Text {
  if (isFrom && stage.isShipped && stage.parent) return text`adds nothing to stage ${stageCode(stage.parent)}`;
  if (!stage.isReachable) return ['not part of the image: its stage is not built'];
  return stage.isShipped ? ['adds no layer'] : ['not part of the image: its stage is not shipped'];
}

/** Bytes. No more than the tar's own frame. */
const EMPTY = 4096;

function layerWords({ instruction, size, wasted, why }: Layer, hiddenBy: readonly number[]): Text {
  const onDisk = amountText(size.unpacked);
  const isBase = instruction?.keyword === 'FROM';
  if (!isBase && size.unpacked.max <= EMPTY)
    return [
      instruction?.keyword === 'WORKDIR'
        ? 'adds a layer for the folder alone'
        : 'adds a layer with next to nothing in it',
    ];
  const pull = amountText(size.compressed);
  const what = isBase ? 'the layers of the base' : 'a layer';
  if (onDisk === 'unknown' && pull !== 'unknown') return [`adds ${what}: ${pull} to pull, unknown on disk`];
  if (onDisk === 'unknown') return [`adds ${what} of unknown size (${why})`];
  const toPull = pull === 'unknown' ? '' : `, ${pull} to pull`;
  const waste = amountText(wasted.unpacked);
  const isWasted = wasted.unpacked.max > EMPTY && waste !== 'unknown';
  const lines =
    hiddenBy.length > 0
      ? text`${hiddenBy.length === 1 ? 'line' : 'lines'} ${list(hiddenBy.map(String))}`
      : ['a later layer'];
  const rest = isWasted
    ? text`; ${waste} of it is wasted, as ${lines} ${hiddenBy.length > 1 ? 'hide it or store it' : 'hides it or stores it'} again`
    : [];
  return text`adds ${onDisk} on disk${toPull}${rest}`;
}
