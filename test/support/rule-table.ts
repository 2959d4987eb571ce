/**
 * Tests a rule by tables of small Dockerfiles. Each case is tried as written and in every variation that applies: lower
 * case, CRLF, continuation lines, another escape character; as a heredoc and below ONBUILD where the rule looks there.
 * Where the rule repairs, the result must parse, be free of the finding, and stay as it is when repaired again.
 */
import { describe, expect, it } from 'vitest';
import type { Configuration } from '../../src/config/configuration.js';
import { DEFAULT_CONFIGURATION } from '../../src/config/configuration.js';
import { TABLES_DATE } from '../../src/data/date.js';
import { applyEdits } from '../../src/engine/apply-edits.js';
import type { Finding } from '../../src/engine/finding.js';
import { combineFixes } from '../../src/engine/fixes.js';
import { lintWith } from '../../src/engine/lint.js';
import type { BuildInput } from '../../src/model/index.js';
import type { Rule, Safety, Severity } from '../../src/rules/rule.js';
import { dedent, type Marked, readMarked, writeMarked } from './marked.js';
import { VARIATIONS, type VariationName } from './variations.js';

interface CaseOptions {
  /** The reason why the case is here, where it is not visible. */
  readonly title?: string;
  /** Context, `.dockerignore`, target, … */
  readonly input?: Omit<Partial<BuildInput>, 'text'>;
  readonly configuration?: Partial<Configuration>;
  /** Variations that change the meaning of this case. */
  readonly without?: readonly VariationName[];
}

export interface FindingCase extends CaseOptions {
  /** Findings in order, their places marked: `RUN «apt» install git`. */
  readonly source: string;
  /** Of each finding, or one for all. */
  readonly variant?: string | readonly string[];
  readonly severity?: Severity;
  /** The source after the best fix of every finding; undefined: not compared. */
  readonly repaired?: string;
  /** No finding of this case has a fix. */
  readonly noFix?: true;
  readonly safety?: Safety;
}

export interface SilentCase extends CaseOptions {
  readonly source: string;
}

interface RuleTable {
  readonly finds: readonly (string | FindingCase)[];
  readonly silent: readonly (string | SilentCase)[];
  /** Variations that do not apply to this rule at all. */
  readonly without?: readonly VariationName[];
}

const ALWAYS: readonly VariationName[] = ['lower-case', 'crlf', 'continuation', 'escape'];

export function testRule(rule: Rule, table: RuleTable): void {
  const names = [...ALWAYS, ...(rule.onbuild ? (['onbuild'] as const) : [])].filter(
    (name) => !table.without?.includes(name),
  );
  describe(rule.id, () => {
    describe('finds', () => {
      for (const entry of table.finds) {
        const finding = typeof entry === 'string' ? { source: entry } : entry;
        it(titleOf(finding), () => checkFinds(rule, finding, names));
      }
    });
    describe('is silent about', () => {
      for (const entry of table.silent) {
        const silent = typeof entry === 'string' ? { source: entry } : entry;
        it(titleOf(silent), () => checkSilent(rule, silent, names));
      }
    });
  });
}

function titleOf({ title, source }: { title?: string; source: string }): string {
  return title ?? dedent(source).trim().replaceAll('\n', '⏎').slice(0, 120);
}

function* variationsOf(
  source: Marked,
  options: CaseOptions,
  names: readonly VariationName[],
): Iterable<[string, Marked]> {
  yield ['as written', source];
  for (const name of names) {
    if (options.without?.includes(name)) continue;
    const varied = VARIATIONS[name](source, inputOf(options, source.text));
    if (varied) yield [name, varied];
  }
}

function inputOf(options: CaseOptions, text: string): BuildInput {
  return { today: TABLES_DATE, ...options.input, text };
}

/** Everything is on: what is off by default is tested too. */
function findingsIn(rule: Rule, options: CaseOptions, text: string): readonly Finding[] {
  const configuration: Configuration = { ...DEFAULT_CONFIGURATION, preset: 'strict', ...options.configuration };
  return lintWith([rule], inputOf(options, text), configuration).findings;
}

function checkFinds(rule: Rule, entry: FindingCase, names: readonly VariationName[]): void {
  const written = readMarked(dedent(entry.source));
  for (const [name, { text, spans }] of variationsOf(written, entry, names)) {
    const findings = findingsIn(rule, entry, text);
    expect(
      writeMarked(
        text,
        findings.map((finding) => finding.at),
      ),
      name,
    ).toBe(writeMarked(text, spans));
    if (entry.variant !== undefined) {
      const variants = typeof entry.variant === 'string' ? findings.map(() => entry.variant) : entry.variant;
      expect(
        findings.map((finding) => finding.variant),
        name,
      ).toEqual(variants);
    }
    if (entry.severity)
      expect(
        findings.map((finding) => finding.severity),
        name,
      ).toEqual(findings.map(() => entry.severity));
    checkMessages(findings);
    checkRepair(rule, entry, text, findings, name);
  }
}

function checkMessages(findings: readonly Finding[]): void {
  for (const { message } of findings)
    for (const parts of [message.what, message.why, message.todo]) expect(parts.length).toBeGreaterThan(0);
}

function checkRepair(rule: Rule, entry: FindingCase, text: string, findings: readonly Finding[], name: string): void {
  const fixes = findings.flatMap((finding) => finding.fixes.slice(0, 1));
  if (entry.noFix) expect(fixes, name).toEqual([]);
  if (entry.safety)
    expect(
      fixes.map((fix) => fix.safety),
      name,
    ).toEqual(findings.map(() => entry.safety));
  if (fixes.length === 0) {
    expect(entry.repaired, 'A repaired text is given, but there is no fix').toBeUndefined();
    return;
  }
  const { edits, skipped } = combineFixes(fixes);
  const repaired = applyEdits(text, edits);
  if (name === 'as written' && entry.repaired !== undefined) expect(repaired).toBe(dedent(entry.repaired));
  const before = lintWith([rule], inputOf(entry, text)).dockerfile.problems.length;
  const after = lintWith([rule], inputOf(entry, repaired)).dockerfile.problems;
  expect(after.length, `${name}: the repaired text has new problems:\n${repaired}`).toBeLessThanOrEqual(before);
  const left = findingsIn(rule, entry, repaired);
  const expected = findings.length - fixes.length + skipped.length;
  expect(left.length, `${name}: still found after the repair:\n${repaired}`).toBeLessThanOrEqual(expected);
}

function checkSilent(rule: Rule, entry: SilentCase, names: readonly VariationName[]): void {
  const written = readMarked(dedent(entry.source));
  for (const [name, { text }] of variationsOf(written, entry, names))
    expect(
      writeMarked(
        text,
        findingsIn(rule, entry, text).map((finding) => finding.at),
      ),
      name,
    ).toBe(text);
}
