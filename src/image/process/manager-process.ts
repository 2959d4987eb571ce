/** npm, yarn, pnpm, bun, uv and others in front of the program that they start. */
import {
  commandFromWords,
  isShellBuiltin,
  type PackageCall,
  packageCallOf,
  type ShellCommand,
} from '../../model/index.js';
import { UV } from './launchers.js';
import { managerNature, type NodeManager, nodeManagersOf } from './manager-natures.js';
import { starterOf } from './manager-start.js';
import { packageScriptOf } from './package-script.js';
import { type Process, unknownProcess } from './process.js';
import { type Around, inFront, readProcess, textsOf } from './read-process.js';
import { readScriptText, type StartWord } from './start-line.js';

/** Undefined where the words start no program through a package manager. */
export function managerProcesses(words: readonly StartWord[], around: Around): readonly Process[] | undefined {
  const at = { start: 0, end: 0 };
  const placed = words.map(({ text }) => ({ text, at }));
  const { only: command } = commandFromWords(placed, at);
  const call = command && packageCallOf(command);
  const direct = command && directStart(command, call);
  if (direct) return behindRunner(words, direct, around);
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

function isBun(call: PackageCall | undefined): call is PackageCall {
  return (
    call?.manager === 'bun' && (call.action === 'start' || call.action === 'run-script') && call.script !== undefined
  );
}

/** How a runner of a program by its name (`npx`, `uv run`) starts it, and where the program's words begin. */
interface DirectStart {
  readonly how: 'makes-way' | 'uv' | 'pnpm-exec' | 'npm-shell';
  /** Among the arguments. */
  readonly from: number;
}

const UV_VALUED = new Set([
  '--python',
  '-p',
  '--with',
  '--project',
  '--directory',
  '--package',
  '--extra',
  '--group',
  '--env-file',
  '--index-url',
  '--default-index',
]);

function directStart({ name, args }: ShellCommand, call: PackageCall | undefined): DirectStart | undefined {
  const texts = args.map(({ text }) => text);
  const behind = (word: string, valued = new Set<string>()) => firstOperand(texts, texts.indexOf(word) + 1, valued);
  if ((call?.manager === 'poetry' || call?.manager === 'pipenv') && texts.includes('run'))
    return { how: 'makes-way', from: behind('run') };
  if (name === 'bundle' && texts[0] === 'exec') return { how: 'makes-way', from: behind('exec') };
  if (name === 'uv' && texts[0] === 'run') return { how: 'uv', from: behind('run', UV_VALUED) };
  if (name === 'npx') return { how: 'npm-shell', from: firstOperand(texts, 0) };
  if (name === 'npm' && (texts[0] === 'exec' || texts[0] === 'x'))
    return { how: 'npm-shell', from: firstOperand(texts, 1) };
  if (name === 'pnpm' && texts[0] === 'exec') return { how: 'pnpm-exec', from: firstOperand(texts, 1) };
  return undefined;
}

function firstOperand(texts: readonly string[], from: number, valued = new Set<string>()): number {
  let index = from;
  for (; index < texts.length && texts[index]?.startsWith('-'); index++) {
    if (texts[index] === '--') return index + 1;
    if (valued.has(texts[index] as string)) index++;
  }
  return index;
}

function behindRunner(words: readonly StartWord[], { how, from }: DirectStart, around: Around): readonly Process[] {
  const program = words.slice(1 + from);
  const name = words[0]?.text ?? '';
  if (program.length === 0) return [unknownProcess(textsOf(words), name, `What ${name} starts is not known.`)];
  switch (how) {
    case 'makes-way':
      return readProcess(program, around);
    case 'uv':
      return inFront('uv', words, UV, program, around);
    case 'pnpm-exec':
      return inFront('pnpm', words, managerNature('pnpm', around), program, around);
    default: {
      const text = textsOf(program).join(' ');
      return inFront('npm', words, managerNature('npm', around), shellWords(text), around);
    }
  }
}

function shellWords(text: string): StartWord[] {
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
