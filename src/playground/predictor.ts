/**
 * The prediction's part of the lint worker, loaded when it is first asked for. It works in short slices and gives up
 * when a newer check is waiting: a prediction never delays findings.
 */
import type { Configuration } from '../config/configuration.js';
import { applyEdits } from '../engine/apply-edits.js';
import { combineFixes, fixRounds } from '../engine/fixes.js';
import { type LintResult, lint } from '../engine/lint.js';
import { type Price, Prices } from '../engine/prices.js';
import {
  type Change,
  type ProcessOptions,
  type ProcessPrediction,
  predict,
  predictProcess,
  rebuildAfter,
  stageName,
  viewOf,
} from '../image/index.js';
import { asWritten, type BuildInput, parseDockerfile } from '../model/index.js';
import { possibleChanges } from './possible-changes.js';
import type { FixSet, PredictionAnswer, StepView } from './protocol.js';
import { tablesFor } from './tables.js';

/** How long a slice may take, in milliseconds. */
const SLICE = 8;

/** Undefined if `isStale` became true on the way. */
export async function predictFile(
  checked: LintResult,
  configuration: Configuration,
  isStale: () => boolean,
): Promise<PredictionAnswer | undefined> {
  const slices = new Slices(isStale);
  const { dockerfile, findings } = checked;
  const { tables, tablesMissing } = await tablesFor(dockerfile);
  const pricing = new Prices(dockerfile, tables);
  const prices: PredictionAnswer['prices'][number][] = [];
  for (const finding of findings) {
    if (!(await slices.mayGoOn())) return undefined;
    prices.push(pricing.of(finding));
  }
  const rounds = fixRounds(checked, () => true, configuration);
  let round = rounds.next();
  while (!round.done) {
    if (!(await slices.mayGoOn())) return undefined;
    round = rounds.next();
  }
  if (!(await slices.mayGoOn())) return undefined;
  const { text, applied } = round.value;
  const fixed = applied > 0 ? viewOf(predict(parseDockerfile({ ...dockerfile.input, text }), tables)) : undefined;
  const { sourceFile } = pricing;
  const changes = possibleChanges(dockerfile, sourceFile);
  return { image: viewOf(pricing.prediction), fixed, fixes: applied, sourceFile, changes, prices, tablesMissing };
}

/** What the best fixes of several findings do together, by their places in the list of findings. */
export async function fixSet(
  input: BuildInput,
  configuration: Configuration,
  indexes: readonly number[],
): Promise<FixSet> {
  const { dockerfile, findings } = lint(input, configuration);
  const { tables } = await tablesFor(dockerfile);
  const chosen = findings.filter((_, index) => indexes.includes(index));
  const { edits, applied, skipped } = combineFixes(chosen.flatMap(({ fixes }) => fixes.slice(0, 1)));
  return {
    text: applyEdits(input.text, edits),
    applied: applied.length,
    skipped: skipped.map(({ title }) => title),
    price: new Prices(dockerfile, tables).ofSet(chosen),
  };
}

/** What a Dockerfile costs more than another text in its place. */
export async function priceOver(input: BuildInput, text: string): Promise<Price> {
  const dockerfile = parseDockerfile(input);
  const { tables } = await tablesFor(dockerfile);
  return new Prices(dockerfile, tables).over(text);
}

class Slices {
  private began = performance.now();

  constructor(private readonly isStale: () => boolean) {}

  /** Lets waiting messages through from time to time; false once the work is not wanted any more. */
  async mayGoOn(): Promise<boolean> {
    if (performance.now() - this.began > SLICE) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      this.began = performance.now();
    }
    return !this.isStale();
  }
}

export function rebuildFile(input: BuildInput, change: Change): StepView[] {
  const dockerfile = parseDockerfile(input);
  return rebuildAfter(dockerfile, change).map(({ instruction, stage, step, why }) => ({
    line: dockerfile.lines.positionAt(instruction.at.start).line,
    stage: stageName(stage),
    instruction: instruction.keyword,
    text: asWritten(dockerfile, instruction).replace(/\s+/g, ' '),
    step,
    why,
  }));
}

export function processOfFile(input: BuildInput, options: ProcessOptions): ProcessPrediction | undefined {
  const dockerfile = parseDockerfile(input);
  return dockerfile.target && predictProcess(dockerfile, options);
}
