/** What edits change, as the hunks of a unified diff. */
import { structuredPatch } from 'diff';
import { applyEdits, byPlace } from '../engine/apply-edits.js';
import type { Lines } from '../model/index.js';
import type { Edit } from '../rules/rule.js';

/** Lines around a change. */
const CONTEXT = 2;

/** The hunks, without the names of files. Only the lines from the first edit to the last one are compared. */
export function unifiedDiff(text: string, lines: Lines, edits: readonly Edit[]): string {
  const [first] = [...edits].sort(byPlace);
  if (!first) return '';
  const last = Math.max(...edits.map(({ end }) => end));
  const firstLine = Math.max(1, lines.lineAt(first.start) - CONTEXT);
  const start = lines.startOf(firstLine);
  const end = lines.startOf(lines.lineAt(last) + CONTEXT + 1);
  const before = text.slice(start, end);
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const { hunks } = structuredPatch('', '', before, applyEdits(before, moved), '', '', { context: CONTEXT });
  return hunks
    .map(({ oldStart, oldLines, newStart, newLines, lines: own }) => {
      const offset = firstLine - 1;
      return [`@@ -${oldStart + offset},${oldLines} +${newStart + offset},${newLines} @@`, ...own].join('\n');
    })
    .join('\n');
}
