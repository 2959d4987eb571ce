/** The parser directives at the top of a file: `# syntax=`, `# escape=`, `# check=`. */
import type { Problem } from '../problems.js';
import type { Span } from '../span.js';
import { isGoBoolean } from '../values.js';

export interface Directive {
  readonly name: 'syntax' | 'escape' | 'check';
  readonly value: string;
  /** From `#` to the end of the line. */
  readonly at: Span;
  readonly valueAt: Span;
}

interface Directives {
  readonly directives: readonly Directive[];
  readonly escape: '\\' | '`';
  readonly problems: readonly Problem[];
}

const DIRECTIVE = /^(#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*)(.+?)\s*$/;
const NAMES = new Set(['syntax', 'escape', 'check']);

/** Reads the block of directives. It ends at the first line that is none: a blank line, a comment, an unknown key. */
export function readDirectives(text: string, lines: readonly Span[]): Directives {
  const block = readBlock(text, lines, (line) => text.slice(line.start, line.end).trimStart());
  const problems: Problem[] = block
    .filter(({ name }, index) => block.findIndex((other) => other.name === name) < index)
    .map(({ name, at }) => ({ variant: 'directive', reason: 'repeated', at, name }));
  const escape = block.find((directive) => directive.name === 'escape');
  if (escape && escape.value !== '\\' && escape.value !== '`')
    problems.push({ variant: 'directive', reason: 'escape', at: escape.valueAt, name: escape.value });
  const others = othersIn(text, lines);
  const check = others.find((directive) => directive.name === 'check');
  if (check && !isCheckOption(check.value.split(' ', 1)[0] ?? ''))
    problems.push({ variant: 'directive', reason: 'check', at: check.valueAt, name: check.value });
  const directives = [...others, ...(escape ? [escape] : [])].sort((one, other) => one.at.start - other.at.start);
  return { directives, escape: escape?.value === '`' ? '`' : '\\', problems };
}

/**
 * `syntax` and `check` are read before the file is parsed, by other code: a `#!` line may stand above them, no blank may
 * stand before them. For `escape` it is the other way round.
 */
function othersIn(text: string, lines: readonly Span[]): Directive[] {
  const [first] = lines;
  const isShebang = first !== undefined && text.startsWith('#!', first.start);
  const block = readBlock(text, isShebang ? lines.slice(1) : lines, (line) => text.slice(line.start, line.end));
  return block.filter(
    ({ name }, index) => name !== 'escape' && block.findIndex((other) => other.name === name) === index,
  );
}

function readBlock(text: string, lines: readonly Span[], contentOf: (line: Span) => string): Directive[] {
  const block: Directive[] = [];
  for (const line of lines) {
    const content = contentOf(line);
    const match = DIRECTIVE.exec(content);
    const name = match?.[2]?.toLowerCase();
    if (!match || !name || !NAMES.has(name)) break;
    const start = line.start + text.slice(line.start, line.end).indexOf('#');
    const valueStart = start + (match[1] ?? '').length;
    const value = match[3] ?? '';
    block.push({
      name: name as Directive['name'],
      value,
      at: { start, end: line.end },
      valueAt: { start: valueStart, end: valueStart + value.length },
    });
  }
  return block;
}

/** `skip=A,B;error=true;experimental=all` (linter/linter.go). */
function isCheckOption(text: string): boolean {
  if (text === '') return true;
  const parts = text.split(';');
  const options = parts.length > 3 ? [...parts.slice(0, 2), parts.slice(2).join(';')] : parts;
  return options.every((option) => {
    const [, key, value = ''] = /^\s*([^=]*?)\s*=(.*)$/.exec(option) ?? [];
    return key === 'skip' || key === 'experimental' || (key === 'error' && isGoBoolean(value.trim()));
  });
}
