/** What a finding says, in the parts of the model's sentences. */
import type { Text } from '../model/text.js';

export { code, codes, plainText, type Text, text } from '../model/text.js';

export interface Message {
  /** What is wrong, in this file's own words. */
  readonly what: Text;
  /** Why it matters, in one true sentence. */
  readonly why: Text;
  /** What to do. */
  readonly todo: Text;
}
