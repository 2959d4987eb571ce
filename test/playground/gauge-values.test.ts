import { describe, expect, test } from 'vitest';
import type { Amount, ImageView, LayerView, Size } from '../../src/image/index.js';
import { gaugeValues, unknownPart } from '../../src/playground/panels/gauge-values.js';
import type { PredictionAnswer } from '../../src/playground/protocol.js';
import { drawLoadLine } from '../../src/site/load-line.js';

const MB = 1_000_000;
const between = (min: number, max: number): Amount => ({ min: min * MB, max: max * MB });

/** Half as much to pull. */
function imageOf({ min, max }: Amount): ImageView {
  const size: Size = { unpacked: { min, max }, compressed: { min: min / 2, max: max / 2 } };
  return { size, layers: [] } as unknown as ImageView;
}

function answerOf(now: Amount, fixed: Amount | undefined, fixes = fixed ? 2 : 0): PredictionAnswer {
  return { image: imageOf(now), fixed: fixed && imageOf(fixed), fixes } as unknown as PredictionAnswer;
}

const UNKNOWN = between(0, Infinity);

const CASES: readonly (readonly [Amount, Amount | undefined, string, string])[] = [
  [between(200, 200), between(80, 80), 'over', 'Predicted size 200.0 MB on disk, 80.0 MB after 2 fixes'],
  [between(80, 80), between(90, 90), 'under', 'Predicted size 80.0 MB on disk, 90.0 MB after 2 fixes'],
  [between(80, 80), between(80, 80), 'even', 'Predicted size 80.0 MB on disk, the same after 2 fixes'],
  [between(80, 80), undefined, 'even', 'Predicted size 80.0 MB on disk, no fix on offer'],
  [
    between(80, Infinity),
    between(70, Infinity),
    'at-least',
    'Predicted size ≥ 80.0 MB on disk, ≥ 70.0 MB after 2 fixes',
  ],
  [between(80, 120), between(30, 60), 'range', 'Predicted size 80–120 MB on disk, ≤ 60.0 MB after 2 fixes'],
  [
    UNKNOWN,
    between(30, 30),
    'unknown',
    'Predicted size unknown: on disk, as that of its files is, 30.0 MB after 2 fixes',
  ],
  [between(80, 80), UNKNOWN, 'even', 'Predicted size 80.0 MB on disk, unknown after 2 fixes'],
];

test.each(CASES)('%j, %j: %s', (now, fixed, state, label) => {
  const drawing = drawLoadLine(gaugeValues(answerOf(now, fixed), 'unpacked', 3));
  expect(drawing.state).toBe(state);
  expect(drawing.label).toBe(label);
});

describe('words', () => {
  test('the other size has its own', () => {
    const { label } = drawLoadLine(gaugeValues(answerOf(between(200, 200), between(80, 80), 1), 'compressed', 1));
    expect(label).toBe('Predicted size 100.0 MB to pull, 40.0 MB after 1 fix');
  });

  test('nothing to fix', () => {
    expect(gaugeValues(answerOf(between(80, 80), undefined), 'unpacked', 0).markWords).toBe('nothing to fix');
  });

  test('without a stage nothing is built', () => {
    const answer = { image: undefined, fixed: undefined, fixes: 0 } as unknown as PredictionAnswer;
    expect(gaugeValues(answer, 'unpacked', 1)).toEqual({
      subject: 'Predicted size',
      markWords: '',
      reason: 'nothing is built',
    });
  });
});

describe('what the water leaves out', () => {
  const layer = (line: number, max: number, instruction = 'RUN'): LayerView => {
    const size = { unpacked: between(0, max), compressed: between(0, max) };
    return { line, instruction, size, why: `why ${line}` } as unknown as LayerView;
  };
  const imageWith = (layers: readonly LayerView[]) => ({ layers }) as unknown as ImageView;

  test('nothing where everything has an upper bound', () => {
    expect(unknownPart(imageWith([layer(1, 5), layer(2, 6)]), 'unpacked')).toBeUndefined();
  });

  test('the first layers by name, the others by number', () => {
    const image = imageWith([layer(1, Infinity, 'FROM'), layer(2, 1), layer(3, Infinity), layer(4, Infinity)]);
    expect(unknownPart(image, 'unpacked')).toEqual({
      named: [
        { line: 1, why: 'the base image why 1' },
        { line: 3, why: 'why 3' },
      ],
      more: 1,
    });
  });

  test('a base that no FROM names has no name to be told', () => {
    const image = imageWith([{ ...layer(1, Infinity, 'FROM'), line: null, why: 'the base image' }]);
    expect(unknownPart(image, 'unpacked')?.named).toEqual([{ line: null, why: 'the base image' }]);
  });
});

test('after fixes there is no mark where the size of the new base image is unknown', () => {
  const answer = answerOf(between(1140, 1140), between(30, Infinity));
  const base = { instruction: 'FROM', size: { unpacked: UNKNOWN, compressed: between(80, 80) } };
  const fixed = { ...answer.fixed, layers: [base] } as unknown as ImageView;
  expect(gaugeValues({ ...answer, fixed }, 'unpacked', 3)).toMatchObject({ markWords: 'unknown after 2 fixes' });
  expect(gaugeValues({ ...answer, fixed }, 'unpacked', 3).mark).toBeUndefined();
  expect(gaugeValues({ ...answer, fixed }, 'compressed', 3).mark).toBe(15);
});
