/** What every ecosystem's file is made of: its managers, its programs and a reader for their calls. */
import type { ShellCommand, ShellWord } from '../shell/script.js';
import { cover, type Span } from '../span.js';
import type { FolderGroup, ManagerKnowledge } from './knowledge.js';
import { type OptionGrammar, type OptionLookup, readOptions } from './options.js';
import type { Action, Manager, PackageCall } from './package-call.js';

/** A program that was recognised, with the words behind it. */
export interface Tool {
  readonly manager: Manager;
  readonly name: string;
  readonly at: Span;
  readonly args: readonly ShellWord[];
  readonly command: ShellCommand;
}

export interface Ecosystem {
  readonly managers: readonly ManagerKnowledge[];
  /** Program name to manager. */
  readonly programs: Readonly<Record<string, Manager>>;
  /** Undefined where the program is called for something else: `dotnet app.dll`. */
  read(tool: Tool): PackageCall | undefined;
  /** What a `clean-cache` call empties, if that is not the downloads of its manager. */
  cleans?(call: PackageCall): readonly { readonly manager: Manager; readonly group: FolderGroup }[];
}

/** Options, and subcommands with what they do; the key of two words (`mod download`) wins; `''` is no subcommand. */
export interface Grammar extends OptionGrammar {
  readonly actions: Readonly<Record<string, Action>>;
}

export interface Verb {
  readonly options: OptionLookup;
  readonly action: Action;
  /** The key in the grammar: `install`, `mod download`; the first operand where the grammar has no such key. */
  readonly verb: string;
  readonly subcommand: ShellWord | undefined;
  /** Behind the subcommand. */
  readonly operands: readonly ShellWord[];
}

/** Reads options and subcommand. */
export function readVerb(args: readonly ShellWord[], grammar: Grammar): Verb {
  const { options, operands } = readOptions(args, grammar);
  return { options, ...findVerb(operands, grammar.actions, options.has('--version', '--help', '-h', '-v')) };
}

function findVerb(
  operands: readonly ShellWord[],
  actions: Grammar['actions'],
  asksForHelp: boolean,
): Omit<Verb, 'options'> {
  const [first, second] = operands;
  const two = `${first?.text} ${second?.text}`;
  if (second && Object.hasOwn(actions, two))
    return { action: actions[two] as Action, verb: two, subcommand: second, operands: operands.slice(2) };
  const one = first?.text ?? '';
  const isKnown = Object.hasOwn(actions, one) && !(one === '' && asksForHelp);
  return {
    action: isKnown ? (actions[one] as Action) : 'other',
    verb: one,
    subcommand: first,
    operands: operands.slice(1),
  };
}

/** The table of a grammar, from the words of each action. */
export function actionsOf(lists: Partial<Record<Action, readonly string[]>>): Record<string, Action> {
  return Object.fromEntries(
    Object.entries(lists).flatMap(([action, words]) => words.map((word) => [word, action as Action])),
  );
}

type Derived = 'manager' | 'tool' | 'toolAt' | 'command' | 'flagsAt' | 'isVirtual';

/** What a verb contributes to its call. */
export function said({ options, action, subcommand }: Verb): Pick<PackageCall, 'options' | 'action' | 'subcommand'> {
  return { options, action, subcommand };
}

/** A call from what its reader found out; the defaults are those of a manager that never asks and caches as it likes. */
export function makeCall(
  tool: Tool,
  found: Pick<PackageCall, 'action' | 'options'> & Partial<Omit<PackageCall, Derived>>,
): PackageCall {
  return {
    subcommand: undefined,
    packages: [],
    installsProject: false,
    assumesYes: true,
    skipsRecommended: undefined,
    skipsCache: false,
    omitsDevelopment: true,
    isLocked: undefined,
    isGlobal: false,
    script: undefined,
    virtualName: undefined,
    manifestArguments: [],
    folder: undefined,
    ...found,
    manager: tool.manager,
    tool: tool.name,
    toolAt: tool.at,
    command: tool.command,
    isVirtual: found.virtualName !== undefined,
    flagsAt: Math.max(tool.at.end, found.subcommand?.at.end ?? 0),
  };
}

/** A tool whose name has one more word: `uv pip`. */
export function extendTool(tool: Tool, word: ShellWord): Tool {
  const rest = tool.args.filter((arg) => arg !== word);
  return { ...tool, name: `${tool.name} ${word.text}`, at: cover(tool.at, word.at), args: rest };
}

/** The words that hold the values of these options. */
export function valueWords(options: OptionLookup, ...names: string[]): ShellWord[] {
  return options.all.flatMap(({ name, valueWord }) => (names.includes(name) && valueWord ? [valueWord] : []));
}

/** Whether the command's own assignments switch one of these. */
export function isAssigned(command: ShellCommand, isSwitch: (name: string, value: string) => boolean): boolean {
  return command.assignments.some(({ name, value }) => isSwitch(name, value?.text ?? ''));
}

/** Whether something answers its questions: `yes | …`, `echo y | …`. */
export function isAnswered(command: ShellCommand): boolean {
  const members = command.pipeline?.commands ?? [];
  const before = members[members.findIndex(({ nameAt }) => nameAt === command.nameAt) - 1];
  if (before?.name === 'echo' || before?.name === 'printf')
    return /^y(es)?(\\n)?$/i.test(before.args.at(-1)?.text ?? '');
  return before?.name === 'yes';
}
