/** Arrow keys, Home and End among elements that stand in a row or in a column. */
const KEYS = {
  horizontal: { next: 'ArrowRight', previous: 'ArrowLeft' },
  vertical: { next: 'ArrowDown', previous: 'ArrowUp' },
} as const;

/** Where a key leads from the element at `index`, round the ends; undefined: nowhere. */
export function neighbour<Kind>(
  elements: readonly Kind[],
  index: number,
  key: string,
  direction: keyof typeof KEYS,
): Kind | undefined {
  const { next, previous } = KEYS[direction];
  if (key === next) return elements[(index + 1) % elements.length];
  if (key === previous) return elements.at(index - 1);
  if (key === 'Home') return elements[0];
  return key === 'End' ? elements.at(-1) : undefined;
}
