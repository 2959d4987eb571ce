/** Which rules a choice of topic, severity, fix and words leaves. The choice stands in the address. */

/** What somebody chose. An empty part restricts nothing. */
export interface RuleChoice {
  readonly q: string;
  readonly topic: string;
  readonly severity: string;
  readonly fixable: string;
}

/** What a rule offers to be found by. */
export interface RuleKeys {
  readonly topic: string;
  readonly severities: readonly string[];
  readonly isFixable: boolean;
  /** Id, variants, summary and codes of other linters, in lower case. */
  readonly words: string;
}

const parts = ['q', 'topic', 'severity', 'fixable'] as const;

/** Every word of the query must occur in the rule's words. */
export function isChosen(rule: RuleKeys, { q, topic, severity, fixable }: RuleChoice): boolean {
  if (topic && rule.topic !== topic) return false;
  if (severity && !rule.severities.includes(severity)) return false;
  if (fixable && !rule.isFixable) return false;
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => rule.words.includes(word));
}

/** The choice in the address of a page, such as `?topic=caching`. */
export function readChoice(query: string): RuleChoice {
  const values = new URLSearchParams(query);
  const [q, topic, severity, fixable] = parts.map((part) => values.get(part) ?? '');
  return { q: q ?? '', topic: topic ?? '', severity: severity ?? '', fixable: fixable ?? '' };
}

/** The shortest query that says it; empty where nothing is chosen. */
export function writeChoice(choice: RuleChoice): string {
  const values = new URLSearchParams(parts.filter((part) => choice[part]).map((part) => [part, choice[part]]));
  return values.size > 0 ? `?${values}` : '';
}
