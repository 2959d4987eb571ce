/** What the last check found, for the prediction that follows it: the same text is not checked twice. */
import type { Configuration } from '../config/configuration.js';
import { type LintResult, lint } from '../engine/lint.js';
import type { BuildInput } from '../model/build-input.js';
import { isEqual } from './keep-equal.js';

export class LastCheck {
  private last: { readonly asked: readonly [BuildInput, Configuration]; readonly result: LintResult } | undefined;

  check(input: BuildInput, configuration: Configuration): LintResult {
    const result = lint(input, configuration);
    this.last = { asked: [input, configuration], result };
    return result;
  }

  /** That of the last check where it was asked the same. Several editors of a page share a worker, so it may not be. */
  of(input: BuildInput, configuration: Configuration): LintResult {
    const { last } = this;
    return last && isEqual(last.asked, [input, configuration]) ? last.result : this.check(input, configuration);
  }
}
