/**
 * The commands of a shell script inside a Dockerfile, flat and with their places in the file.
 * The only importer of `unbash`. What a rule asks about a command (its name behind `sudo` or `env`, its words
 * without quotes, what it is piped into) is answered here once.
 */
import { type Command as CommandNode, forEachChild, parse, type SyntaxNode, type Word as WordNode } from 'unbash';
import { baseName } from '../base-name.js';
import type { Span } from '../span.js';

export interface ShellWord {
  readonly at: Span;
  /** As written. */
  readonly raw: string;
  /** Quotes removed; expansions left as written (`$FOO`, `$(cmd)`). */
  readonly text: string;
  /** No expansion and no glob: the text is what the program gets. */
  readonly isLiteral: boolean;
  readonly isQuoted: boolean;
  /** Names of the variables it expands, in order: `$FOO`, `${FOO:-x}`. */
  readonly variables: readonly { readonly name: string; readonly at: Span }[];
}

/** `sudo`, `env`, `exec`, `time`, … in front of the program that it runs. */
export interface ShellWrapper extends ShellWord {
  /** What it takes for itself: options with their values, the user of `gosu`, the seconds of `timeout`. */
  readonly own: readonly ShellWord[];
}

export interface ShellAssignment {
  readonly at: Span;
  readonly name: string;
  readonly value: ShellWord | undefined;
}

export interface ShellRedirect {
  readonly at: Span;
  /** `>`, `>>`, `<`, `<<`, `<<<`, … */
  readonly operator: string;
  readonly target: ShellWord | undefined;
}

/** Where a command stands, innermost last. */
export type ShellContext =
  | 'subshell'
  | 'group'
  | 'condition'
  | 'branch'
  | 'loop'
  | 'function'
  | 'substitution'
  | 'sh -c';

export interface ShellPipeline {
  readonly at: Span;
  readonly commands: readonly ShellCommand[];
}

/** A simple command: assignments, words, redirections. */
export interface ShellCommand {
  /** From the first assignment or word to the last word or redirection. */
  readonly at: Span;
  /** The program behind wrappers, without its folder: `apt-get` for `sudo -E /usr/bin/apt-get`; undefined for a bare assignment or an expansion. */
  readonly name: string | undefined;
  readonly nameAt: Span;
  /** The program as written, with its folder. */
  readonly program: string | undefined;
  /** The words behind the name. */
  readonly args: readonly ShellWord[];
  /** In the order written. */
  readonly wrappers: readonly ShellWrapper[];
  /** Set for this command alone: before it, or by `env`. */
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  readonly context: readonly ShellContext[];
  /** The pipeline it is a part of, where there is more than one command. */
  readonly pipeline: ShellPipeline | undefined;
  /** What stands between the command (or pipeline) before and this one. */
  readonly precededBy: '&&' | '||' | ';' | '|' | '|&' | undefined;
  /** Ends in `&`, or stands in something that does. */
  readonly isBackground: boolean;
  /** Behind `!`. */
  readonly isNegated: boolean;
}

export interface Script {
  /** The place of what was read. */
  readonly at: Span;
  /** What was read, as long as its place; undefined where it was put together from an array of words. */
  readonly text: string | undefined;
  /** The interpreter that a heredoc names, without its folder; undefined: the shell in force. */
  readonly program: string | undefined;
  /** Every simple command in source order, those of substitutions and of `sh -c '…'` arguments included. */
  readonly commands: readonly ShellCommand[];
  readonly pipelines: readonly ShellPipeline[];
  /** The whole script, where it is one simple command (behind assignments and redirections, if any). */
  readonly only: ShellCommand | undefined;
  /** Words of the statements at the top: how many there are, each with its place. */
  readonly statements: readonly Span[];
  readonly hasErrors: boolean;
  /** `#!` line of a heredoc body. */
  readonly shebang: string | undefined;
}

/** Reads a script. `text` is as long as its source, which begins at `offset` in the file. A `\r` before a line break is a blank. */
export function readScript(text: string, offset: number): Script {
  return new ScriptReader(text.replaceAll('\r\n', ' \n'), (at) => at + offset, {
    start: offset,
    end: offset + text.length,
  }).read();
}

/** Reads a script whose characters can't be placed one by one (an exec element with escapes): all has one place. */
export function readScriptAt(text: string, at: Span): Script {
  return new ScriptReader(text, undefined, at).read();
}

/** A command from the words of an exec form. */
export function commandFromWords(words: readonly { text: string; at: Span }[], at: Span): Script {
  const shellWords = words.map(
    (word): ShellWord => ({
      at: word.at,
      raw: word.text,
      text: word.text,
      isLiteral: true,
      isQuoted: true,
      variables: [],
    }),
  );
  const command = makeCommand(shellWords, [], [], at, { context: [], isBackground: false, isNegated: false });
  const nested = nestedScript(command, true);
  const commands = [command, ...(nested?.commands ?? [])];
  return {
    at,
    text: undefined,
    program: undefined,
    commands,
    pipelines: nested?.pipelines ?? [],
    only: command,
    statements: [at],
    hasErrors: false,
    shebang: undefined,
  };
}

interface Surroundings {
  readonly context: readonly ShellContext[];
  readonly isBackground: boolean;
  readonly isNegated: boolean;
}

type Connector = ShellCommand['precededBy'];
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

class ScriptReader {
  private readonly commands: ShellCommand[] = [];
  private readonly pipelines: ShellPipeline[] = [];
  private hasErrors = false;

  constructor(
    private readonly text: string,
    private readonly place: ((at: number) => number) | undefined,
    private readonly whole: Span,
  ) {}

  read(): Script {
    const tree = parse(this.text);
    this.hasErrors = (tree.errors?.length ?? 0) > 0;
    this.statements(tree.commands, { context: [], isBackground: false, isNegated: false });
    const [first, ...more] = tree.commands;
    const isOne = more.length === 0 && first?.command.type === 'Command' && !first.background;
    return {
      at: this.whole,
      text: this.place ? this.text : undefined,
      program: undefined,
      commands: this.commands,
      pipelines: this.pipelines,
      only: isOne ? this.commands.find((command) => command.context.length === 0) : undefined,
      statements: tree.commands.map((statement) => this.span(statement)),
      hasErrors: this.hasErrors,
      shebang: tree.shebang?.trimEnd(),
    };
  }

  private span(node: { pos: number; end: number }): Span {
    return this.place ? { start: this.place(node.pos), end: this.place(node.end) } : this.whole;
  }

  private statements(
    list: readonly { command: SyntaxNode; background: boolean | undefined }[],
    surroundings: Surroundings,
    connector?: Connector,
  ): void {
    let before = connector;
    for (const statement of list) {
      const isBackground = surroundings.isBackground || (statement.background ?? false);
      this.node(statement.command, { ...surroundings, isBackground }, before);
      before = ';';
    }
  }

  private within(surroundings: Surroundings, context: ShellContext): Surroundings {
    return { ...surroundings, context: [...surroundings.context, context] };
  }

  private node(node: SyntaxNode, around: Surroundings, connector: Connector): void {
    switch (node.type) {
      case 'Command':
        this.command(node, around, connector);
        return;
      case 'Pipeline':
        this.pipeline(node, around, connector);
        return;
      case 'AndOr':
        for (const [index, part] of node.commands.entries())
          this.node(part, around, index === 0 ? connector : node.operators[index - 1]);
        return;
      case 'Redirected':
        this.node(node.command, around, connector);
        for (const redirect of node.redirects) this.substitutions(redirect, around);
        return;
      case 'Subshell':
        this.statements(node.body.commands, this.within(around, 'subshell'), connector);
        return;
      case 'BraceGroup':
        this.statements(node.body.commands, this.within(around, 'group'), connector);
        return;
      case 'If':
        this.statements(node.clause.commands, this.within(around, 'condition'), connector);
        this.statements(node.then.commands, this.within(around, 'branch'));
        for (const part of node.elif) {
          this.statements(part.clause.commands, this.within(around, 'condition'));
          this.statements(part.then.commands, this.within(around, 'branch'));
        }
        this.statements(node.else?.commands ?? [], this.within(around, 'branch'));
        return;
      case 'While':
        this.statements(node.clause.commands, this.within(around, 'condition'), connector);
        this.statements(node.body.commands, this.within(around, 'loop'));
        return;
      case 'For':
      case 'Select':
        for (const word of node.wordlist ?? []) this.substitutions(word, around);
        this.statements(node.body.commands, this.within(around, 'loop'), connector);
        return;
      case 'ArithmeticFor':
        this.statements(node.body.commands, this.within(around, 'loop'), connector);
        return;
      case 'Case':
        this.substitutions(node.word, around);
        for (const item of node.items) this.statements(item.body.commands, this.within(around, 'branch'));
        return;
      case 'Function':
        this.node(node.body, this.within(around, 'function'), connector);
        return;
      case 'CompoundList':
        this.statements(node.commands, around, connector);
        return;
      case 'Coproc':
        this.node(node.body, around, connector);
        return;
      default:
        this.substitutions(node, around);
    }
  }

  private pipeline(node: Extract<SyntaxNode, { type: 'Pipeline' }>, around: Surroundings, connector: Connector): void {
    // Inherited too: in `! { a | b; }` the pipe is in a negated group.
    const isNegated = around.isNegated || node.prefixes.some((prefix) => prefix.type === 'Negation');
    const pipeline: Mutable<ShellPipeline> = { at: this.span(node), commands: [] };
    const members: Mutable<ShellCommand>[] = [];
    for (const [index, part] of node.commands.entries()) {
      const first = this.commands.length;
      this.node(part, { ...around, isNegated }, index === 0 ? connector : node.operators[index - 1]);
      const head = this.commands[first] as Mutable<ShellCommand> | undefined;
      if (head) members.push(head);
    }
    if (node.commands.length < 2) return;
    pipeline.commands = members;
    for (const member of members) member.pipeline = pipeline;
    this.pipelines.push(pipeline);
  }

  private command(node: CommandNode, around: Surroundings, connector: Connector): void {
    const words = [...(node.name ? [node.name] : []), ...node.args].map((word) =>
      word.type === 'Word' ? this.word(word) : this.assignmentWord(word),
    );
    const assignments = node.prefix.flatMap((part) => (part.type === 'Assignment' ? [this.assignment(part)] : []));
    const redirects = node.redirects.map((redirect): ShellRedirect => {
      const target = redirect.type === 'HereDoc' ? undefined : redirect.target;
      return {
        at: this.span(redirect),
        operator: redirect.operator,
        target: target && this.word(target),
      };
    });
    const command = makeCommand(words, assignments, redirects, this.span(node), around);
    (command as Mutable<ShellCommand>).precededBy = connector;
    this.commands.push(command);
    const nested = nestedScript(command, this.place !== undefined);
    if (nested) {
      for (const inner of nested.commands as Mutable<ShellCommand>[])
        inner.context = [...around.context, 'sh -c', ...inner.context];
      this.commands.push(...nested.commands);
      this.pipelines.push(...nested.pipelines);
    }
    forEachChild(node, (child) => this.substitutions(child, around));
  }

  /** Finds the scripts of `$(…)`, backticks and `<(…)` below a node. */
  private substitutions(node: SyntaxNode, around: Surroundings): void {
    if (node.type === 'CommandExpansion' || node.type === 'ProcessSubstitution') {
      if (node.script && !node.script.source)
        this.statements(node.script.commands, this.within({ ...around, isBackground: false }, 'substitution'));
      return;
    }
    if (node.type === 'Command') return;
    forEachChild(node, (child) => this.substitutions(child, around));
  }

  private word(node: WordNode): ShellWord {
    const variables: { name: string; at: Span }[] = [];
    let isLiteral = true;
    let isQuoted = false;
    const visit = (part: SyntaxNode) => {
      if (part.type === 'SimpleExpansion') variables.push({ name: part.text.slice(1), at: this.span(part) });
      if (part.type === 'ParameterExpansion') variables.push({ name: part.parameter, at: this.span(part) });
      if (part.type === 'SingleQuoted' || part.type === 'DoubleQuoted' || part.type === 'AnsiCQuoted') isQuoted = true;
      else if (part.type !== 'Literal') isLiteral = false;
      if (part.type !== 'CommandExpansion' && part.type !== 'ProcessSubstitution') forEachChild(part, visit);
    };
    forEachChild(node, visit);
    const text = node.value.replace(/\\\r?\n/g, '');
    return { at: this.span(node), raw: node.text, text, isLiteral, isQuoted, variables };
  }

  private assignment(node: Extract<SyntaxNode, { type: 'Assignment' }>): ShellAssignment {
    const value = node.value.type === 'Word' ? this.word(node.value) : undefined;
    return { at: this.span(node), name: node.name, value };
  }

  /** `export A=b`: the assignment is a word of the command. */
  private assignmentWord(node: Extract<SyntaxNode, { type: 'Assignment' }>): ShellWord {
    const { value } = this.assignment(node);
    return {
      at: this.span(node),
      raw: node.text,
      text: `${node.name}=${value?.text ?? ''}`,
      isLiteral: value?.isLiteral ?? true,
      isQuoted: value?.isQuoted ?? false,
      variables: value?.variables ?? [],
    };
  }
}

/** Wrappers that run the command behind them, with the options of theirs that take a value. */
const WRAPPERS: Record<string, readonly string[]> = {
  sudo: ['-u', '--user', '-g', '--group', '-C', '-h', '-p', '-r', '-t', '-T', '-U'],
  doas: ['-u', '-C'],
  env: ['-u', '--unset', '-C', '--chdir'],
  exec: ['-a'],
  command: [],
  builtin: [],
  busybox: [],
  time: ['-f', '-o'],
  nice: ['-n', '--adjustment'],
  ionice: ['-c', '-n', '-p'],
  nohup: [],
  stdbuf: ['-i', '-o', '-e'],
  timeout: ['-s', '--signal', '-k', '--kill-after'],
  gosu: [],
  'su-exec': [],
  setpriv: [],
  tini: ['-p', '-e'],
  'dumb-init': ['-r', '--rewrite'],
  catatonit: [],
  chroot: [],
  eatmydata: [],
  unbuffer: [],
};
/** Wrappers that take a word of their own before the command. */
const TAKES_WORD = new Set(['timeout', 'gosu', 'su-exec', 'chroot']);
const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]*)=([\s\S]*)$/;

function makeCommand(
  words: readonly ShellWord[],
  ownAssignments: readonly ShellAssignment[],
  redirects: readonly ShellRedirect[],
  at: Span,
  around: Surroundings,
): ShellCommand {
  const assignments = [...ownAssignments];
  const wrappers: ShellWrapper[] = [];
  let index = 0;
  for (;;) {
    const word = words[index];
    const options = word?.isLiteral ? WRAPPERS[baseName(word.text)] : undefined;
    if (!word || !options || !Object.hasOwn(WRAPPERS, baseName(word.text))) break;
    const { own, set, next } = readWrapper(words, index + 1, options, TAKES_WORD.has(baseName(word.text)));
    assignments.push(...set);
    if (next >= words.length) break;
    wrappers.push({ ...word, own });
    index = next;
  }
  const head = words[index];
  const isName = head && (head.isLiteral || head.variables.length > 0);
  return {
    at,
    name: isName && !head.text.startsWith('$') ? baseName(head.text) : undefined,
    nameAt: head?.at ?? at,
    program: head?.text,
    args: words.slice(index + 1),
    wrappers,
    assignments,
    redirects,
    context: around.context,
    pipeline: undefined,
    precededBy: undefined,
    isBackground: around.isBackground,
    isNegated: around.isNegated,
  };
}

/** The words of a wrapper, what it sets, and the index of the word behind them. */
function readWrapper(
  words: readonly ShellWord[],
  from: number,
  optionsWithValue: readonly string[],
  takesWord: boolean,
): { own: ShellWord[]; set: ShellAssignment[]; next: number } {
  const own: ShellWord[] = [];
  const set: ShellAssignment[] = [];
  let wordsLeft = takesWord ? 1 : 0;
  let next = from;
  for (; next < words.length; next++) {
    const word = words[next] as ShellWord;
    const [, name, value = ''] = ASSIGNMENT.exec(word.text) ?? [];
    if (name !== undefined) set.push({ at: word.at, name, value: { ...word, text: value } });
    else if (optionsWithValue.includes(word.text)) own.push(word, ...words.slice(++next, next + 1));
    else if (word.text.startsWith('-')) own.push(word);
    else if (wordsLeft-- > 0) own.push(word);
    else break;
    if (word.text === '--') return { own, set, next: next + 1 };
  }
  return { own, set, next };
}

const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh']);

export function isShellName(name: string | undefined): boolean {
  return name !== undefined && SHELLS.has(name);
}

/** A string with variables in a script: `"apt-get install $NAME"`, not `"$SCRIPT"`. Substitutions in it are read as such. */
function isQuotedScript({ raw, text }: ShellWord): boolean {
  return /^"[^`]*"$/.test(raw) && !raw.includes('$(') && /^\s*\w/.test(text);
}

/** The script of `sh -c '…'`. */
function nestedScript(command: ShellCommand, isPlaced: boolean): Script | undefined {
  if (!isShellName(command.name)) return undefined;
  const flag = command.args.findIndex((word) => /^-[a-z]*c[a-z]*$/.test(word.text));
  const word = command.args[flag + 1];
  if (flag === -1 || !word) return undefined;
  if (!word.isLiteral) return isQuotedScript(word) ? readScriptAt(word.text, word.at) : undefined;
  const quotes = (word.at.end - word.at.start - word.text.length) / 2;
  const isPlain =
    isPlaced && (quotes === 0 || quotes === 1) && word.raw.slice(quotes, quotes + word.text.length) === word.text;
  return isPlain ? readScript(word.text, word.at.start + quotes) : readScriptAt(word.text, word.at);
}
