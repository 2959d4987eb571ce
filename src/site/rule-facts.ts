/** What a rule page says about a rule beside its prose, taken from the rule and from a lint of its examples. */
import { askedFor } from '../config/asked-for.js';
import { TABLES_DATE } from '../data/date.js';
import { lintWith } from '../engine/lint.js';
import type { BuildInput } from '../model/build-input.js';
import {
  defaultSeverity,
  type Rule,
  type Safety,
  SEVERITIES,
  type Severity,
  type StageSelection,
  variantNames,
} from '../rules/rule.js';
import { examplesOf, type RuleExample } from './rules.js';
import { shellNotes } from './shell-notes.js';

/** Which stages a rule looks at. */
export const stageWords: Readonly<Record<StageSelection, string>> = {
  all: 'all stages',
  shipped: 'stages that ship',
  final: 'the final stage',
};

/** The severities that a rule or its variants have when nothing is configured, the worst first. */
export function severitiesOf(rule: Rule): readonly (Severity | 'off')[] {
  const variants = variantNames(rule);
  const used = new Set(
    variants.length > 0 ? variants.map((variant) => defaultSeverity(rule, variant)) : [rule.severity],
  );
  return [...SEVERITIES, 'off' as const].filter((severity) => used.has(severity));
}

/** What the builder gets in an example of a rule page. */
export function inputFor({ input }: RuleExample, text: string): BuildInput {
  return { ...input, text, today: TABLES_DATE, shellNotes };
}

/** How far the rule's fixes in its own examples may be trusted: "safe", "suggested", "safe or suggested", "none". */
export function fixOf(rule: Rule): string {
  const findings = examplesOf(rule).flatMap(
    (example) => lintWith([rule], inputFor(example, example.before), askedFor(rule)).findings,
  );
  const safeties = findings.flatMap(({ fixes }) => fixes[0]?.safety ?? []);
  return joined([...new Set<Safety>(safeties)].sort());
}

function joined(safeties: readonly Safety[]): string {
  return safeties.length === 0 ? 'none' : safeties.join(' or ');
}
