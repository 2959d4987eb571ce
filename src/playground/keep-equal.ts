/**
 * What comes from the worker is new with every answer. Where it says the same as before, the old object is kept, so that
 * views which compare what they are given have nothing to draw.
 */

/** `after`, with those elements of `before` that say the same at the same place; `before` itself where all do. */
export function keepEqual<Element>(before: readonly Element[], after: readonly Element[]): readonly Element[] {
  const kept = after.map((element, index) => {
    const old = before[index];
    return old !== undefined && isEqual(old, element) ? old : element;
  });
  return before.length === after.length && kept.every((element, index) => element === before[index]) ? before : kept;
}

/** Of plain data. */
export function isEqual(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
