/** Commands of RUN, CMD, ENTRYPOINT and HEALTHCHECK: their form, and the shell script inside where it can be seen. */
import { baseName } from './base-name.js';
import type { CommandLine } from './instruction.js';
import type { ShellInForce } from './scope.js';
import { commandFromWords, isShellName, readScript, type Script } from './shell/script.js';
import type { Span } from './span.js';
import type { Heredoc } from './syntax/heredoc.js';
import { readExecForm } from './syntax/json-form.js';

interface Source {
  /** The whole file. */
  readonly text: string;
  /** The instruction's joined lines and the place of their first character. */
  readonly joined: string;
  readonly offset: number;
  /** Where the command begins in `joined`, behind keyword and flags. */
  readonly from: number;
  readonly heredocs: readonly Heredoc[];
  /** The end of the instruction in the file. */
  readonly end: number;
}

export function readCommand(source: Source, shell: ShellInForce): CommandLine {
  const { joined, offset } = source;
  const lead = /^[ \t\0]*/.exec(joined.slice(source.from))?.[0].length ?? 0;
  const from = source.from + lead;
  const at = { start: offset + from, end: Math.max(offset + joined.length, offset + from) };
  const exec = source.heredocs.length === 0 ? readExecForm(joined.slice(from), offset + from) : undefined;
  if (exec) {
    const [first] = exec;
    const words = exec.map((word) => ({ text: word.text, at: word.inner }));
    return { form: 'exec', exec, script: first && commandFromWords(words, at), at };
  }
  const script = shell.isPosix ? readShellForm(source, from, at) : undefined;
  return { form: 'shell', exec: undefined, script, at };
}

function readShellForm(source: Source, from: number, at: Span): Script | undefined {
  const { joined, offset, heredocs } = source;
  const line = shellText(joined.slice(from));
  if (line.trim() === '') return undefined;
  if (heredocs.length === 0) return readScript(line, offset + from);
  const interpreter = heredocInterpreter(line, heredocs, at);
  if (interpreter === undefined)
    return readScript(line + source.text.slice(offset + joined.length, source.end), offset + from);
  const [heredoc] = heredocs as [Heredoc];
  const body = source.text.slice(heredoc.body.start, heredoc.body.end);
  const shebang = /^#!\s*(?:\/usr\/bin\/env\s+(?:-S\s+)?)?(\S+)/.exec(body)?.[1];
  const named = shebang ? baseName(shebang) : interpreter || undefined;
  return isShellName(named ?? 'sh') ? { ...readScript(body, heredoc.body.start), program: named } : undefined;
}

/** For `<<EOF` alone the empty string, for `<<EOF bash` the word; undefined where the heredoc is an input of a longer command. */
function heredocInterpreter(line: string, heredocs: readonly Heredoc[], at: Span): string | undefined {
  const [heredoc, ...more] = heredocs;
  if (!heredoc || more.length > 0) return undefined;
  const before = line.slice(0, heredoc.at.start - at.start);
  const behind = line.slice(heredoc.at.end - at.start);
  const words = `${before} ${behind}`.trim().split(/\s+/);
  const [program = '', ...options] = words;
  const isPlain = options.every((option) => /^-[a-z]+$/.test(option));
  const name = baseName(program);
  return isPlain && (program === '' || isShellName(name)) ? name : undefined;
}

/**
 * Joined lines as a text of equal length that a shell parser reads alike. A joint between two words is blanks;
 * one inside a word is a continuation of the shell's own, so that the word stays whole.
 */
export function shellText(joined: string): string {
  return joined.replace(/\0+/g, (run, at: number) => {
    const before = joined[at - 1] ?? ' ';
    const behind = joined[at + run.length] ?? ' ';
    const isInsideWord = !/\s/.test(before) && !/\s/.test(behind);
    return isInsideWord && run.length % 2 === 0 ? '\\\n'.repeat(run.length / 2) : ' '.repeat(run.length);
  });
}
