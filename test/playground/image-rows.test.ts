import { describe, expect, test } from 'vitest';
import { sizeOf, UNKNOWN } from '../../src/image/amount.js';
import type { ImageView, LayerView } from '../../src/image/index.js';
import { imageChart } from '../../src/playground/panels/image-rows.js';

const MB = 1_000_000;

function layer(line: number | null, megabytes: number | undefined, more: Partial<LayerView> = {}): LayerView {
  const size = megabytes === undefined ? UNKNOWN : sizeOf(megabytes * MB, (megabytes * MB) / 2);
  return { line, instruction: 'RUN', stage: '0', size, wasted: sizeOf(0, 0), wastedBy: [], why: '', ...more };
}

function chartOf(layers: readonly LayerView[], measure: 'unpacked' | 'compressed' = 'unpacked') {
  const image = { layers } as unknown as ImageView;
  return imageChart(image, measure, (line) => `line ${line}`);
}

describe('bars', () => {
  test('each begins where the one before it ended', () => {
    const { rows } = chartOf([layer(1, 100, { instruction: 'FROM' }), layer(2, 20), layer(3, 5)]);
    expect(rows.map(({ bar }) => [bar.from / MB, bar.known / MB])).toEqual([
      [0, 100],
      [100, 20],
      [120, 5],
    ]);
  });

  test('they have the measure that is asked for', () => {
    expect(chartOf([layer(1, 100)], 'compressed').rows[0]?.bar.known).toBe(50 * MB);
  });

  test('unknown is not small', () => {
    const { rows, max } = chartOf([layer(1, 100), layer(2, undefined)]);
    expect(rows[1]?.bar).toMatchObject({ known: 0, tail: 'open' });
    expect(rows[1]?.sizes.unpacked).toBe('unknown');
    expect(max).toBeGreaterThan(100 * MB);
  });

  test('between two bounds, what is sure and what may come on top', () => {
    const amount = { min: 10 * MB, max: 30 * MB };
    const { rows } = chartOf([layer(1, 0, { size: { unpacked: amount, compressed: amount } })]);
    expect(rows[0]?.bar).toMatchObject({ known: 10 * MB, tail: 20 * MB });
  });

  test('the axis ends with its last figure', () => {
    const { max, ticks } = chartOf([layer(1, 234)]);
    expect(ticks[0]).toBe(0);
    expect(ticks.at(-1)).toBeCloseTo(max);
    expect(max).toBeGreaterThanOrEqual(234 * MB);
  });
});

test('where next to nothing is known there is no axis', () => {
  expect(chartOf([layer(1, 0), layer(2, undefined)]).ticks).toEqual([]);
});

describe('rows', () => {
  test('waste names its amount and the steps', () => {
    const wasted = layer(2, 20, { wasted: sizeOf(15 * MB, 7 * MB), wastedBy: [3] });
    const { rows } = chartOf([layer(1, 100), wasted, layer(3, 1)]);
    expect(rows[1]?.waste).toBe('15.0 MB wasted: line 3 hides it or stores it again');
    expect(rows[1]?.bar.wasted).toBe(15 * MB);
    expect(rows.map(({ lanes }) => lanes[0])).toEqual([undefined, 'start', 'last']);
  });

  test('waste of unknown size says so', () => {
    const { rows } = chartOf([layer(2, undefined, { wasted: UNKNOWN, wastedBy: [3, 4] }), layer(3, 1), layer(4, 1)]);
    expect(rows[0]?.waste).toBe('Wasted, how much is unknown: lines 3, 4 hide it or store it again');
  });

  test('who put the bytes there', () => {
    const layers = ['FROM', 'RUN', 'COPY', 'WORKDIR'].map((instruction, index) => layer(index, 1, { instruction }));
    expect(chartOf(layers).rows.map(({ origin }) => origin)).toEqual(['base', 'command', 'files', 'files']);
  });

  test('the stage stands there where the layers are of several', () => {
    const { rows } = chartOf([layer(1, 1, { stage: 'base' }), layer(2, 1, { stage: '1' })]);
    expect(rows.map(({ stage }) => stage)).toEqual(['base', '1']);
    expect(chartOf([layer(1, 1)]).rows[0]?.stage).toBeUndefined();
  });

  test('a base without a line keeps its word', () => {
    expect(chartOf([layer(null, 1, { instruction: 'FROM' }), layer(2, 1)]).rows.map(({ text }) => text)).toEqual([
      'FROM',
      'line 2',
    ]);
  });

  test('a long image is drawn in part, and says so', () => {
    const { rows, hidden } = chartOf(Array.from({ length: 1000 }, (_, index) => layer(index, 1)));
    expect(rows.length + hidden).toBe(1000);
    expect(hidden).toBeGreaterThan(0);
  });
});
