import type { Finding } from '../engine/finding.js';

/** A finding's rule by its full name: `id`, or `id/variant`. */
export function ruleNameOf({ rule, variant }: Pick<Finding, 'rule' | 'variant'>): string {
  return variant ? `${rule}/${variant}` : rule;
}
