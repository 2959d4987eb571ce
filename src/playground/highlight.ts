/**
 * Highlighting while somebody types: the five voices of the site's code, found line by line. It only colours; what a
 * line means is the model's business, in the worker.
 */
export type Voice = 'instruction' | 'flag' | 'string' | 'variable' | 'comment';

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly voice: Voice;
}

interface State {
  /** The line continues an instruction. */
  readonly isContinued: boolean;
  /** Heredocs whose bodies come next, and the terminators that end them. */
  readonly heredocs: readonly Heredoc[];
  readonly escape: string;
}

interface Heredoc {
  readonly name: string;
  readonly stripsTabs: boolean;
}

interface HighlightedLine {
  readonly tokens: readonly Token[];
  readonly after: State;
}

const INSTRUCTION = /^\s*(?:ONBUILD\s+)?[A-Za-z]+(?=\s|$)/i;
const AS = /(?<=^\s*FROM\s.*\s)AS(?=\s)/i;
const PIECES = /(?<=\s)--?[A-Za-z][\w-]*|"(?:[^"\\]|\\.)*"|'[^']*'|\$\{[^}]*\}|\$\w+/g;
const HEREDOC = /<<(-?)(["']?)([\w.-]+)\2/g;

/** The tokens of each line of one text, in offsets of the line. */
export function highlightLines(lines: readonly string[]): readonly (readonly Token[])[] {
  return new Highlighter().highlight(lines);
}

/** Highlights a text again and again: a line that was there before, in the same state, keeps its tokens. */
export class Highlighter {
  private known: ReadonlyMap<string, HighlightedLine> = new Map();

  /** The tokens of each line, in offsets of the line. */
  highlight(lines: readonly string[]): readonly (readonly Token[])[] {
    const seen = new Map<string, HighlightedLine>();
    let state = stateAtStart(lines);
    const tokens = lines.map((line) => {
      const key = JSON.stringify([state, line]);
      const highlighted = this.known.get(key) ?? highlightLine(line, state);
      seen.set(key, highlighted);
      state = highlighted.after;
      return highlighted.tokens;
    });
    this.known = seen;
    return tokens;
  }
}

function stateAtStart(lines: readonly string[]): State {
  const escape = /^#\s*escape\s*=\s*`/im.test(lines.slice(0, 3).join('\n')) ? '`' : '\\';
  return { isContinued: false, heredocs: [], escape };
}

function highlightLine(line: string, state: State): HighlightedLine {
  const heredoc = state.heredocs[0];
  if (heredoc && !state.isContinued) {
    const content = heredoc.stripsTabs ? line.replace(/^\t+/, '') : line;
    if (content !== heredoc.name) return { tokens: pieces(line, 0), after: state };
    return { tokens: [whole(line, 'string')], after: { ...state, heredocs: state.heredocs.slice(1) } };
  }
  if (/^\s*#/.test(line)) return { tokens: [whole(line, 'comment')], after: state };
  const heads = state.isContinued ? [] : headsOf(line);
  const tokens = [...heads, ...pieces(line, heads[0]?.end ?? 0)].sort((one, other) => one.start - other.start);
  const canBeginHeredoc = state.isContinued || /^\s*(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s/i.test(line);
  const heredocs = canBeginHeredoc ? [...state.heredocs, ...heredocsIn(line)] : state.heredocs;
  const isContinued = line.trim() === '' ? state.isContinued : endsInEscape(line, state.escape);
  return { tokens, after: { ...state, heredocs, isContinued } };
}

/** The instruction, and the AS of a FROM. */
function headsOf(line: string): Token[] {
  const head = INSTRUCTION.exec(line);
  if (!head) return [];
  const as = AS.exec(line);
  const instruction: Token = { start: 0, end: head[0].length, voice: 'instruction' };
  return as ? [instruction, { start: as.index, end: as.index + 2, voice: 'instruction' }] : [instruction];
}

function whole(line: string, voice: Voice): Token {
  return { start: 0, end: line.length, voice };
}

function endsInEscape(line: string, escape: string): boolean {
  const text = line.trimEnd();
  return text.endsWith(escape) && !text.endsWith(escape + escape);
}

function heredocsIn(line: string): Heredoc[] {
  return [...line.matchAll(HEREDOC)].map(([, dash, , name = '']) => ({ name, stripsTabs: dash === '-' }));
}

function pieces(line: string, from: number): Token[] {
  return [...line.matchAll(PIECES)]
    .filter((match) => match.index >= from)
    .map((match) => ({ start: match.index, end: match.index + match[0].length, voice: voiceOf(match[0]) }));
}

function voiceOf(text: string): Voice {
  if (text.startsWith('-')) return 'flag';
  return text.startsWith('$') ? 'variable' : 'string';
}
