/** Which findings are shown, in which groups, and in which order the keyboard goes through them. */
import type { Finding } from '../engine/finding.js';
import { plainText } from '../rules/message.js';
import { SEVERITIES, type Severity, TOPICS, type Topic } from '../rules/rule.js';

/** `line`: in the order of the file, without headings. */
export const GROUPINGS = ['line', 'severity', 'topic'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Findings under one heading; undefined: without one. */
export interface FindingGroup {
  readonly title: Severity | Topic | undefined;
  readonly findings: readonly Finding[];
}

/** The groups that have findings, the gravest or the first topic of the list of topics first. */
export function groupFindings(findings: readonly Finding[], by: Grouping): readonly FindingGroup[] {
  if (by === 'line') return [{ title: undefined, findings }];
  const titles = by === 'severity' ? SEVERITIES : TOPICS;
  return titles
    .map((title) => ({ title, findings: findings.filter((finding) => finding[by] === title) }))
    .filter((group) => group.findings.length > 0);
}

/** What the reader wants to see; each part that is empty lets everything through. */
export interface FindingFilter {
  /** Each has to occur in the rule's name, a code or the message. */
  readonly words: string;
  readonly severities: ReadonlySet<Severity>;
  /** Only those whose best fix is suggested, not safe. */
  readonly isSuggestedOnly: boolean;
}

/** Hides nothing. */
export const NO_FILTER: FindingFilter = { words: '', severities: new Set(), isSuggestedOnly: false };

/** Whether a filter could hide anything. */
export function isFiltering({ words, severities, isSuggestedOnly }: FindingFilter): boolean {
  return words.trim() !== '' || severities.size > 0 || isSuggestedOnly;
}

/** Those that a filter lets through, in their order. */
export function filterFindings(findings: readonly Finding[], filter: FindingFilter): readonly Finding[] {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  return findings.filter(
    (finding) =>
      (filter.severities.size === 0 || filter.severities.has(finding.severity)) &&
      (!filter.isSuggestedOnly || hasOnlySuggested(finding)) &&
      (words.length === 0 || includesAll(searchText(finding), words)),
  );
}

/** It can be fixed, but by no safe fix. */
export function hasOnlySuggested({ fixes }: Finding): boolean {
  return fixes.length > 0 && fixes.every(({ safety }) => safety === 'suggested');
}

function includesAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function searchText({ rule, variant, aliases, message }: Finding): string {
  const { what, why, todo } = message;
  return [
    rule,
    variant ? `${rule}/${variant}` : '',
    ...aliases,
    ...[what, why, todo].map((part) => plainText(part, '')),
  ]
    .join(' ')
    .toLowerCase();
}
