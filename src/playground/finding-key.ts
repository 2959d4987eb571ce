import type { Finding } from '../engine/finding.js';

/** Tells a finding from the others of one check. */
export function keyOf({ rule, variant, at }: Finding): string {
  return `${rule}/${variant ?? ''}@${at.start}-${at.end}`;
}

/** For each finding its rule and variant, counted in their order: stays the same while the text above it changes. */
export function numberedNames(findings: readonly Finding[]): string[] {
  const counts = new Map<string, number>();
  return findings.map(({ rule, variant }) => {
    const name = `${rule}/${variant ?? ''}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name}#${count}`;
  });
}
