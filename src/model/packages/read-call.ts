/** From a shell command to a call of a package manager. */
import { baseName } from '../base-name.js';
import type { ShellCommand, ShellWord } from '../shell/script.js';
import { cover, type Span } from '../span.js';
import type { Ecosystem, Tool } from './ecosystem.js';
import { ecosystems } from './managers.js';
import { readOptions } from './options.js';
import type { PackageCall } from './package-call.js';

const programs = new Map<string, Ecosystem>(
  ecosystems.flatMap((ecosystem) => Object.keys(ecosystem.programs).map((name) => [name, ecosystem] as const)),
);

/** What a command asks of a package manager; undefined where it is none. */
export function packageCallOf(command: ShellCommand): PackageCall | undefined {
  return recognise(command)?.call;
}

interface Recognised {
  readonly call: PackageCall;
  readonly ecosystem: Ecosystem;
}

/** Every command is asked about again, and may be part of several versions of a file. */
const recognised = new WeakMap<ShellCommand, Recognised | 'none'>();

/** The call with the ecosystem that read it. */
export function recognise(command: ShellCommand): Recognised | undefined {
  const found = recognised.get(command) ?? readCall(command) ?? 'none';
  recognised.set(command, found);
  return found === 'none' ? undefined : found;
}

function readCall(command: ShellCommand): Recognised | undefined {
  const launched = launchedBy(command);
  if (!launched) return undefined;
  const program = programOf(launched.program);
  const ecosystem = programs.get(program);
  const manager = ecosystem?.programs[program];
  if (!ecosystem || !manager) return undefined;
  const tool: Tool = { manager, name: launched.name, at: launched.at, args: launched.args, command };
  const call = ecosystem.read(tool);
  return call && { call, ecosystem };
}

interface Launched {
  readonly program: string;
  /** With what launches it: `python -m pip`. */
  readonly name: string;
  readonly at: Span;
  readonly args: readonly ShellWord[];
}

/** `pip3` and `pip3.12` are pip. */
function programOf(name: string): string {
  return /^pip[\d.]*$/.test(name) ? 'pip' : name;
}

function launchedBy(command: ShellCommand): Launched | undefined {
  const { name, args } = command;
  if (name === undefined) return undefined;
  if (/^(python|pypy)[\d.]*$/.test(name)) return behindModule(command, name);
  if (name === 'corepack') return behindWord(command, 0, 'corepack ');
  if (name === 'php') return behindWord(command, args.findIndex(isWord));
  if (name === 'xargs') return behindXargs(command);
  if (name === 'node') return nodeRun(command);
  return { program: name, name, at: command.nameAt, args };
}

function isWord({ text }: ShellWord): boolean {
  return !text.startsWith('-');
}

function behindWord({ nameAt, args }: ShellCommand, index: number, prefix = ''): Launched | undefined {
  const word = args[index];
  if (!word) return undefined;
  const program = baseName(word.text);
  const at = prefix ? cover(nameAt, word.at) : word.at;
  return { program, name: prefix + program, at, args: args.slice(index + 1) };
}

/** `python -I -m pip`; only modules that are programs of their own. */
function behindModule(command: ShellCommand, name: string): Launched | undefined {
  const flag = command.args.findIndex(({ text }, index) => text === '-m' && command.args.slice(0, index).every(isFlag));
  const module = command.args[flag + 1]?.text ?? '';
  if (flag === -1 || !['pip', 'uv', 'poetry', 'pipenv'].includes(module)) return undefined;
  return behindWord(command, flag + 1, `${name} -m `);
}

function isFlag(word: ShellWord): boolean {
  return !isWord(word);
}

const XARGS = { hasClusters: true, valued: ['-a', '--arg-file', '-n', '-I', '-L', '-P', '-d', '-s', '-E'] };

/** `xargs -a packages.txt apt-get install -y`: the words that xargs adds can't be seen. */
function behindXargs(command: ShellCommand): Launched | undefined {
  const [program] = readOptions(command.args, XARGS).operands;
  return program && behindWord(command, command.args.indexOf(program));
}

/** `node --run start`, `node --run=start` */
function nodeRun(command: ShellCommand): Launched | undefined {
  const index = command.args.findIndex(({ text }) => /^--run(=|$)/.test(text));
  const word = command.args[index];
  if (!word || !command.args.slice(0, index).every(isFlag)) return undefined;
  const at = cover(command.nameAt, word.at);
  const inWord = word.text.slice('--run='.length);
  const args = inWord ? [{ ...word, text: inWord }] : command.args.slice(index + 1);
  return { program: 'npm', name: 'node --run', at, args };
}
