/** Applying edits to a text. Apart from the fixes, so that a page can use it without the rules. */
import type { Edit } from '../rules/rule.js';

/** The text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort(byPlace)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

export function byPlace(one: Edit, other: Edit): number {
  return one.start - other.start || one.end - other.end;
}
