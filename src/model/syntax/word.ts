/**
 * Words of an instruction's arguments: quotes, escapes and variables, as BuildKit's `shell/lex.go` reads them.
 */
import type { Span } from '../span.js';
import { JOINT } from './reader.js';

/** A use of a variable, such as `${TAG:-latest}`. */
export interface VariableUse {
  readonly name: string;
  readonly at: Span;
  /** What stands behind the name: `:-`, `-`, `:+`, `+`, `:?`, `?`, `#`, `##`, `%`, `%%`, `/`, `//`. */
  readonly operator?: string;
  /** The text behind the operator. */
  readonly operand?: string;
}

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly use: VariableUse; readonly text: string };

/** One word of an instruction. */
export interface Word {
  readonly at: Span;
  /** As written, joined over continuation lines, with quotes. */
  readonly raw: string;
  /** Quotes and escapes removed, variables left as they are written. */
  readonly text: string;
  readonly variables: readonly VariableUse[];
  readonly isQuoted: boolean;
  /** A quote that does not end: its place. */
  readonly unclosedQuoteAt?: Span;
  /** A `${` that does not end or has an operator that the builder does not know. */
  readonly invalidVariableAt?: Span;
  readonly parts: readonly Part[];
}

/**
 * What a variable holds at an instruction: its value; `null` where it is set to something that cannot be known
 * before the build; `undefined` where it is not set.
 */
export type Lookup = (name: string) => string | null | undefined;

/** The value of a word, or `null` where a part of it cannot be known before the build. */
export function expand(word: Word, lookup: Lookup): string | null {
  if (word.invalidVariableAt) return null;
  let value = '';
  for (const part of word.parts) {
    const piece = part.kind === 'text' ? part.text : expandUse(part.use, lookup);
    if (piece === null) return null;
    value += piece;
  }
  return value;
}

function expandUse(use: VariableUse, lookup: Lookup): string | null {
  const value = lookup(use.name);
  const operand = () => expand(parseWord(use.operand ?? '', use.at.start, '\\'), lookup);
  const isEmpty = use.operator?.startsWith(':') ? value === '' || value === undefined : value === undefined;
  switch (use.operator) {
    case ':-':
    case '-':
      return isEmpty ? operand() : (value ?? null);
    case ':+':
    case '+':
      return value === null ? null : isEmpty ? '' : operand();
    case undefined:
    case ':?':
    case '?':
      return value === undefined ? '' : value;
    default:
      return null;
  }
}

/** Splits a joined text at blanks outside quotes. `offset` is the place of the text in the file. */
export function splitWords(joined: string, offset: number, escape: '\\' | '`'): Word[] {
  return wordSpans(joined, escape).map(({ start, end }) => parseWord(joined.slice(start, end), offset + start, escape));
}

/** Splits a joined text at every blank, quoted or not, as BuildKit does for FROM, COPY, ADD, EXPOSE and VOLUME. */
export function splitAtBlanks(joined: string, offset: number, escape: '\\' | '`'): Word[] {
  return [...joined.matchAll(/[^ \t]+/g)].flatMap((match) => {
    const lead = /^\0*/.exec(match[0])?.[0].length ?? 0;
    const source = match[0].slice(lead).replace(/\0+$/, '');
    return source ? [parseWord(source, offset + match.index + lead, escape)] : [];
  });
}

const isBlank = (character: string | undefined) => character === ' ' || character === '\t';

function wordSpans(joined: string, escape: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  while (at < joined.length) {
    while (at < joined.length && (isBlank(joined[at]) || joined[at] === JOINT)) at++;
    if (at >= joined.length) break;
    const end = wordEnd(joined, at, escape);
    let trimmed = end;
    while (joined[trimmed - 1] === JOINT) trimmed--;
    spans.push({ start: at, end: trimmed });
    at = end;
  }
  return spans;
}

function wordEnd(joined: string, start: number, escape: string): number {
  let quote = '';
  for (let at = start; at < joined.length; at++) {
    const character = joined[at] as string;
    if (character === escape && quote !== "'") at++;
    else if (quote) quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (isBlank(character)) return at;
  }
  return joined.length;
}

/** The place of the `}` that closes the `${` whose brace is at `open`, or undefined. */
function closingBrace(text: string, open: number, escape: string, readsQuotes = true): number | undefined {
  let depth = 1;
  for (let at = open + 1; at < text.length; at++) {
    const character = text[at] as string;
    if (character === escape) at++;
    else if (readsQuotes && (character === '"' || character === "'")) at = closingQuote(text, at, escape);
    else if (character === '$' && text[at + 1] === '{') depth++;
    else if (character === '}' && --depth === 0) return at;
  }
  return undefined;
}

/** The place of the quote that closes the one at `open`, or the end. */
function closingQuote(text: string, open: number, escape: string): number {
  const quote = text[open] as string;
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === escape && quote === '"') at++;
    else if (text[at] === quote) return at;
  }
  return text.length;
}

/** Reads one word. `source` may hold JOINTs. */
export function parseWord(source: string, offset: number, escape: '\\' | '`'): Word {
  return new WordParser(source, offset, escape).parse();
}

/** A word without quotes, escapes or variables, such as an element of an exec form. */
export function literalWord(text: string, at: Span): Word {
  return { at, raw: text, text, variables: [], isQuoted: true, parts: [{ kind: 'text', text }] };
}

const VARIABLE =
  /^\$(?:([A-Za-z_][A-Za-z0-9_]*|[0-9]+|[@*#?$!-])|\{([A-Za-z_][A-Za-z0-9_]*|[0-9]+|[@*#?$!-])(:[-+?]|[-+?]|##?|%%?|\/\/?)?([\s\S]*)\})/;

/** A use that the builder knows: `$A`, `${A}`, `${A:-x}`; not `${A:=x}`, `${A,,}`, `${A/x}`. */
function readVariable(candidate: string): RegExpExecArray | undefined {
  const match = VARIABLE.exec(candidate);
  const [, , , operator, operand = ''] = match ?? [];
  if (!match || (operator === undefined && operand !== '')) return undefined;
  if (operator?.startsWith('/') && !operand.includes('/')) return undefined;
  if (/[-+?]$/.test(operator ?? '') && operand.includes('$') && parseWord(operand, 0, '\\').invalidVariableAt)
    return undefined;
  return match;
}

/** Places of `${…}` that the builder refuses, in a text where quotes mean nothing: the body of a heredoc. */
export function invalidVariables(text: string, offset: number): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf('$'); at !== -1; at = text.indexOf('$', at + 1)) {
    if (text[at + 1] !== '{' || isEscaped(text, at)) continue;
    const close = closingBrace(text, at + 1, '\\', false);
    const end = close === undefined ? text.indexOf('\n', at) : close + 1;
    const isKnown = close !== undefined && readVariable(text.slice(at, end));
    if (!isKnown) places.push({ start: offset + at, end: offset + (end === -1 ? text.length : end) });
  }
  return places;
}

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before--;
  return (at - before) % 2 === 1;
}

class WordParser {
  private readonly parts: Part[] = [];
  private readonly variables: VariableUse[] = [];
  private literal = '';
  private quote = '';
  private quoteStart = 0;
  private isQuoted = false;
  private invalidVariableAt: Span | undefined;

  constructor(
    private readonly source: string,
    private readonly offset: number,
    private readonly escape: string,
  ) {}

  parse(): Word {
    let at = 0;
    while (at < this.source.length) at = this.step(at);
    this.flush();
    const text = this.parts.map((part) => part.text).join('');
    const start = this.offset;
    return {
      at: { start, end: start + this.source.length },
      raw: this.source.replaceAll(JOINT, ''),
      text,
      variables: this.variables,
      isQuoted: this.isQuoted,
      parts: this.parts,
      ...(this.quote && { unclosedQuoteAt: { start: start + this.quoteStart, end: start + this.source.length } }),
      ...(this.invalidVariableAt && { invalidVariableAt: this.invalidVariableAt }),
    };
  }

  /** Consumes what stands at `at` and returns the next place. */
  private step(at: number): number {
    const character = this.source[at] as string;
    if (character === JOINT) return at + 1;
    if (this.quote === character) {
      this.quote = '';
      return at + 1;
    }
    if (!this.quote && (character === '"' || character === "'")) {
      this.quote = character;
      this.quoteStart = at;
      this.isQuoted = true;
      return at + 1;
    }
    if (this.quote !== "'" && character === this.escape) return this.escaped(at);
    if (this.quote !== "'" && character === '$') return this.variable(at);
    this.literal += character;
    return at + 1;
  }

  private escaped(at: number): number {
    const next = this.source[at + 1];
    if (next === undefined) {
      this.literal += this.escape;
      return at + 1;
    }
    const isKept = this.quote === '"' && next !== '"' && next !== '$' && next !== this.escape;
    this.literal += isKept ? this.escape + next : next;
    return at + 2;
  }

  private variable(at: number): number {
    const hasBrace = this.source[at + 1] === '{';
    const close = hasBrace ? closingBrace(this.source, at + 1, this.escape) : undefined;
    const candidate = hasBrace ? this.source.slice(at, (close ?? at) + 1) : this.source.slice(at);
    const match = readVariable(candidate.replaceAll(JOINT, ''));
    if (!match) {
      if (hasBrace)
        this.invalidVariableAt = {
          start: this.offset + at,
          end: this.offset + (close === undefined ? this.source.length : close + 1),
        };
      this.literal += '$';
      return at + 1;
    }
    this.flush();
    const length = hasBrace ? candidate.length : match[0].length;
    const use: VariableUse = {
      name: (match[1] ?? match[2]) as string,
      at: { start: this.offset + at, end: this.offset + at + length },
      ...(match[3] !== undefined && { operator: match[3], operand: match[4] ?? '' }),
    };
    this.variables.push(use);
    this.parts.push({ kind: 'variable', use, text: match[0] });
    return at + length;
  }

  private flush(): void {
    if (this.literal) this.parts.push({ kind: 'text', text: this.literal });
    this.literal = '';
  }
}

/** The word that begins at or behind `at`, as a range of the text, or undefined at its end. */
export function nextWordSpan(joined: string, at: number, escape: string): Span | undefined {
  let start = at;
  while (start < joined.length && (isBlank(joined[start]) || joined[start] === JOINT)) start++;
  if (start >= joined.length) return undefined;
  return { start, end: wordEnd(joined, start, escape) };
}
