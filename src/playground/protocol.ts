/** What the page asks of the lint worker. Plain data both ways. */
import type { Configuration } from '../config/configuration.js';
import type { Finding } from '../engine/finding.js';
import type { BuildInput } from '../model/build-input.js';

export interface LintAnswer {
  readonly findings: readonly Finding[];
  /** Findings that a comment silences. */
  readonly ignored: number;
  /** Time that the check took, in milliseconds. */
  readonly milliseconds: number;
}

export interface LintWorker {
  lint(input: BuildInput, configuration: Configuration): LintAnswer;
  /** The text after all safe fixes, or after the best fixes of one rule. */
  fix(input: BuildInput, configuration: Configuration, rule: string | undefined): { text: string; applied: number };
}
