/**
 * The prediction's part of the lint worker, loaded when it is first asked for. It works in short slices and gives up
 * when a newer check is waiting: a prediction never delays findings.
 */
import type { Configuration } from '../config/configuration.js';
import { fixAll } from '../engine/fixes.js';
import { lint } from '../engine/lint.js';
import { Prices } from '../engine/prices.js';
import {
  type Change,
  loadTables,
  type ProcessOptions,
  type ProcessPrediction,
  predict,
  predictProcess,
  rebuildAfter,
  stageName,
  type Tables,
  viewOf,
} from '../image/index.js';
import { asWritten, type BuildInput, type Dockerfile, parseDockerfile } from '../model/index.js';
import { possibleChanges } from './possible-changes.js';
import type { PredictionAnswer, StepView } from './protocol.js';

/** How long a slice may take, in milliseconds. */
const SLICE = 8;

/** Undefined if `isStale` became true on the way. */
export async function predictFile(
  input: BuildInput,
  configuration: Configuration,
  isStale: () => boolean,
): Promise<PredictionAnswer | undefined> {
  const slices = new Slices(isStale);
  const { dockerfile, findings } = lint(input, configuration);
  const tables = await tablesFor(dockerfile);
  const pricing = new Prices(dockerfile, tables);
  const prices: PredictionAnswer['prices'][number][] = [];
  for (const finding of findings) {
    if (!(await slices.mayGoOn())) return undefined;
    prices.push(pricing.of(finding));
  }
  if (!(await slices.mayGoOn())) return undefined;
  const { text, applied } = fixAll(input, () => true, configuration);
  const fixed = applied > 0 ? viewOf(predict(parseDockerfile({ ...input, text }), tables)) : undefined;
  const { sourceFile } = pricing;
  const changes = possibleChanges(dockerfile, sourceFile);
  return { image: viewOf(pricing.prediction), fixed, fixes: applied, sourceFile, changes, prices };
}

/** Without a table its packages are unknown, and everything else is as good as with it. */
async function tablesFor(dockerfile: Dockerfile): Promise<Tables> {
  return loadTables(dockerfile).catch(() => ({}));
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
