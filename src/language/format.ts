/**
 * A calm formatter: keywords in capitals, continuation lines indented, no blanks at line ends, at most two blank lines,
 * a line break at the end. It never changes what the file means: an indentation that would is left out.
 */
import { applyEdits, byPlace } from '../engine/apply-edits.js';
import { type Dockerfile, type Instruction, parseDockerfile, type Span } from '../model/index.js';
import type { Edit } from '../rules/rule.js';
import { indentEdits } from './format-indent.js';
import { frameOf, meaningsOf } from './meaning.js';

const MOST_BLANK_LINES = 2;

/** The edits that format a file, in order and apart from each other. Formatting again gives none. */
export function formatEdits(dockerfile: Dockerfile): Edit[] {
  const { instructions, comments, directives, text } = dockerfile;
  if (instructions.length + comments.length + directives.length === 0) return [];
  const certain = [...keywordEdits(dockerfile), ...lineEdits(dockerfile)];
  const indents = instructions.map((instruction) => indentEdits(dockerfile, instruction));
  const whole = applyEdits(text, [...certain, ...indents.flat()]);
  const before = meaningsOf(dockerfile);
  const after = parseDockerfile({ ...dockerfile.input, text: whole });
  const meanings = meaningsOf(after);
  const kept = indents.flatMap((edits, index) => (before[index] === meanings[index] ? edits : []));
  const edits = [...certain, ...kept].sort(byPlace);
  return hasSameMeaning(dockerfile, applyEdits(text, edits)) ? edits : [];
}

function hasSameMeaning(dockerfile: Dockerfile, text: string): boolean {
  const after = parseDockerfile({ ...dockerfile.input, text });
  const isSame = JSON.stringify(meaningsOf(after)) === JSON.stringify(meaningsOf(dockerfile));
  return isSame && frameOf(after) === frameOf(dockerfile);
}

function keywordEdits({ instructions }: Dockerfile): Edit[] {
  const all = instructions.flatMap((instruction): Instruction[] =>
    instruction.keyword === 'ONBUILD' && instruction.trigger ? [instruction, instruction.trigger] : [instruction],
  );
  return all.flatMap((instruction) => {
    const { keyword, keywordAt, keywordText } = instruction;
    const as = instruction.keyword === 'FROM' ? instruction.as : undefined;
    return [
      ...(keyword !== 'unknown' && keywordText !== keyword ? [{ ...keywordAt, text: keyword }] : []),
      ...(as && as.asText !== 'AS' ? [{ ...as.asAt, text: 'AS' }] : []),
    ];
  });
}

/** Line ends, blank lines and the end of the file. Bodies of heredocs are left alone. */
function lineEdits({ text, lines, instructions }: Dockerfile): Edit[] {
  const bodies = instructions
    .flatMap(({ heredocs }) => heredocs.map(({ body }) => body))
    .filter(({ start, end }) => start < end);
  const inside = instructions.flatMap(({ blankContinuations }) => blankContinuations);
  const continued = new Set(inside.map(({ start }) => lines.lineAt(start)));
  const bodyLines = linesOf(bodies, lines);
  const edits: Edit[] = [];
  let blanks = 0;
  for (let line = 1; line <= lines.count; line++) {
    const start = lines.startOf(line);
    const next = lines.startOf(line + 1);
    if (bodyLines.has(line)) blanks = 0;
    else if (start < next) {
      const content = /^\uFEFF?([^\n]*?)[ \t]*(?:\r*\n)?$/.exec(text.slice(start, next))?.[1] ?? '';
      const isBlank = content.trim() === '' && !continued.has(line);
      blanks = isBlank ? blanks + 1 : 0;
      if (blanks > MOST_BLANK_LINES) edits.push({ start, end: next, text: '' });
      else edits.push(...trailingEdit(text, start, next));
    }
  }
  return withEnd(text, edits, bodies);
}

function linesOf(spans: readonly Span[], lines: Dockerfile['lines']): Set<number> {
  const numbers = new Set<number>();
  for (const { start, end } of spans)
    for (let line = lines.lineAt(start); line <= lines.lineAt(end - 1); line++) numbers.add(line);
  return numbers;
}

function trailingEdit(text: string, start: number, next: number): Edit[] {
  const match = /[ \t]+(?=\r*\n?$)/.exec(text.slice(start, next));
  return match ? [{ start: start + match.index, end: start + match.index + match[0].length, text: '' }] : [];
}

/** One line break at the end. A heredoc that does not end keeps its own. */
function withEnd(text: string, edits: Edit[], bodies: readonly Span[]): Edit[] {
  if (bodies.some(({ end }) => end === text.length)) return edits;
  const end = text.replace(/[ \t\r\n]+$/, '').length;
  const lineBreak = /\r\n/.test(text) ? '\r\n' : '\n';
  const before = edits.filter((edit) => edit.start < end);
  return text.slice(end) === lineBreak ? before : [...before, { start: end, end: text.length, text: lineBreak }];
}
