/** Conditions as they are written down. Knows no kinds, so that a page can hold them without all that grading needs. */

/**
 * A condition as a file or a link has it: the name of its kind with the values of its fields. `says` takes the place of
 * the kind's own words, `why` that of its reasons, state by state.
 */
export interface WrittenCondition {
  readonly [kind: string]: unknown;
  readonly says?: string;
  readonly why?: Readonly<Record<string, string>>;
}

/** By their ids, in the order in which they are shown. */
export type WrittenConditions = Readonly<Record<string, WrittenCondition>>;
