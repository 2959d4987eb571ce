/**
 * Prices come after the findings that they are of. Until those of a new check are there, a finding shows the price of its
 * predecessor in the check before: the same rule and variant, counted in the order of the file.
 */
import type { Finding } from '../engine/finding.js';
import type { Price } from '../engine/prices.js';
import { numberedNames } from './finding-key.js';

/** Findings of one check with their prices, in the same order. */
export interface PricedFindings {
  readonly findings: readonly Finding[];
  readonly prices: readonly (Price | null)[];
}

/** What is known of the prices of `findings`. A finding that is not in the answer has no price yet. */
export function knownPrices(
  findings: readonly Finding[],
  { findings: before, prices }: PricedFindings,
): ReadonlyMap<Finding, Price | null> {
  const byPlace = new Map(numberedNames(before).map((name, index) => [name, prices[index] ?? null]));
  const known = new Map<Finding, Price | null>();
  for (const [index, name] of numberedNames(findings).entries()) {
    const price = byPlace.get(name);
    const finding = findings[index];
    if (finding && price !== undefined) known.set(finding, price);
  }
  return known;
}
