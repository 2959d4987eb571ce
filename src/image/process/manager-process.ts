/** npm, yarn, pnpm, bun and `go run` in front of the script or program that they start. */
import {
  commandFromWords,
  isShellBuiltin,
  type PackageCall,
  packageCallOf,
  type ShellCommand,
} from '../../model/index.js';
import { managerNature, type NodeManager, nodeManagersOf } from './manager-natures.js';
import { starterOf } from './manager-start.js';
import { packageScriptOf } from './package-script.js';
import { type Process, unknownProcess } from './process.js';
import { type Around, inFront, textsOf } from './read-process.js';
import { readScriptText, type StartWord } from './start-line.js';

/** Undefined where the words start no program through a package manager. */
export function managerProcesses(words: readonly StartWord[], around: Around): readonly Process[] | undefined {
  const command = shellCommandOf(words);
  const call = command && packageCallOf(command);
  const starter = call && starterOf(call);
  if (!call || !starter) return isBun(call) ? viaManager(words, 'bun', call, around) : undefined;
  switch (starter) {
    case 'npm':
    case 'yarn':
    case 'pnpm':
    case 'node-run': {
      const managers = nodeManagersOf(starter, around);
      return managers.flatMap((manager) => viaManager(words, manager, call, around));
    }
    case 'go-run':
      return [{ ...goRun(words, around), words: textsOf(words) }];
    default:
      return [unknownProcess(textsOf(words), call.tool, `What ${call.tool} does with signals was not measured.`)];
  }
}

/** The words as a command, for those who read commands. */
export function shellCommandOf(words: readonly StartWord[]): ShellCommand | undefined {
  const at = { start: 0, end: 0 };
  const placed = words.map(({ text }) => ({ text, at }));
  return commandFromWords(placed, at).only;
}

function isBun(call: PackageCall | undefined): call is PackageCall {
  return (
    call?.manager === 'bun' && (call.action === 'start' || call.action === 'run-script') && call.script !== undefined
  );
}

/** `sh -c` with a text. */
export function shellWords(text: string): StartWord[] {
  return [{ text: 'sh' }, { text: '-c' }, { text, source: readScriptText(text) }];
}

/** The script of package.json; where it can't be seen it is taken for a plain command, which goes by the script's name. */
function viaManager(
  words: readonly StartWord[],
  manager: NodeManager,
  call: PackageCall,
  around: Around,
): readonly Process[] {
  const script = call.script ?? 'start';
  const command = words.some(({ text }) => text === '--run') ? 'node' : call.manager;
  const text = packageScriptOf(around.dockerfile, call)?.text ?? (isShellBuiltin(script) ? `./${script}` : script);
  const isKnown = packageScriptOf(around.dockerfile, call) !== undefined;
  const nature = managerNature(manager, around);
  const source = readScriptText(text);
  if (manager !== 'bun' && manager !== 'berry')
    return named(inFront(command, words, nature, shellWords(text), around), isKnown, script);
  const only = source.script.only;
  if (!only)
    return [
      unknownProcess(textsOf(words), command, `What ${command} does with the script ${script} was not measured.`),
    ];
  const plain = [only.program ?? '', ...only.args.map((word) => word.text)].map((word) => ({ text: word }));
  return named(inFront(command, words, nature, plain, around), isKnown, script);
}

function named(processes: readonly Process[], isKnown: boolean, script: string): readonly Process[] {
  const assumed = isKnown ? '' : `, which is taken to be a plain command`;
  return processes.map((process) => ({
    ...process,
    why: `${process.command} runs the script ${script} of package.json${assumed}.`,
  }));
}

/** `go run` builds the program, starts it, and has no handler for SIGTERM. */
function goRun(words: readonly StartWord[], around: Around): Process {
  const path = words.findLast(({ text }, index) => index > 1 && !text.startsWith('-'))?.text ?? '';
  const command = path.replace(/^.*\//, '').replace(/\.go$/, '') || 'main';
  const program: Process = {
    command,
    words: [command],
    nature: { kind: 'program', facts: undefined, lifetime: undefined },
    children: [],
  };
  return { command: 'go', words: textsOf(words), nature: managerNature('go-run', around), children: [program] };
}
