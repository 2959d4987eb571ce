/** What a report says about one file, and what it says about the program that made it. */
import type { Finding, IgnoredFinding } from '../engine/finding.js';
import { plainText } from '../rules/message.js';
import { SEVERITIES, type Severity } from '../rules/rule.js';
import type { HumanFile } from './human.js';

/** One checked file, as every report takes it. */
export interface ReportedFile extends HumanFile {
  /** The Dockerfile. */
  readonly text: string;
  /** Findings that a comment in the file silences. */
  readonly ignored: readonly IgnoredFinding[];
}

/** A file that could not be read, with the reason as a sentence. */
export interface FileError {
  readonly path: string;
  readonly message: string;
}

/** The program that makes a report. */
export interface ReportingTool {
  readonly version: string;
  /** The address of the site, where each rule has a page; undefined where it has none. */
  readonly site: string | undefined;
}

/** The page of a rule on the site; undefined without a site. */
export function rulePage({ site }: ReportingTool, rule: string): string | undefined {
  return site && `${site.replace(/\/+$/, '')}/rules/${rule}/`;
}

/** A finding's whole message, code between backticks. */
export function messageOf({ message }: Pick<Finding, 'message'>): string {
  return [message.what, message.why, message.todo].map((part) => plainText(part)).join(' ');
}

/** How many findings there are of each severity that occurs, the worst first: `2 errors`, `1 info`. */
export function countsOf(
  findings: readonly Pick<Finding, 'severity'>[],
): readonly { readonly severity: Severity; readonly count: number; readonly words: string }[] {
  return SEVERITIES.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return { severity, count, words: countInWords(count, severity) };
  }).filter(({ count }) => count > 0);
}

function countInWords(count: number, severity: Severity): string {
  const isCounted = severity === 'error' || severity === 'warning';
  return `${count} ${severity}${isCounted && count !== 1 ? 's' : ''}`;
}
