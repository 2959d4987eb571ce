/** Severities as they are drawn: each has a word and a shape, so that colour never speaks alone. */
import { SEVERITIES, type Severity } from '../rules/rule.js';

/** The shape of a severity, inside a 16 px square. */
export const shapes: Readonly<Record<Severity, string>> = {
  error: '<path fill="currentColor" d="M5 1h6l4 4v6l-4 4H5l-4-4V5z"/>',
  warning: '<path fill="currentColor" d="M8 1.5 15.5 15H.5z"/>',
  info: '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="8" cy="8" r="1.75" fill="currentColor"/>',
  style:
    '<path fill="none" stroke="currentColor" stroke-width="1.75" d="M1 6.5c2.33-3 4.67-3 7 0s4.67 3 7 0M1 11.5c2.33-3 4.67-3 7 0s4.67 3 7 0"/>',
};

/** The worse of two. */
export function worse(one: Severity, other: Severity): Severity {
  return SEVERITIES.indexOf(one) <= SEVERITIES.indexOf(other) ? one : other;
}
