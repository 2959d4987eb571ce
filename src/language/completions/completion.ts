/** One thing that can be written at a place. */
import type { Span } from '../../model/index.js';

export type CompletionKind =
  | 'instruction'
  | 'keyword'
  | 'flag'
  | 'key'
  | 'value'
  | 'stage'
  | 'variable'
  | 'image'
  | 'signal'
  | 'user'
  | 'directive';

export interface Completion {
  /** What the list shows, and what is compared with what is written. */
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label: a value, a size. */
  readonly detail?: string | undefined;
  /** A sentence or two. */
  readonly documentation?: string | undefined;
  /** The text to write. */
  readonly insert: string;
  /** What it takes the place of. */
  readonly at: Span;
  /** More follows directly behind it, so that the next list may open. */
  readonly continues?: boolean;
}
