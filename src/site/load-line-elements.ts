/** The load line as elements: one description of the drawing, which Astro and Preact put into a page in their own ways. */
import { drawLoadLine, type LoadLineDrawing, type LoadLineValues } from './load-line.js';

/** An element of HTML or SVG. */
export interface DrawnElement {
  readonly tag: 'div' | 'b' | 'i' | 'span' | 'svg' | 'path' | 'circle';
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (DrawnElement | string)[];
}

type Content = DrawnElement | string | false | undefined;

/** Lying down, for narrow places, or standing. */
export function loadLineElements(values: LoadLineValues, { isFlat }: { readonly isFlat: boolean }): DrawnElement {
  const drawing = drawLoadLine(values);
  const words = [wordsElement('ll-level', drawing.levelWords), wordsElement('ll-goal', drawing.markWords)];
  const hull = element('div', { class: 'll-hull' }, [...hullElements(drawing), ...(isFlat ? [] : words)]);
  return element('div', attributesOf(values, drawing, isFlat), [hull, ...(isFlat ? words : [])]);
}

function attributesOf(values: LoadLineValues, drawing: LoadLineDrawing, isFlat: boolean): Record<string, string> {
  const { level = 0, mark, low = 0 } = values;
  const style = {
    '--ll-max': drawing.max,
    '--ll-level': level,
    '--ll-mark': mark ?? 0,
    '--ll-low': low,
    '--ll-ticks': drawing.minorTicks,
  };
  return {
    class: isFlat ? 'll not-content flat' : 'll not-content',
    role: 'img',
    'aria-label': drawing.label,
    'data-state': drawing.state,
    ...(drawing.isEven && { 'data-even': '' }),
    ...(drawing.isUnder && { 'data-under': '' }),
    ...(mark === undefined && { 'data-unmarked': '' }),
    style: Object.entries(style)
      .map(([name, value]) => `${name}:${value}`)
      .join(';'),
  };
}

function hullElements({ numerals, written, saved }: LoadLineDrawing): DrawnElement[] {
  return [
    ...['ll-water', 'll-deep', 'll-over', 'll-scale'].map((name) => element('div', { class: name })),
    ...numerals.map((at) =>
      element('i', {
        class: 'll-n',
        style: `--at:${at}`,
        'data-v': written.includes(at) ? at.toLocaleString('en') : '',
      }),
    ),
    element('div', { class: 'll-save' }, [saved !== undefined && element('i', {}, [saved])]),
    element('div', { class: 'll-line' }),
    element('svg', { class: 'll-nabla', 'aria-hidden': 'true', viewBox: '0 0 10 8' }, [
      element('path', { d: 'M0 0h10L5 8z' }),
    ]),
    element('svg', { class: 'll-disc', 'aria-hidden': 'true', viewBox: '-13 -13 26 26' }, [
      element('circle', { r: '7' }),
      element('path', { d: 'M-13 0h26' }),
    ]),
  ];
}

function wordsElement(name: string, { figure, words }: LoadLineDrawing['levelWords']): DrawnElement {
  return element('div', { class: name }, [element('b', {}, [figure]), ' ', element('span', {}, [words])]);
}

function element(
  tag: DrawnElement['tag'],
  attributes: DrawnElement['attributes'],
  contents: readonly Content[] = [],
): DrawnElement {
  const children = contents.filter((content): content is DrawnElement | string => !!content);
  return { tag, attributes, children };
}
