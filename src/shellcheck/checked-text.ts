/** A script as ShellCheck gets it, and the way back from its lines and columns to offsets of the script. */

const TAB = 8;

export interface CheckedText {
  readonly source: string;
  /** Lines and columns count from 1, columns in characters with tab stops. Undefined: not in the script. */
  readonly offsetOf: (line: number, column: number) => number | undefined;
}

/** The script behind a line that exports the variables which the Dockerfile sets. */
export function withVariables(text: string, variables: readonly string[]): CheckedText {
  const lines = text.split('\n');
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.length + 1;
  }
  const lead = variables.length > 0 ? `export ${variables.map((name) => `${name}=1`).join(' ')}\n` : '';
  const above = lead === '' ? 0 : 1;
  return {
    source: lead + text,
    offsetOf: (line, column) => {
      const index = line - 1 - above;
      const content = lines[index];
      return content === undefined ? undefined : (starts[index] ?? 0) + unitsBefore(content, column);
    },
  };
}

/** UTF-16 units before a column. */
function unitsBefore(line: string, column: number): number {
  let at = 1;
  let units = 0;
  for (const character of line) {
    if (at >= column) break;
    at = character === '\t' ? at + TAB - ((at - 1) % TAB) : at + 1;
    units += character.length;
  }
  return units;
}
