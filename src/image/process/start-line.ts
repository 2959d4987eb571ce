/** The command line that Docker starts: ENTRYPOINT and CMD of the Dockerfile and of the base image, in words. */
import {
  baseName,
  type Cmd,
  type CommandLine,
  type Dockerfile,
  type Entrypoint,
  type ExecWord,
  lastOf,
  readScript,
  type Script,
  type Stage,
  startCommandOf,
} from '../../model/index.js';
import { isExecFormAttempt } from './exec-form-attempt.js';

/** A script with the text that its places refer to. */
export interface ScriptText {
  readonly script: Script;
  /** The part of the text between two places. */
  readonly slice: (start: number, end?: number) => string;
}

export interface StartWord {
  readonly text: string;
  /** The script that the word is, where it has been read already. */
  readonly source?: ScriptText;
}

export type StartLine =
  | { readonly words: readonly StartWord[] }
  | { readonly words: undefined; readonly starts: false | null; readonly why: string };

const INTERPRETER = /^(?:node|deno|python[\d.]*|ruby|php|perl|java|dotnet)$/;

/** A CMD in shell form behind an interpreter: the interpreter gets `/bin/sh` for the file to run. */
export function misreadsShell(entrypoint: Entrypoint | undefined, cmd: Cmd | undefined): boolean {
  const outer = cmd?.command.form === 'shell' ? entrypoint?.command.script?.commands.at(-1) : undefined;
  return (
    outer !== undefined && INTERPRETER.test(outer.name ?? '') && outer.args.every(({ text }) => text.startsWith('-'))
  );
}

export function readScriptText(text: string): ScriptText {
  return { script: readScript(text, 0), slice: (start, end) => text.slice(start, end) };
}

export function startLineOf(dockerfile: Dockerfile, stage: Stage): StartLine {
  const { entrypoint, cmd, baseEntrypoint, baseCmd } = startCommandOf(stage);
  const started = [entrypoint, cmd].filter((one) => one !== undefined);
  const broken = started.find((one) => isExecFormAttempt(one.command, one.keyword, one.fileText));
  if (broken)
    return none(
      false,
      `${broken.keyword} looks like an array and is none: a shell takes it for a command that is not there.`,
    );
  if (entrypoint?.command.exec && misreadsShell(entrypoint, cmd))
    return none(
      false,
      `${entrypoint.command.exec[0]?.text ?? ''} gets the name of the shell as its first argument, takes it for a file to run, and fails.`,
    );
  if (isForWindows(stage, started)) return none(null, 'How Windows stops a container is not modelled.');
  const isOwn = lastOf(stage, 'ENTRYPOINT') !== undefined;
  if (!isOwn && !knowsConfiguration(stage)) return none(null, 'The ENTRYPOINT of the base image is not known.');
  const front = entrypoint ? wordsOf(dockerfile, entrypoint) : (baseEntrypoint ?? []).map(plain);
  const behind = cmd ? wordsOf(dockerfile, cmd) : (baseCmd ?? []).map(plain);
  const words = [...front, ...behind];
  if (words.length === 0) return none(false, 'There is neither ENTRYPOINT nor CMD: Docker has no command to start.');
  return { words };
}

function none(starts: false | null, why: string): StartLine {
  return { words: undefined, starts, why };
}

function plain(text: string): StartWord {
  return { text };
}

function isForWindows({ base }: Stage, started: readonly (Cmd | Entrypoint)[]): boolean {
  const isWindowsShell = started.some(
    ({ command, scope }) => command.form === 'shell' && !scope.shell.isPosix && scope.shell.program !== 'other',
  );
  return base?.distribution === 'windows' || isWindowsShell;
}

/**
 * Whether a base without an entrypoint in the table has none: the empty image, distroless ones without a language, and
 * those whose CMD the table knows.
 */
function knowsConfiguration({ base }: Stage): boolean {
  if (!base) return false;
  const isBare = base.distribution === 'scratch' || (base.distribution === 'distroless' && base.runtime === undefined);
  return isBare || base.entrypoint !== undefined || base.cmd !== undefined;
}

function wordsOf({ escape }: Dockerfile, { command, scope, fileText }: Cmd | Entrypoint): StartWord[] {
  if (command.exec) return command.exec.map((word: ExecWord) => ({ text: word.text }));
  return [...scope.shell.words.map(plain), textWord(fileText, escape, command)];
}

/** The text of the shell form, as the shell gets it. */
function textWord(file: string, escape: Dockerfile['escape'], { at, script }: CommandLine): StartWord {
  const joint = escape === '`' ? /`[ \t]*\r?\n/g : /\\[ \t]*\r?\n/g;
  const text = file.slice(at.start, at.end).replace(joint, '');
  return script ? { text, source: { script, slice: (start, end) => file.slice(start, end) } } : { text };
}

/** The program's name without its folder; undefined where a variable stands in its place. */
export function programName(word: StartWord | undefined): string | undefined {
  const name = baseName(word?.text ?? '');
  return name === '' || /[$`]/.test(name) ? undefined : name;
}
