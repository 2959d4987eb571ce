/** What somebody hands in, with all that conditions may ask of it. Each part is worked out when it is first asked for. */
import { type Configuration, DEFAULT_CONFIGURATION } from '../config/configuration.js';
import { selectRules } from '../config/rule-names.js';
import type { Finding, IgnoredFinding } from '../engine/finding.js';
import { type LintResult, lint } from '../engine/lint.js';
import { type Change, type Prediction, predict, type RebuiltStep, rebuildAfter, type Tables } from '../image/index.js';
import type { Entry } from '../image/layers/entry.js';
import { type BuildInput, type Dockerfile, type Instruction, lineage, type Run, type Stage } from '../model/index.js';

/** Every rule that is worth a lesson is on. */
const ALL_RULES: Configuration = { ...DEFAULT_CONFIGURATION, preset: 'strict' };

export class Submission {
  readonly lint: LintResult;
  readonly dockerfile: Dockerfile;
  private predicted: Prediction | undefined;
  private readonly rebuilds = new Map<string, readonly RebuiltStep[]>();
  /** By the place at which they end. */
  private readonly beginnings = new Map<number, Submission>();

  constructor(
    readonly input: BuildInput,
    private readonly tables: Tables,
  ) {
    this.lint = lint(input, ALL_RULES);
    this.dockerfile = this.lint.dockerfile;
  }

  /** Findings of a rule, a variant, or a code of another linter; those that a comment silences too. */
  findingsOf(name: string): readonly (Finding | IgnoredFinding)[] {
    const selectors = selectRules(name);
    return [...this.lint.findings, ...this.lint.ignored].filter(({ rule, variant }) =>
      selectors.some((one) => one.rule.id === rule && (one.variant === undefined || one.variant === variant)),
    );
  }

  /** The same, built with another value of a build argument. */
  withArgument(name: string, value: string): Submission {
    const buildArguments = { ...this.input.buildArguments, [name]: value };
    return new Submission({ ...this.input, buildArguments }, this.tables);
  }

  /** The same image, started with arguments: they take the place of CMD. */
  withArguments(words: readonly string[]): Submission {
    const { text } = this.input;
    const end = this.target?.instructions.at(-1)?.at.end ?? text.length;
    const started = `${text.slice(0, end)}\nCMD ${JSON.stringify(words)}${text.slice(end)}`;
    return new Submission({ ...this.input, text: started }, this.tables);
  }

  /** The same up to a step, with the stage of the step as what is shipped. */
  before(step: Instruction): Submission {
    const { start } = step.at;
    const { target: _, ...input } = this.input;
    const known =
      this.beginnings.get(start) ?? new Submission({ ...input, text: input.text.slice(0, start) }, this.tables);
    this.beginnings.set(start, known);
    return known;
  }

  get prediction(): Prediction {
    this.predicted ??= predict(this.dockerfile, this.tables);
    return this.predicted;
  }

  /** The steps of the build after a change. */
  rebuild(change: Change): readonly RebuiltStep[] {
    const key = JSON.stringify(change);
    const known = this.rebuilds.get(key) ?? rebuildAfter(this.dockerfile, change);
    this.rebuilds.set(key, known);
    return known;
  }

  get target(): Stage | undefined {
    return this.dockerfile.target;
  }

  /** What can be seen in the image that is shipped. */
  get files(): readonly Entry[] {
    return this.target ? (this.prediction.layers?.filesOf(this.target) ?? []) : [];
  }

  /** The stage that is shipped and those it is built FROM. */
  get shippedStages(): readonly Stage[] {
    return [...lineage(this.target)];
  }

  /** Every RUN of the stages that the target needs. */
  get runs(): readonly Run[] {
    return this.dockerfile.stages.filter(({ isReachable }) => isReachable).flatMap(runsIn);
  }

  /** Every RUN whose files are in the image. */
  get shippedRuns(): readonly Run[] {
    return this.shippedStages.flatMap(runsIn);
  }

  /** `line 6`. */
  lineOf({ at }: { readonly at: { readonly start: number } }): string {
    return `line ${this.dockerfile.lines.lineAt(at.start)}`;
  }
}

function runsIn({ instructions }: Stage): Run[] {
  return instructions.filter((one): one is Run => one.keyword === 'RUN');
}
