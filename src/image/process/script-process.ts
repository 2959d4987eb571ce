/** Scripts that are started by their names: their text decides what they start. */
import { baseName } from '../../model/index.js';
import { type Process, unknownProcess } from './process.js';
import { programProcesses } from './program-process.js';
import { type Around, readProcess, textsOf } from './read-process.js';
import { scriptFileOf } from './script-file.js';
import { joined } from './sentences.js';
import { shellCallOf } from './shell-call.js';
import { shellProcesses } from './shell-process.js';
import { readScriptText, type StartWord } from './start-line.js';

/** Undefined where the words begin with no script. */
export function scriptProcesses(
  name: string,
  words: readonly StartWord[],
  around: Around,
): readonly Process[] | undefined {
  const path = words[0]?.text ?? '';
  const text = mayBeScript(path) ? scriptFileOf(around.dockerfile, around.stage, path) : undefined;
  if (typeof text === 'string') return readScriptFile(words, text, around);
  if (text === undefined && isScriptOfBase(name, around)) return readScriptOfBase(name, words.slice(1), around);
  return looksLikeScript(name) ? [unseen(words, name, name)] : undefined;
}

function unseen(words: readonly StartWord[], command: string, script: string): Process {
  return unknownProcess(textsOf(words), command, `What ${script} does is not known: its text is not here.`);
}

/** Programs that everybody knows by name are not looked for in the build context. */
function mayBeScript(path: string): boolean {
  return path.includes('/') || looksLikeScript(path);
}

function looksLikeScript(name: string): boolean {
  return /\.(?:ba|da|a|z|k)?sh$|(?:^|[-_])entrypoint$/.test(name);
}

function readScriptFile(words: readonly StartWord[], text: string, around: Around): readonly Process[] {
  const [file, ...args] = words as readonly [StartWord, ...StartWord[]];
  const [, first = '', rest = ''] = /^#!\s*(\S+)[ \t]*([^\r\n]*)/.exec(text) ?? [];
  const interpreter = [
    ...(baseName(first) === 'env' ? [] : [first]),
    ...rest.replace(/^-S\s+/, '').split(/\s+/),
  ].filter((word) => word !== '');
  if (interpreter.length === 0) return programProcesses(baseName(file.text), words, around);
  const line = [...interpreter.map((word) => ({ text: word })), file, ...args];
  const shell = shellCallOf(line);
  if (!shell) return readProcess(line, around);
  const script = { ...shell, arguments: args, source: readScriptText(text), isFile: true };
  return shellProcesses(line, { ...script, startedAs: baseName(file.text) }, around);
}

/** `bash start.sh` */
export function shellFileProcesses(
  words: readonly StartWord[],
  name: string,
  file: StartWord,
  args: readonly StartWord[],
  around: Around,
): readonly Process[] {
  const text = scriptFileOf(around.dockerfile, around.stage, file.text.includes('/') ? file.text : `./${file.text}`);
  if (typeof text !== 'string') return [unseen(words, name, baseName(file.text))];
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
