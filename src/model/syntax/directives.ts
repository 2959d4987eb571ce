/** The parser directives at the top of a file: `# syntax=`, `# escape=`, `# check=`. */
import type { Problem } from '../problems.js';
import type { Span } from '../span.js';

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
  const directives: Directive[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of lines.entries()) {
    const content = text.slice(line.start, line.end);
    if (index === 0 && content.startsWith('#!')) continue;
    const match = DIRECTIVE.exec(content);
    const name = match?.[2]?.toLowerCase();
    if (!match || !name || !NAMES.has(name)) break;
    const valueStart = line.start + (match[1] ?? '').length;
    const value = match[3] ?? '';
    const directive = {
      name: name as Directive['name'],
      value,
      at: { start: line.start, end: line.end },
      valueAt: { start: valueStart, end: valueStart + value.length },
    };
    if (directives.some((earlier) => earlier.name === directive.name))
      problems.push({ variant: 'directive', reason: 'repeated', at: directive.at, name });
    else directives.push(directive);
  }
  const escape = directives.find((directive) => directive.name === 'escape');
  if (escape && escape.value !== '\\' && escape.value !== '`')
    problems.push({ variant: 'directive', reason: 'escape', at: escape.valueAt, name: escape.value });
  return { directives, escape: escape?.value === '`' ? '`' : '\\', problems };
}
