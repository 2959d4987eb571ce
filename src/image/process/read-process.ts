/**
 * From a command line to the processes that come of it. Where something is not known (which shell `/bin/sh` is, which
 * branch a script takes) there are several readings; what they agree on is what can be said.
 */
import { baseName, type Dockerfile, type Stage } from '../../model/index.js';
import { goBuildOf } from './built-program.js';
import { initOf } from './init-programs.js';
import { factsOf, goFacts, isPrompt, PROMPT, type ProgramFacts } from './known-programs.js';
import { behindLauncher, isUnmeasuredLauncher, SU, stayingLauncher, suTarget } from './launchers.js';
import { isDaemonising, secondsOfSleep } from './lifetime.js';
import { managerProcesses } from './manager-process.js';
import { type Forwarder, type Process, unknownProcess } from './process.js';
import { scriptFileOf } from './script-file.js';
import { joined } from './sentences.js';
import { shellCallOf } from './shell-call.js';
import { shellProcesses } from './shell-process.js';
import { programName, readScriptText, type ScriptText, type StartWord } from './start-line.js';

export interface Around {
  readonly dockerfile: Dockerfile;
  readonly stage: Stage;
  /** TINI_KILL_PROCESS_GROUP is set. */
  readonly asksGroup: boolean;
  readonly isInteractive: boolean;
  /** How many programs stand in front: scripts may start themselves. */
  readonly depth: number;
  /** What the readings differ in: noun phrases. */
  readonly doubts: Set<string>;
}

const DEEPEST = 12;
const MOST_READINGS = 24;

/** Every reading of a command line; never none. */
export function readProcess(words: readonly StartWord[], around: Around): readonly Process[] {
  const name = programName(words[0]);
  const texts = words.map(({ text }) => text);
  if (name === undefined || around.depth > DEEPEST)
    return [unknownProcess(texts, '', `Which program ${texts[0] ?? ''} is, is not known.`)];
  const inner = { ...around, depth: around.depth + 1 };
  return limited(texts, readLauncher(name, words, inner) ?? readProgram(name, words, inner));
}

function limited(words: readonly string[], readings: readonly Process[]): readonly Process[] {
  if (readings.length <= MOST_READINGS) return readings;
  return [unknownProcess(words, baseName(words[0] ?? ''), 'There are too many ways in which this may go on.')];
}

/** Programs that only start another one. */
function readLauncher(name: string, words: readonly StartWord[], around: Around): readonly Process[] | undefined {
  const init = initOf(words, around.asksGroup);
  if (init) return inFront(name, words, init.nature, init.behind, around);
  const replaced = behindLauncher(words);
  if (replaced) return readProcess(replaced, around);
  const staying = stayingLauncher(words);
  if (staying) return inFront(name, words, staying.nature, staying.behind, around);
  const su = name === 'su' || name === 'runuser' ? suTarget(words) : undefined;
  if (su)
    return inFront(name, words, SU, 'command' in su ? su.command : [{ text: 'sh' }, { text: '-c' }, su.text], around);
  if (isUnmeasuredLauncher(words[0]?.text ?? ''))
    return [unknownProcess(textsOf(words), name, `What ${name} does with signals was not measured.`)];
  return managerProcesses(words, around);
}

/** A process in front of another one. */
export function inFront(
  command: string,
  words: readonly StartWord[],
  nature: Forwarder,
  behind: readonly StartWord[],
  around: Around,
): readonly Process[] {
  if (behind.length === 0) return [unknownProcess(textsOf(words), command, `${command} has nothing to start.`)];
  return readProcess(behind, around).map((child) => ({ command, words: textsOf(words), nature, children: [child] }));
}

export function textsOf(words: readonly StartWord[]): string[] {
  return words.map(({ text }) => text);
}

function readProgram(name: string, words: readonly StartWord[], around: Around): readonly Process[] {
  const shell = shellCallOf(words);
  if (shell?.text) return shellProcesses(words, { ...shell, source: sourceOf(shell.text), isFile: false }, around);
  if (shell?.file) return readShellFile(words, shell.name, shell.file, shell.arguments, around);
  if (shell) return [promptOf(name, words, around)];
  const path = words[0]?.text ?? '';
  const args = words.slice(1);
  const text = mayBeScript(path) ? scriptFileOf(around.dockerfile, around.stage, path) : undefined;
  if (typeof text === 'string') return readScriptFile(words, text, around);
  if (text === undefined && isScriptOfBase(name, around)) return readScriptOfBase(name, args, around);
  if (looksLikeScript(name))
    return [unknownProcess(textsOf(words), name, `What ${name} does is not known: its text is not here.`)];
  const foreground = FOREGROUND[name];
  if (foreground) return readProcess([...foreground.map((word) => ({ text: word })), ...args], around);
  return programs(name, words, around);
}

/** Scripts of the official images that do nothing but exec the server with its flag for the foreground. */
const FOREGROUND: Readonly<Record<string, readonly string[]>> = {
  'httpd-foreground': ['httpd', '-DFOREGROUND'],
  'apache2-foreground': ['apache2', '-DFOREGROUND'],
};

/** Programs that everybody knows by name are not looked for in the build context. */
function mayBeScript(path: string): boolean {
  return path.includes('/') || looksLikeScript(path);
}

function looksLikeScript(name: string): boolean {
  return /\.(?:ba|da|a|z|k)?sh$|(?:^|[-_])entrypoint$/.test(name);
}

function sourceOf({ text, source }: StartWord): ScriptText {
  return source ?? readScriptText(text);
}

function readScriptFile(words: readonly StartWord[], text: string, around: Around): readonly Process[] {
  const [file, ...args] = words as readonly [StartWord, ...StartWord[]];
  const [, first = '', rest = ''] = /^#!\s*(\S+)[ \t]*([^\r\n]*)/.exec(text) ?? [];
  const interpreter = [
    ...(baseName(first) === 'env' ? [] : [first]),
    ...rest.replace(/^-S\s+/, '').split(/\s+/),
  ].filter((word) => word !== '');
  if (interpreter.length === 0) return programs(baseName(file.text), words, around);
  const line = [...interpreter.map((word) => ({ text: word })), file, ...args];
  const shell = shellCallOf(line);
  if (!shell) return readProcess(line, around);
  const script = { ...shell, arguments: args, source: readScriptText(text), isFile: true };
  return shellProcesses(line, { ...script, startedAs: baseName(file.text) }, around);
}

/** `bash start.sh` */
function readShellFile(
  words: readonly StartWord[],
  name: string,
  file: StartWord,
  args: readonly StartWord[],
  around: Around,
): readonly Process[] {
  const text = scriptFileOf(around.dockerfile, around.stage, file.text.includes('/') ? file.text : `./${file.text}`);
  if (typeof text !== 'string')
    return [
      unknownProcess(textsOf(words), name, `What ${baseName(file.text)} does is not known: its text is not here.`),
    ];
  const call = { name, text: undefined, file, arguments: args, source: readScriptText(text), isFile: true };
  return shellProcesses(words, call, around);
}

function isScriptOfBase(name: string, { stage }: Around): boolean {
  return /entrypoint/.test(name) && (stage.base?.entrypoint ?? []).some((word) => baseName(word) === name);
}

/**
 * The entrypoints of official images end in `exec "$@"`. They put the image's program in front of what is only an
 * option, and that of node, bun and deno also in front of what is no program.
 */
function readScriptOfBase(name: string, args: readonly StartWord[], around: Around): readonly Process[] {
  const { cmd, runtime } = around.stage.base ?? {};
  const first = args[0]?.text;
  if (first === undefined) return [unknownProcess([name], name, `What ${name} starts without arguments is not known.`)];
  const isOption = first.startsWith('-');
  const isFile = /^(?:node|bun|deno)$/.test(runtime?.name ?? '') && /\.[cm]?[jt]sx?$/.test(first);
  const program = isOption ? cmd?.[0] : isFile ? runtime?.name : undefined;
  if (isOption && program === undefined)
    return [unknownProcess([name], name, `What ${name} starts for an option is not known.`)];
  const words = program === undefined ? args : [{ text: program }, ...args];
  return readProcess(words, around).map((process) => ({
    ...process,
    why: joined(`${name} of the base image makes way for the command with exec.`, process.why),
  }));
}

function promptOf(name: string, words: readonly StartWord[], { isInteractive }: Around): Process {
  const nature = { kind: 'program', facts: PROMPT, lifetime: isInteractive ? undefined : 0 } as const;
  return { command: name, words: textsOf(words), nature, children: [] };
}

function factsOfBuild({ dockerfile, stage }: Around, path: string): ProgramFacts | undefined {
  const build = goBuildOf(dockerfile, stage, path);
  return build && goFacts(build.version);
}

function programs(name: string, words: readonly StartWord[], around: Around): readonly Process[] {
  const texts = textsOf(words);
  const args = texts.slice(1);
  if (isPrompt(name, args)) return [promptOf(name, words, around)];
  const facts = factsOf(name, texts) ?? factsOfBuild(around, texts[0] ?? '');
  const make = (lifetime: number | undefined): Process => ({
    command: name,
    words: texts,
    nature: { kind: 'program', facts, lifetime },
    children: [],
  });
  const daemonises = isDaemonising(name, args, around);
  if (daemonises === undefined) {
    around.doubts.add(`whether ${name} stays in the foreground`);
    return [make(0), make(undefined)];
  }
  return [make(daemonises ? 0 : secondsOfSleep(name, args))];
}
