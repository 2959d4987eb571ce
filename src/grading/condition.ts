/**
 * A kind of condition: what can be asked of an answer. It looks at the model, the findings and the prediction, never at
 * the text, so that any right answer holds.
 */
import type { Span } from '../model/index.js';
import type { Text } from '../model/text.js';
import type { Fields, Values } from './field.js';
import type { Submission } from './submission.js';

/** What a condition says of an answer. `state` names a usual way to be wrong. */
export type Verdict<State extends string = string> =
  | { readonly holds: true; readonly now?: Text | undefined }
  | {
      readonly holds: false;
      readonly state: State;
      /** What is the case, in the answer's own words. It does not give the answer away. */
      readonly now: Text;
      readonly at?: Span | undefined;
    };

export const HOLDS = { holds: true } as const;

interface Definition<F extends Fields, State extends string> {
  /** In kebab-case: `image-size`. */
  readonly kind: string;
  /** What it asks, in a few words, for a list to pick from. */
  readonly title: string;
  readonly fields: F;
  /** Each usual way to be wrong, and why it matters. */
  readonly states: Readonly<Record<State, string>>;
  /** The condition in words, as it is shown to the reader: "The image is at most 60 MB on disk." */
  readonly says: (values: Values<NoInfer<F>>) => Text;
  readonly check: (submission: Submission, values: Values<NoInfer<F>>) => Verdict<NoInfer<State>>;
}

/** A kind as the grading and the forms see it. */
export interface ConditionKind extends Definition<Fields, string> {}

export function defineCondition<const F extends Fields, const State extends string>(
  definition: Definition<F, State>,
): ConditionKind {
  return definition as unknown as ConditionKind;
}
