/** Applying fixes: one, those of a rule, all safe ones. Edits that overlap are never both applied. */
import { type Configuration, DEFAULT_CONFIGURATION } from '../config/configuration.js';
import type { BuildInput } from '../model/index.js';
import type { Edit, Fix } from '../rules/rule.js';
import { applyEdits } from './apply-edits.js';
import type { Finding } from './finding.js';
import { type LintResult, lint } from './lint.js';
import { TakenEdits } from './taken-edits.js';

export interface CombinedFixes {
  readonly edits: readonly Edit[];
  readonly applied: readonly Fix[];
  /** In the way of another one. Offered again after the first are applied. */
  readonly skipped: readonly Fix[];
}

/** Takes as many fixes as go together, in order of their place. Two fixes that make the same edit share it. */
export function combineFixes(fixes: readonly Fix[]): CombinedFixes {
  // Findings that one fix mends share its edits: they are looked at once.
  const lists = [...new Set(fixes.map(({ edits }) => edits))];
  const first = new Map(lists.map((edits) => [edits, Math.min(...edits.map((edit) => edit.start))]));
  const taken = new TakenEdits(lists.flat());
  const applied: Fix[] = [];
  const skipped: Fix[] = [];
  for (const fix of [...fixes].sort((one, other) => (first.get(one.edits) ?? 0) - (first.get(other.edits) ?? 0)))
    (taken.takeAll(fix.edits) ? applied : skipped).push(fix);
  return { edits: taken.inOrder(), applied, skipped };
}

export interface FixedText {
  readonly text: string;
  readonly applied: number;
}

const ROUNDS = 10;

/** Whether a fix is wanted. */
type Choose = (finding: Finding, fix: Fix) => boolean;

/**
 * Applies the best fix of each chosen finding, looks again, and goes on until nothing is left to do. A round whose
 * result the builder would refuse is not taken.
 */
export function fixAll(
  input: BuildInput,
  choose: Choose,
  configuration: Configuration = DEFAULT_CONFIGURATION,
): FixedText {
  const rounds = fixRounds(lint(input, configuration), choose, configuration);
  let round = rounds.next();
  while (!round.done) round = rounds.next();
  return round.value;
}

/** The same for a text that was checked, with a pause before each round: on a long text a round takes a while. */
export function* fixRounds(
  checked: LintResult,
  choose: Choose,
  configuration: Configuration,
): Generator<undefined, FixedText> {
  const { input } = checked.dockerfile;
  let text = input.text;
  let applied = 0;
  let result = checked;
  for (let round = 0; round < ROUNDS; round++) {
    yield;
    const fixes = result.findings.flatMap((finding) => {
      const fix = finding.fixes.find((candidate) => choose(finding, candidate));
      return fix ? [fix] : [];
    });
    const combined = combineFixes(fixes);
    if (combined.applied.length === 0) break;
    const next = applyEdits(text, combined.edits);
    const nextResult = lint({ ...input, text: next }, configuration);
    if (next === text || nextResult.dockerfile.problems.length > result.dockerfile.problems.length) break;
    text = next;
    applied += combined.applied.length;
    result = nextResult;
  }
  return { text, applied };
}

export const isSafe = (_: Finding, fix: Fix): boolean => fix.safety === 'safe';
