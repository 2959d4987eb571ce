/**
 * The load line: predicted size as water, the size after the open fixes as the mark. It draws two measured sizes just as
 * well, with words of their own. Here its words and its scale.
 */

/** Sizes in megabytes. Without a level nothing is known of the size. */
export interface LoadLineValues {
  /** The predicted size, or the high end of a range. */
  readonly level?: number | undefined;
  /** The size after the open fixes; in an exercise, what is allowed. Without it there is no mark. */
  readonly mark?: number | undefined;
  /** How far the mark is known: the size is at least, or at most, that. */
  readonly markBound?: 'least' | 'most' | undefined;
  /** The low end of a range. */
  readonly low?: number | undefined;
  /** The level is only what is known: the image is at least that large. */
  readonly isAtLeast?: boolean | undefined;
  /** What the mark means, such as "after 3 fixes". */
  readonly markWords: string;
  /** What it is the size of, at the beginning of the sentence; `Predicted size` without it. */
  readonly subject?: string | undefined;
  /** What the level means; `predicted` without it. */
  readonly levelWords?: string | undefined;
  /** Why the size is unknown. */
  readonly reason?: string | undefined;
}

/** Which drawing it is. */
export type LoadLineState = 'over' | 'even' | 'under' | 'at-least' | 'range' | 'unknown';

interface Words {
  readonly figure: string;
  readonly words: string;
}

/** Everything that is drawn beside the numbers themselves. */
export interface LoadLineDrawing {
  readonly state: LoadLineState;
  /** Mark and water are one line: there is nothing between them. */
  readonly isEven: boolean;
  /** The mark is above the water, so that their words change sides. */
  readonly isUnder: boolean;
  /** One sentence for those who do not see the drawing. */
  readonly label: string;
  /** The top of the scale. */
  readonly max: number;
  /** Where a mark stands on the scale. */
  readonly numerals: readonly number[];
  /** Those that have room for their digits: neither the water nor the mark goes through them. */
  readonly written: readonly number[];
  readonly minorTicks: number;
  readonly levelWords: Words;
  readonly markWords: Words;
  /** What the fixes take away, where the band has room for it. */
  readonly saved: string | undefined;
}

const ticksPerStep = 5;
const roomForWords = 0.14;
const roomForDigits = 0.04;

/** Works out state, scale and words. */
export function drawLoadLine(values: LoadLineValues): LoadLineDrawing {
  const state = stateOf(values);
  const { max, step } = scaleFor(Math.max(values.level ?? 0, values.mark ?? 0));
  const numerals = Array.from({ length: Math.round(max / step) }, (_, index) => (index + 1) * step);
  const levelWords = wordsOfLevel(values, state);
  const markWords = wordsOfMark(values);
  return {
    state,
    isEven: isEven(values),
    isUnder: isUnder(values),
    label: sentence(values, levelWords, markWords),
    max,
    numerals,
    written: numerals.filter((at) => hasRoom(at, values, max)),
    minorTicks: Math.round(max / step) * ticksPerStep,
    levelWords,
    markWords,
    saved: savedBy(values, state, max),
  };
}

function stateOf(values: LoadLineValues): LoadLineState {
  const { level, mark = 0, low, isAtLeast } = values;
  if (level === undefined) return 'unknown';
  if (isAtLeast) return 'at-least';
  if (low !== undefined && low < level) return 'range';
  if (isEven(values)) return 'even';
  return mark < level ? 'over' : 'under';
}

/** To the digit that is shown. */
function isEven({ level, mark }: LoadLineValues): boolean {
  return level !== undefined && (mark === undefined || megabytes(mark) === megabytes(level));
}

function isUnder(values: LoadLineValues): boolean {
  const { level, mark } = values;
  return level !== undefined && mark !== undefined && mark > level && !isEven(values);
}

function hasRoom(at: number, { level, mark }: LoadLineValues, max: number): boolean {
  return [level, mark].every((line) => line === undefined || Math.abs(at - line) / max > roomForDigits);
}

/** The next round number above the highest, and steps that leave three to five numerals. */
export function scaleFor(highest: number): { max: number; step: number } {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(highest, 1)));
  const factor = [0.2, 0.25, 0.5, 1, 2, 2.5].find((candidate) => highest <= candidate * magnitude * 5) ?? 5;
  const step = factor * magnitude;
  return { max: Math.max(1, Math.ceil(highest / step)) * step, step };
}

function wordsOfLevel(values: LoadLineValues, state: LoadLineState): Words {
  const { level = 0, low = 0, reason = '', levelWords: words = 'predicted' } = values;
  if (state === 'unknown') return { figure: 'unknown', words: reason };
  if (state === 'at-least') return { figure: `≥ ${megabytes(level)} MB`, words: `${words}, at least` };
  if (state === 'range') return { figure: `${rounded(low, level)}–${rounded(level, level)} MB`, words };
  return { figure: `${megabytes(level)} MB`, words };
}

function wordsOfMark(values: LoadLineValues): Words {
  const { mark, markBound, markWords } = values;
  const bound = markBound === 'least' ? '≥ ' : markBound === 'most' ? '≤ ' : '';
  return { figure: mark === undefined || isEven(values) ? '' : `${bound}${megabytes(mark)} MB`, words: markWords };
}

function savedBy(values: LoadLineValues, state: LoadLineState, max: number): string | undefined {
  const { level = 0, mark = 0, markBound } = values;
  const hasRoom = (level - mark) / max > roomForWords;
  return state === 'over' && !markBound && hasRoom ? `\u2212${megabytes(level - mark)}` : undefined;
}

function sentence({ subject = 'Predicted size', levelWords = '' }: LoadLineValues, level: Words, mark: Words): string {
  const words = level.figure === 'unknown' && level.words ? `: ${level.words}` : levelWords && ` ${levelWords}`;
  const rest = [mark.figure, mark.words].filter(Boolean).join(' ');
  return `${subject} ${level.figure}${words}${rest && `, ${rest}`}`;
}

/** The ends of a range stand side by side and are not exact: from 100 on they need no decimal. */
function rounded(value: number, highest: number): string {
  return highest < 100 ? megabytes(value) : Math.round(value).toLocaleString('en');
}

function megabytes(value: number): string {
  return value.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
