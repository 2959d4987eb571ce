import type { Finding } from '../engine/finding.js';

/** Tells a finding from the others of one check. */
export function keyOf({ rule, variant, at }: Finding): string {
  return `${rule}/${variant ?? ''}@${at.start}-${at.end}`;
}
