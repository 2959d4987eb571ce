/** A keyword in the case in which another one is written: `copy` where the file says `add`. */
export function inCaseOf(written: string, keyword: string): string {
  return written === written.toLowerCase() ? keyword.toLowerCase() : keyword;
}
