/** What the page asks of the lint worker. Plain data both ways. */
import type { Configuration } from '../config/configuration.js';
import type { Finding } from '../engine/finding.js';
import type { Price } from '../engine/prices.js';
import type { Change, ImageView, ProcessOptions, ProcessPrediction, RebuiltStep, SourceFile } from '../image/index.js';
import type { BuildInput } from '../model/build-input.js';
import type { PossibleChanges } from './possible-changes.js';

export interface LintAnswer {
  readonly findings: readonly Finding[];
  /** Findings that a comment silences. */
  readonly ignored: number;
  /** Time that the check took, in milliseconds. */
  readonly milliseconds: number;
}

/** The image, now and after all open fixes. */
export interface PredictionAnswer {
  /** Undefined where the file has no stage. */
  readonly image: ImageView | undefined;
  readonly fixed: ImageView | undefined;
  /** How many fixes that takes. */
  readonly fixes: number;
  /** The file whose edit rebuilt steps are about. */
  readonly sourceFile: SourceFile | undefined;
  /** What can change between two builds. */
  readonly changes: PossibleChanges;
  /** What each finding costs, in the order of the findings. */
  readonly prices: readonly (Price | null)[];
}

/** One step of a build, where it stands. */
export interface StepView {
  readonly line: number;
  readonly stage: string;
  readonly instruction: string;
  /** The instruction's own words, on one line. */
  readonly text: string;
  readonly step: RebuiltStep['step'];
  readonly why: string;
}

export interface LintWorker {
  lint(input: BuildInput, configuration: Configuration): LintAnswer;
  /** The text after all safe fixes, or after the best fixes of one rule. */
  fix(input: BuildInput, configuration: Configuration, rule: string | undefined): { text: string; applied: number };
  /** Undefined where another check was asked for meanwhile, which has precedence. */
  predict(input: BuildInput, configuration: Configuration): Promise<PredictionAnswer | undefined>;
  rebuild(input: BuildInput, change: Change): Promise<readonly StepView[]>;
  process(input: BuildInput, options: ProcessOptions): Promise<ProcessPrediction | undefined>;
}
