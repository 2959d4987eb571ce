/** Lines in the margin of a list, each from a wasted row down to the rows that waste it, side by side where they overlap. */

/** What a row shows of one line: its beginning, its passing by, or an arrow into the row; `last` ends it. */
export type Lane = 'start' | 'through' | 'branch' | 'last';

/** More do not fit into the margin. The words name the steps as well. */
const MOST_LANES = 3;

/** For each row its lanes. `wasters` gives for each row the rows that waste it, which are below it. */
export function wasteLanes(wasters: readonly (readonly number[])[]): (Lane | undefined)[][] {
  const rows: (Lane | undefined)[][] = wasters.map(() => []);
  /** For each lane the row in which it ends. */
  const ends: number[] = [];
  for (const [start, targets] of wasters.entries()) {
    const end = Math.max(...targets);
    if (targets.length === 0 || end <= start) continue;
    const lane = freeLane(ends, start);
    if (lane === undefined) continue;
    ends[lane] = end;
    for (let row = start; row <= end; row++)
      (rows[row] as (Lane | undefined)[])[lane] = laneAt(row, start, end, targets);
  }
  return rows;
}

function freeLane(ends: readonly number[], start: number): number | undefined {
  const free = ends.findIndex((end) => end < start);
  if (free !== -1) return free;
  return ends.length < MOST_LANES ? ends.length : undefined;
}

function laneAt(row: number, start: number, end: number, targets: readonly number[]): Lane {
  if (row === start) return 'start';
  if (row === end) return 'last';
  return targets.includes(row) ? 'branch' : 'through';
}
