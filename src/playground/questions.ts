/** What the worker is asked about the text in the editor, beside the check that follows every change. */
import type { Finding } from '../engine/finding.js';
import type { IgnoreScope } from '../engine/ignore-edit.js';
import type { Price } from '../engine/prices.js';
import type { Explanation } from '../explain/explanation.js';
import type { Change, ProcessOptions, ProcessPrediction } from '../image/index.js';
import type { Edit } from '../rules/rule.js';
import type { Linter, LintRequest } from './linter.js';
import type { FixedText, FixSet, ReportFormat, RuleView, StepView } from './protocol.js';

/** Answers are undefined where the worker broke, except where said otherwise. */
export class Questions {
  constructor(
    private readonly linter: Linter,
    /** What is in the editor now. */
    private readonly request: () => LintRequest,
  ) {}

  /** What the text in the editor costs more than another one; undefined where that could not be found out. */
  priceOver(text: string): Promise<Price | undefined> {
    return this.linter.priceOver(this.request(), text);
  }

  /** The steps of the build after a change of what is in the editor. */
  rebuild(change: Change): Promise<readonly StepView[] | undefined> {
    return this.linter.rebuild(this.request(), change);
  }

  /** What is in the editor, in plain words. */
  explain(): Promise<Explanation | undefined> {
    return this.linter.explain(this.request());
  }

  /** What runs in the container under other circumstances. */
  process(options: ProcessOptions): Promise<ProcessPrediction | undefined> {
    return this.linter.process(this.request(), options);
  }

  /** The text after the best fixes of one rule, or after all safe ones. */
  fixed(rule?: string): Promise<FixedText | undefined> {
    return this.linter.fix(this.request(), rule);
  }

  /** The findings in a format of the command line. Rejects where it could not be made. */
  report(format: ReportFormat): Promise<string> {
    return this.linter.report(this.request(), format);
  }

  /** The edits that silence a finding by a comment; undefined where no comment can. Rejects where they could not be made. */
  ignoreEdits(
    { rule, variant, at }: Finding,
    scope: IgnoreScope,
    reason: string,
  ): Promise<readonly Edit[] | undefined> {
    return this.linter.ignore(this.request(), { rule, variant, at }, scope, reason);
  }

  /** What the best fixes of several findings `among` all do together; undefined where that could not be found out. */
  fixSet(findings: readonly Finding[], among: readonly Finding[]): Promise<FixSet | undefined> {
    const indexes = findings.map((finding) => among.indexOf(finding));
    return this.linter.fixSet(this.request(), indexes);
  }

  /** All rules, whatever the text is. */
  rules(): Promise<readonly RuleView[] | undefined> {
    return this.linter.rules();
  }
}
