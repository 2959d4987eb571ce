import { describe, expect, test } from 'vitest';
import { TABLES_DATE } from '../../src/data/date.js';
import type { Finding } from '../../src/engine/finding.js';
import { lint } from '../../src/engine/lint.js';
import {
  type FindingFilter,
  filterFindings,
  GROUPINGS,
  groupFindings,
  hasOnlySuggested,
  isFiltering,
  NO_FILTER,
} from '../../src/playground/finding-groups.js';

const { findings } = lint({
  text: 'FROM debian:trixie-slim\nMAINTAINER Jo\nRUN apt-get update && apt-get install -y curl\nCMD ["id"]\n',
  today: TABLES_DATE,
});

const named = (list: readonly Finding[]) => list.map(({ rule }) => rule);
const shown = (filter: Partial<FindingFilter>) => filterFindings(findings, { ...NO_FILTER, ...filter });

describe('groups', () => {
  test.each(GROUPINGS)('by %s hold each finding once', (by) => {
    const grouped = groupFindings(findings, by).flatMap((group) => group.findings);
    expect(new Set(grouped)).toEqual(new Set(findings));
    expect(grouped).toHaveLength(findings.length);
  });

  test('by line are one, in the order of the file, without a heading', () => {
    expect(groupFindings(findings, 'line')).toEqual([{ title: undefined, findings }]);
  });

  test('by severity begin with the gravest, and inside keep the order of the file', () => {
    const groups = groupFindings(findings, 'severity');
    expect(groups.map(({ title }) => title)).toEqual(['warning', 'info']);
    for (const group of groups)
      expect(group.findings).toEqual(findings.filter(({ severity }) => severity === group.title));
  });

  test('by topic have no empty one', () => {
    for (const group of groupFindings(findings, 'topic')) expect(group.findings.length).toBeGreaterThan(0);
  });
});

describe('the filter', () => {
  test('that is empty hides nothing, and says so', () => {
    expect(shown({})).toEqual(findings);
    expect(isFiltering(NO_FILTER)).toBe(false);
    expect(isFiltering({ ...NO_FILTER, words: ' ' })).toBe(false);
  });

  test.each([
    ['a rule', 'maintainer-dep', ['maintainer-deprecated']],
    ['a rule with its variant', 'package-cache-left/apt', ['package-cache-left']],
    ['a code, in any case', 'dl4000', ['maintainer-deprecated']],
    ['the message', 'RECOMMENDATION', ['recommended-packages-installed']],
    ['all words', 'apt-get lists layer', ['package-cache-left']],
    ['nothing', 'apt-get zebra', []],
  ])('finds by %s', (_, words, rules) => expect(named(shown({ words }))).toEqual(rules));

  test('takes the severities that are chosen', () => {
    const infos = shown({ severities: new Set(['info']) });
    expect(infos.length).toBeGreaterThan(0);
    expect(infos.every(({ severity }) => severity === 'info')).toBe(true);
    expect(shown({ severities: new Set(['error']) })).toEqual([]);
  });

  test('takes only what no safe fix mends', () => {
    const suggested = shown({ isSuggestedOnly: true });
    expect(suggested).toEqual(findings.filter(hasOnlySuggested));
    expect(named(suggested)).toContain('recommended-packages-installed');
    expect(named(suggested)).not.toContain('maintainer-deprecated');
  });
});
