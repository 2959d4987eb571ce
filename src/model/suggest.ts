/** The candidate that a misspelt word most likely means: an edit distance of at most 2, and less than the word's length. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.min(2, word.length - 1) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance && distance > 0) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Levenshtein distance with swapped neighbours counted once; stops early at `limit`. */
function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const isEqual = one[row - 1] === other[column - 1];
      const replace = (previous[column - 1] as number) + (isEqual ? 0 : 1);
      const insert = (current[column - 1] as number) + 1;
      const remove = (previous[column] as number) + 1;
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const swap = isSwapped ? (before[column - 2] as number) + 1 : limit;
      current.push(Math.min(replace, insert, remove, swap));
    }
    [before, previous] = [previous, current];
  }
  return previous[other.length] as number;
}
