/** The port to an editor. The page knows this and nothing of text areas or Monaco. */
import type { Finding } from '../engine/finding.js';
import type { Span } from '../model/span.js';
import type { Edit } from '../rules/rule.js';
import type { Step } from './finding-steps.js';

export interface EditorState {
  readonly text: string;
  readonly selection: Span;
  readonly hasFocus: boolean;
}

export interface EditorEvents {
  /** After each change by hand or by `apply`. */
  onChange(text: string): void;
  /** The cursor moved; an offset. */
  onCursor(offset: number): void;
  /** A quick fix was chosen inside the editor: show it before it is taken. Without this the editor offers none. */
  onQuickFix?(finding: Finding, fix: number): void;
  /** The reader wants the next finding, or the one before. Not called where the page itself hears the key. */
  onStep?(step: Step): void;
}

export interface Editor {
  readonly state: EditorState;
  /** Shows another text, with nothing to undo; not an edit, so `onChange` is not called. */
  open(text: string): void;
  /** Makes edits as one step that undo takes back. */
  apply(edits: readonly Edit[]): void;
  /** Underlines the places of findings. `text` is what they were found in: marks of another text are not drawn. */
  mark(findings: readonly Finding[], text: string): void;
  /** Selects a place and brings it into view. */
  select(place: Span, options: { readonly focus: boolean }): void;
  /** Says what a selected finding is about: beside its place, or to a screen reader where it stands elsewhere on the page. */
  explain(finding: Finding): void;
  /** Shows which lines are meant and brings them into view; selection and focus stay. Undefined: none. */
  point(place: Span | undefined): void;
  focus(): void;
  undo(): void;
  redo(): void;
  /** Takes the editor out of the page and says where it was. */
  dispose(): EditorState;
}

/** The one edit that turns a text into another: what stands between their common beginning and end. */
export function editBetween(before: string, after: string): Edit {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { start, end: before.length - end, text: after.slice(start, after.length - end) };
}
