/**
 * From a command line to the processes that come of it. Where something is not known (which shell `/bin/sh` is, which
 * branch a script takes) there are several readings; what they agree on is what can be said.
 */
import { baseName, type Dockerfile, type Stage } from '../../model/index.js';
import { initOf } from './init-programs.js';
import { behindLauncher, isUnmeasuredLauncher, SU, stayingLauncher, suTarget } from './launchers.js';
import { managerProcesses } from './manager-process.js';
import { type Forwarder, type Process, unknownProcess } from './process.js';
import { programProcesses, promptOf } from './program-process.js';
import { runnerProcesses } from './runner-process.js';
import { scriptProcesses, shellFileProcesses } from './script-process.js';
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
  return runnerProcesses(words, around) ?? managerProcesses(words, around);
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
  if (shell?.file) return shellFileProcesses(words, shell.name, shell.file, shell.arguments, around);
  if (shell) return [promptOf(name, words, around)];
  const foreground = FOREGROUND[name];
  if (foreground) return readProcess([...foreground.map((word) => ({ text: word })), ...words.slice(1)], around);
  return scriptProcesses(name, words, around) ?? programProcesses(name, words, around);
}

function sourceOf({ text, source }: StartWord): ScriptText {
  return source ?? readScriptText(text);
}

/** Scripts of the official images that do nothing but exec the server with its flag for the foreground. */
const FOREGROUND: Readonly<Record<string, readonly string[]>> = {
  'httpd-foreground': ['httpd', '-DFOREGROUND'],
  'apache2-foreground': ['apache2', '-DFOREGROUND'],
};
