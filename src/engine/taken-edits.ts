/**
 * Edits that go together, with a quick answer to whether one more is in their way. Which may come is known beforehand:
 * over their starts stands a tree of the furthest ends (P. M. Fenwick, A new data structure for cumulative frequency
 * tables, 1994).
 */
import type { Edit } from '../rules/rule.js';
import { byPlace } from './apply-edits.js';

export class TakenEdits {
  private readonly taken: Edit[] = [];
  private readonly known = new Set<string>();
  private readonly takenStarts = new Set<number>();
  /** Whether these were taken: a list that is asked for again has the same answer. */
  private readonly answers = new Map<readonly Edit[], boolean>();
  /** All starts, in order. */
  private readonly starts: readonly number[];
  private readonly furthestEnds: number[];

  constructor(candidates: readonly Edit[]) {
    this.starts = [...new Set(candidates.map(({ start }) => start))].sort((one, other) => one - other);
    this.furthestEnds = new Array<number>(this.starts.length + 1).fill(-1);
  }

  /** Takes edits if none is in the way of another one; false if it didn't. */
  takeAll(edits: readonly Edit[]): boolean {
    const answer = this.answers.get(edits) ?? this.fit(edits);
    this.answers.set(edits, answer);
    return answer;
  }

  private fit(edits: readonly Edit[]): boolean {
    const added = edits.filter((edit) => !this.known.has(keyOf(edit)));
    if (added.some((edit) => this.isInTheWayOf(edit))) return false;
    for (const edit of added) this.add(edit);
    return true;
  }

  /** Overlapping ranges, or two different insertions at one place, whose order would be a matter of luck. */
  private isInTheWayOf({ start, end }: Edit): boolean {
    return this.takenStarts.has(start) || this.furthestEndBefore(end) > start;
  }

  private add(edit: Edit): void {
    this.taken.push(edit);
    this.known.add(keyOf(edit));
    this.takenStarts.add(edit.start);
    for (let at = this.countBefore(edit.start) + 1; at < this.furthestEnds.length; at += at & -at)
      this.furthestEnds[at] = Math.max(this.furthestEnds[at] ?? -1, edit.end);
  }

  inOrder(): Edit[] {
    return [...this.taken].sort(byPlace);
  }

  /** The furthest end of an edit that starts before a place. */
  private furthestEndBefore(place: number): number {
    let furthest = -1;
    for (let at = this.countBefore(place); at > 0; at -= at & -at)
      furthest = Math.max(furthest, this.furthestEnds[at] ?? -1);
    return furthest;
  }

  /** How many starts are smaller. */
  private countBefore(place: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function keyOf({ start, end, text }: Edit): string {
  return `${start} ${end} ${text}`;
}
