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
  isContinued: boolean;
  /** Heredocs whose bodies come next, and the terminators that end them. */
  readonly heredocs: { readonly name: string; readonly stripsTabs: boolean }[];
  escape: string;
}

const INSTRUCTION = /^\s*(?:ONBUILD\s+)?[A-Za-z]+(?=\s|$)/i;
const AS = /(?<=^\s*FROM\s.*\s)AS(?=\s)/i;
const PIECES = /(?<=\s)--?[A-Za-z][\w-]*|"(?:[^"\\]|\\.)*"|'[^']*'|\$\{[^}]*\}|\$\w+/g;
const HEREDOC = /<<(-?)(["']?)([\w.-]+)\2/g;

/** The tokens of each line, in offsets of the line. */
export function highlightLines(lines: readonly string[]): Token[][] {
  const escape = /^#\s*escape\s*=\s*`/im.test(lines.slice(0, 3).join('\n')) ? '`' : '\\';
  const state: State = { isContinued: false, heredocs: [], escape };
  return lines.map((line) => highlightLine(line, state));
}

function highlightLine(line: string, state: State): Token[] {
  const heredoc = state.heredocs[0];
  if (heredoc && !state.isContinued) {
    const content = heredoc.stripsTabs ? line.replace(/^\t+/, '') : line;
    if (content !== heredoc.name) return pieces(line, 0);
    state.heredocs.shift();
    return [{ start: 0, end: line.length, voice: 'string' }];
  }
  if (/^\s*#/.test(line)) return [{ start: 0, end: line.length, voice: 'comment' }];
  const head = state.isContinued ? undefined : INSTRUCTION.exec(line);
  const tokens: Token[] = head ? [{ start: 0, end: head[0].length, voice: 'instruction' }] : [];
  if (head) {
    const as = AS.exec(line);
    if (as) tokens.push({ start: as.index, end: as.index + 2, voice: 'instruction' });
    if (/^\s*(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s/i.test(line)) collectHeredocs(line, state);
  } else if (state.isContinued) collectHeredocs(line, state);
  if (line.trim() !== '') state.isContinued = new RegExp(`(?<!\\${state.escape})\\${state.escape}\\s*$`).test(line);
  return [...tokens, ...pieces(line, head?.[0].length ?? 0)].sort((one, other) => one.start - other.start);
}

function collectHeredocs(line: string, state: State): void {
  for (const [, dash, , name = ''] of line.matchAll(HEREDOC)) state.heredocs.push({ name, stripsTabs: dash === '-' });
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
