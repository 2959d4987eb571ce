/** What is predicted of the Dockerfiles on a page, worked out when the site is built. */

import { type Configuration, DEFAULT_CONFIGURATION } from '../config/configuration.js';
import type { Finding } from '../engine/finding.js';
import { lint } from '../engine/lint.js';
import { type Price, Prices } from '../engine/prices.js';
import { type ImageView, isBounded, loadTables, middleOf, rebuiltSteps, viewOf } from '../image/index.js';
import type { BuildInput } from '../model/build-input.js';
import { hasUnknownBase, MEASURES } from '../playground/measure.js';
import { SIZE_WORDS } from '../report/size-words.js';
import type { LoadLineValues } from './load-line.js';

/** One Dockerfile with its findings, what they cost, and the image that comes of it. */
export interface PredictedFile {
  readonly input: BuildInput;
  readonly configuration: Configuration;
  readonly findings: readonly Finding[];
  /** In the order of the findings. */
  readonly prices: readonly (Price | null)[];
  readonly image: ImageView | undefined;
  /** The file whose edit rebuilt steps are about. */
  readonly sourceFile: string | undefined;
  /** Steps that run after an edit of it; undefined where none is copied. */
  readonly steps: number | undefined;
}

interface PredictOptions {
  readonly configuration?: Configuration | undefined;
  /** That of another version of the file, so that both are asked the same. */
  readonly sourceFile?: string | undefined;
}

export async function predictFile(
  input: BuildInput,
  { configuration = DEFAULT_CONFIGURATION, sourceFile }: PredictOptions = {},
): Promise<PredictedFile> {
  const { dockerfile, findings } = lint(input, configuration);
  const prices = new Prices(dockerfile, await loadTables(dockerfile));
  const path = sourceFile ?? prices.sourceFile?.path;
  return {
    input,
    configuration,
    findings,
    prices: findings.map((finding) => prices.of(finding)),
    image: viewOf(prices.prediction),
    sourceFile: path,
    steps: path === undefined ? undefined : rebuiltSteps(dockerfile, { kind: 'file', path }),
  };
}

const MEGABYTE = 1_000_000;

/** As a share of the size before. */
const LEAST_DIFFERENCE = 0.01;

/**
 * The load line of a pair: the size before as the water, the size after as the mark, both in the first measure in which
 * both base images are known. Undefined where there is none, or nothing differs.
 */
export function loadLineOfPair(before: PredictedFile, after: PredictedFile): LoadLineValues | undefined {
  const images = [before.image, after.image];
  const measure = MEASURES.find((one) => images.every((image) => image && !hasUnknownBase(image, one)));
  const [level, mark] = images.map((image) => measure && image?.size[measure]);
  if (!measure || !level || !mark || level.min < MEGABYTE) return undefined;
  const isKnown = isBounded(level) && isBounded(mark);
  const [water, line] = [level, mark].map((amount) => (middleOf(amount) ?? amount.min) / MEGABYTE) as [number, number];
  // Two levels that are the same to the eye are no picture.
  if (Math.abs(water - line) < water * LEAST_DIFFERENCE) return undefined;
  const words = SIZE_WORDS[measure];
  return {
    subject: `Predicted size ${words}`,
    level: water,
    levelWords: `${words}, before`,
    isAtLeast: !isBounded(level),
    mark: line,
    markWords: isKnown ? 'after' : 'after, as far as it is known',
  };
}

/** Something else that is predicted to change between the two. */
export interface Outcome {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** Steps after an edit, and how the container stops: only where they differ. */
export function outcomesOfPair(before: PredictedFile, after: PredictedFile): readonly Outcome[] {
  const steps = {
    what: `steps after an edit of ${before.sourceFile}`,
    before: String(before.steps),
    after: String(after.steps),
  };
  const stops = { what: 'docker stop, program handles the signal', before: stopWords(before), after: stopWords(after) };
  const isRebuilt = before.steps !== undefined && after.steps !== undefined;
  return [...(isRebuilt ? [steps] : []), stops].filter((outcome) => outcome.before !== outcome.after);
}

function stopWords({ image }: PredictedFile): string {
  const outcome = image?.process?.stop.find(({ handlesSignal }) => handlesSignal);
  if (image?.process?.starts === false) return 'does not start';
  if (!outcome || outcome.seconds === null) return 'unknown';
  const code = outcome.exitCode === null ? '' : `, exit code ${outcome.exitCode}`;
  return `${outcome.seconds} s${code}`;
}
