/** What the engine says about a file: plain data, fit to cross to a worker's other side. */
import type { Span } from '../model/index.js';
import type { Message } from '../rules/message.js';
import type { Edit, Fix, Severity, Topic } from '../rules/rule.js';

export interface Finding {
  /** The rule's id. */
  readonly rule: string;
  readonly variant: string | null;
  /** Codes of other linters for this mistake. */
  readonly aliases: readonly string[];
  readonly severity: Severity;
  readonly topic: Topic;
  readonly at: Span;
  readonly message: Message;
  /** The best first. */
  readonly fixes: readonly Fix[];
  /** Edits that take the mistake away, for the price alone; only where there is no fix. */
  readonly withoutIt?: readonly Edit[];
}

/** A finding that a comment in the file silences. */
export interface IgnoredFinding extends Finding {
  /** The comment, and the reason that stands in it. */
  readonly ignoredBy: { readonly at: Span; readonly reason: string | undefined };
}
