/** F8 and Shift+F8: from finding to finding in the order of the file, round its end. */
import type { Finding } from '../engine/finding.js';
import type { Span } from '../model/span.js';
import { plainText } from '../rules/message.js';
import { keyOf } from './finding-key.js';

/** 1: to the next one; -1: to the one before. */
export type Step = 1 | -1;

/**
 * The finding to go to. `open` is the one that was looked at last, which counts as long as it is still selected: several
 * can begin at one place. From elsewhere the way begins at the cursor.
 */
export function findingAfter(
  findings: readonly Finding[],
  { open, selection, step }: { readonly open: Finding | undefined; readonly selection: Span; readonly step: Step },
): Finding | undefined {
  const isAtOpen = open?.at.start === selection.start;
  const index = isAtOpen ? findings.findIndex((finding) => keyOf(finding) === keyOf(open)) : -1;
  const next = index === -1 ? nearest(findings, selection.start, step) : index + step;
  return findings[(next + findings.length) % findings.length];
}

/** One that begins at the cursor comes next. -1: none. */
function nearest(findings: readonly Finding[], cursor: number, step: Step): number {
  if (step === -1) return findings.findLastIndex((finding) => finding.at.start < cursor);
  return Math.max(
    0,
    findings.findIndex((finding) => finding.at.start >= cursor),
  );
}

/** What, why and what to do, as plain sentences; `quote` stands around code. */
export function sentencesOf({ message: { what, why, todo } }: Finding, quote: '`' | ''): readonly string[] {
  return [what, why, todo].map((part) => plainText(part, quote));
}
