/** The layers of an image as a chart: a waterfall on one scale, in which each bar begins where the one before it ended. */
import { type Amount, isBounded, middleOf } from '../../image/amount.js';
import type { ImageView, LayerView } from '../../image/view.js';
import { amountText, isClose } from '../../report/size-words.js';
import { scaleFor } from '../../site/load-line.js';
import type { Measure } from '../measure.js';
import { type Lane, wasteLanes } from './waste-lanes.js';

/** In bytes of the measure that is drawn. */
export interface Bar {
  readonly from: number;
  /** What is surely there. */
  readonly known: number;
  /** The part of it that is wasted. */
  readonly wasted: number;
  /** What may come on top; `open` where it has no upper bound. */
  readonly tail: number | 'open';
  readonly isTailWasted: boolean;
}

export interface ImageRow {
  readonly line: number | null;
  /** The instruction, on one line. */
  readonly text: string;
  /** The stage, where the layers come from several. */
  readonly stage: string | undefined;
  /** Who put the bytes there. */
  readonly origin: 'base' | 'command' | 'files';
  readonly sizes: Readonly<Record<Measure, string>>;
  readonly why: string;
  /** How much is wasted, and by which steps; undefined where nothing is. */
  readonly waste: string | undefined;
  readonly bar: Bar;
  /** Lines that lead from a wasted layer to the steps that waste it. */
  readonly lanes: readonly (Lane | undefined)[];
}

export interface ImageChart {
  readonly rows: readonly ImageRow[];
  /** Rows that are left out at the end. */
  readonly hidden: number;
  /** The end of the scale, in bytes. */
  readonly max: number;
  /** Where the axis has figures, in bytes; none where next to nothing is known. */
  readonly ticks: readonly number[];
}

/** More rows are no help to anybody, and take the browser long to draw. */
const MOST_ROWS = 300;

/** Room for what has no upper bound, as a share of what is known. */
const OPEN = 0.18;

const MEGABYTE = 1_000_000;

/** Megabytes: what is shown as more than 0.0. */
const LEAST_SCALE = 0.05;

/** `textOf` gives the instruction that begins at a line. */
export function imageChart(image: ImageView, measure: Measure, textOf: (line: number) => string): ImageChart {
  const layers = image.layers.slice(0, MOST_ROWS);
  const isOfSeveral = new Set(layers.map(({ stage }) => stage)).size > 1;
  const lanes = wasteLanes(layers.map((layer) => wastersOf(layer, layers)));
  let from = 0;
  const rows = layers.map((layer, index): ImageRow => {
    const bar = barOf(layer, measure, from);
    from += bar.known;
    return {
      line: layer.line,
      text: layer.line === null ? layer.instruction : textOf(layer.line),
      stage: isOfSeveral ? layer.stage : undefined,
      origin: originOf(layer),
      sizes: { unpacked: amountText(layer.size.unpacked), compressed: amountText(layer.size.compressed) },
      why: layer.why,
      waste: wasteWords(layer, measure),
      bar,
      lanes: lanes[index] ?? [],
    };
  });
  return { rows, hidden: image.layers.length - rows.length, ...axisOf(rows) };
}

function originOf({ instruction }: LayerView): ImageRow['origin'] {
  if (instruction === 'FROM') return 'base';
  return instruction === 'RUN' ? 'command' : 'files';
}

function barOf({ size, wasted }: LayerView, measure: Measure, from: number): Bar {
  const known = sureBytes(size[measure]);
  const tail = isBounded(size[measure]) ? size[measure].max - known : 'open';
  const lost = wasted[measure];
  return {
    from,
    known,
    wasted: Math.min(known, sureBytes(lost)),
    tail: isClose(size[measure]) ? 0 : tail,
    isTailWasted: !isClose(lost) && lost.max > 0,
  };
}

function sureBytes(amount: Amount): number {
  return isClose(amount) ? (middleOf(amount) ?? 0) : amount.min;
}

function axisOf(rows: readonly ImageRow[]): Pick<ImageChart, 'max' | 'ticks'> {
  const ends = rows.map(({ bar }) => bar.from + bar.known + (bar.tail === 'open' ? 0 : bar.tail));
  const isOpen = rows.some(({ bar }) => bar.tail === 'open');
  const highest = (Math.max(0, ...ends) * (isOpen ? 1 + OPEN : 1)) / MEGABYTE;
  const { max, step } = scaleFor(highest);
  if (highest < LEAST_SCALE) return { max: max * MEGABYTE, ticks: [] };
  const ticks = Array.from({ length: Math.round(max / step) + 1 }, (_, index) => index * step * MEGABYTE);
  return { max: max * MEGABYTE, ticks };
}

/** Which rows hide the files of a layer or store them again. */
function wastersOf({ wastedBy }: LayerView, layers: readonly LayerView[]): number[] {
  return wastedBy.map((line) => layers.findIndex((layer) => layer.line === line)).filter((index) => index !== -1);
}

function wasteWords({ wasted, wastedBy }: LayerView, measure: Measure): string | undefined {
  if (wasted[measure].max === 0 || wastedBy.length === 0) return undefined;
  const lines = `${wastedBy.length === 1 ? 'line' : 'lines'} ${wastedBy.join(', ')}`;
  const verb = wastedBy.length === 1 ? 'hides it or stores it again' : 'hide it or store it again';
  const amount = amountText(wasted[measure]);
  return amount === 'unknown' ? `Wasted, how much is unknown: ${lines} ${verb}` : `${amount} wasted: ${lines} ${verb}`;
}
