/**
 * The load line: predicted size as water, the size after the open fixes as the mark. It draws two measured sizes just as
 * well, with words of their own. Here its words and its scale.
 */

/** Sizes in megabytes. Without a level nothing is known of the size. */
export interface LoadLineValues {
  /** The predicted size, or the high end of a range. */
  readonly level?: number | undefined;
  /** The size after the open fixes; in an exercise, what is allowed. */
  readonly mark?: number | undefined;
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
  const markWords = wordsOfMark(values, state);
  return {
    state,
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

function stateOf({ level, mark, low, isAtLeast }: LoadLineValues): LoadLineState {
  if (level === undefined) return 'unknown';
  if (isAtLeast) return 'at-least';
  if (low !== undefined && low < level) return 'range';
  if (mark === undefined || mark === level) return 'even';
  return mark < level ? 'over' : 'under';
}

function hasRoom(at: number, { level, mark }: LoadLineValues, max: number): boolean {
  return [level, mark].every((line) => line === undefined || Math.abs(at - line) / max > roomForDigits);
}

/** The next round number above the water, and steps that leave three to five numerals. */
function scaleFor(highest: number): { max: number; step: number } {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(highest, 1)));
  const factor = [0.2, 0.25, 0.5, 1, 2, 2.5].find((candidate) => highest <= candidate * magnitude * 5) ?? 5;
  const step = factor * magnitude;
  return { max: Math.max(1, Math.ceil(highest / step)) * step, step };
}

function wordsOfLevel(values: LoadLineValues, state: LoadLineState): Words {
  const { level = 0, low = 0, reason = '', levelWords: words = 'predicted' } = values;
  if (state === 'unknown') return { figure: 'unknown', words: reason };
  if (state === 'at-least') return { figure: `≥ ${megabytes(level)} MB`, words: `${words}, at least` };
  if (state === 'range') return { figure: `${megabytes(low)}–${megabytes(level)} MB`, words };
  return { figure: `${megabytes(level)} MB`, words };
}

function wordsOfMark({ mark, markWords }: LoadLineValues, state: LoadLineState): Words {
  return { figure: state === 'even' || mark === undefined ? '' : `${megabytes(mark)} MB`, words: markWords };
}

function savedBy({ level = 0, mark = 0 }: LoadLineValues, state: LoadLineState, max: number): string | undefined {
  const hasRoom = (level - mark) / max > roomForWords;
  return state === 'over' && hasRoom ? `\u2212${megabytes(level - mark)}` : undefined;
}

function sentence({ subject = 'Predicted size', levelWords = '' }: LoadLineValues, level: Words, mark: Words): string {
  const words = level.figure === 'unknown' && level.words ? `: ${level.words}` : levelWords && ` ${levelWords}`;
  const rest = [mark.figure, mark.words].filter(Boolean).join(' ');
  return `${subject} ${level.figure}${words}${rest && `, ${rest}`}`;
}

function megabytes(value: number): string {
  return value.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
