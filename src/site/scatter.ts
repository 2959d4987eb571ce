/** A picture of predicted against measured sizes on two logarithmic axes: where a point lies, and where the axes are marked. */

export interface Point {
  readonly label: string;
  /** Bytes. */
  readonly predicted: number;
  readonly measured: number;
  readonly group: string;
}

export interface Scatter {
  /** Both axes reach from here to there. Bytes. */
  readonly from: number;
  readonly to: number;
  /** Bytes at which an axis has a mark: whole powers of ten, and 2 and 5 times these. */
  readonly ticks: readonly number[];
  /** 0 at the start of an axis, 1 at its end. */
  place(bytes: number): number;
}

export function scatterOf(points: readonly Point[]): Scatter {
  const sizes = points.flatMap(({ predicted, measured }) => [predicted, measured]).filter((bytes) => bytes > 0);
  const ticks = ticksAround(Math.min(...sizes), Math.max(...sizes));
  const from = ticks[0] ?? 1;
  const to = ticks.at(-1) ?? 10;
  const length = Math.log10(to / from);
  return { from, to, ticks, place: (bytes) => Math.log10(Math.max(bytes, from) / from) / length };
}

function ticksAround(least: number, most: number): number[] {
  const ticks: number[] = [];
  for (let power = 10 ** Math.floor(Math.log10(least)); (ticks.at(-1) ?? 0) < most; power *= 10)
    for (const factor of [1, 2, 5]) ticks.push(power * factor);
  const first = ticks.findLastIndex((tick) => tick <= least);
  const last = ticks.findIndex((tick) => tick >= most);
  return ticks.slice(Math.max(first, 0), last + 1);
}

/** How far predictions are off, as shares of what was measured. */
export interface Errors {
  readonly median: number;
  /** Nine of ten are off by less. */
  readonly ninth: number;
  readonly largest: Point | undefined;
}

export function errorsOf(points: readonly Point[]): Errors {
  const sorted = [...points].sort((one, other) => errorOf(one) - errorOf(other));
  const at = (share: number) => {
    const point = sorted[Math.ceil(share * sorted.length) - 1];
    return point ? errorOf(point) : 0;
  };
  return { median: at(0.5), ninth: at(0.9), largest: sorted.at(-1) };
}

export function errorOf({ predicted, measured }: Point): number {
  return Math.abs(predicted - measured) / measured;
}
