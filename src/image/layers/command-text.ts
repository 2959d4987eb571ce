/** A command's text, for keys and for people. */

export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const LONGEST = 60;

/** Long commands are cut: the file has the rest. */
export function shortened(line: string): string {
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
