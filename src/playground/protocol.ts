/** What the page asks of the lint worker. Plain data both ways. */
import type { Configuration } from '../config/configuration.js';
import type { Finding } from '../engine/finding.js';
import type { IgnoreScope } from '../engine/ignore-edit.js';
import type { Price } from '../engine/prices.js';
import type { Answer, Exercise, Gradable } from '../exercises/exercise.js';
import type { Trial } from '../exercises/trial.js';
import type { Explanation } from '../explain/explanation.js';
import type { Grade } from '../grading/index.js';
import type { KindView } from '../grading/kind-view.js';
import type { Change, ImageView, ProcessOptions, ProcessPrediction, RebuiltStep, SourceFile } from '../image/index.js';
import type { BuildInput } from '../model/build-input.js';
import type { ShellScript } from '../model/shell/shell-script.js';
import type { Edit, Severity, Topic } from '../rules/rule.js';
import type { LanguageAnswers, LanguageQuestion } from './language.js';
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
  /** A table of packages could not be fetched, so what packages add is unknown here. The next prediction tries again. */
  readonly tablesMissing: boolean;
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

/** A text after fixes, and how many were made. */
export interface FixedText {
  readonly text: string;
  readonly applied: number;
}

/** What several fixes do together. */
export interface FixSet extends FixedText {
  /** The titles of those that are in the way of another one, and so are not made. */
  readonly skipped: readonly string[];
  /** What the mistakes cost together; `null`: none of them has a fix. */
  readonly price: Price | null;
}

/** What a reader needs to know of a rule to configure it. */
export interface RuleView {
  readonly id: string;
  readonly topic: Topic;
  readonly summary: string;
  readonly severity: Severity | 'off';
  readonly variants: readonly string[];
  /** Codes of other linters. */
  readonly aliases: readonly string[];
}

/** As the command line names them. */
export const REPORT_FORMATS = ['markdown', 'sarif', 'json', 'github'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What a comment needs to know of the finding that it silences. */
export type FindingName = Pick<Finding, 'rule' | 'variant' | 'at'>;

export interface LintWorker {
  lint(input: BuildInput, configuration: Configuration): LintAnswer;
  /** The scripts in the file, for ShellCheck. */
  shellScripts(input: BuildInput): readonly ShellScript[];
  /** The text after all safe fixes, or after the best fixes of one rule. */
  fix(input: BuildInput, configuration: Configuration, rule: string | undefined): FixedText;
  /** All rules, in the order of their topics. */
  rules(): readonly RuleView[];
  /** Undefined where another check was asked for meanwhile, which has precedence. */
  predict(input: BuildInput, configuration: Configuration): Promise<PredictionAnswer | undefined>;
  /** What the best fixes of several findings do together, by their places in the list of findings. */
  fixSet(input: BuildInput, configuration: Configuration, indexes: readonly number[]): Promise<FixSet>;
  /** The findings of one file in a format of the command line. */
  report(input: BuildInput, configuration: Configuration, format: ReportFormat): Promise<string>;
  /** The edits that silence a finding by a comment; undefined where no comment can. */
  ignore(
    input: BuildInput,
    finding: FindingName,
    scope: IgnoreScope,
    reason: string,
  ): Promise<readonly Edit[] | undefined>;
  /** What an editor asks about a place in the file. */
  language(input: BuildInput, question: LanguageQuestion): Promise<LanguageAnswers[keyof LanguageAnswers]>;
  /** What the input costs more than another text in place of its own. */
  priceOver(input: BuildInput, text: string): Promise<Price>;
  rebuild(input: BuildInput, change: Change): Promise<readonly StepView[]>;
  /** Each instruction in plain words. */
  explain(input: BuildInput): Promise<Explanation>;
  process(input: BuildInput, options: ProcessOptions): Promise<ProcessPrediction | undefined>;
  /** Whether an answer solves an exercise. */
  grade(exercise: Gradable, answer: Answer): Promise<Grade>;
  /** An exercise in the making. */
  tryExercise(exercise: Exercise): Promise<Trial>;
  /** The kinds of conditions, for the form of an exercise. */
  conditionKinds(): Promise<readonly KindView[]>;
}
