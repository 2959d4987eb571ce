/** Runners that start a program by its name: `npx`, `uv run`, `poetry run`, `bundle exec`. */
import { type PackageCall, packageCallOf, type ShellCommand } from '../../model/index.js';
import { UV } from './launchers.js';
import { managerNature } from './manager-natures.js';
import { shellCommandOf, shellWords } from './manager-process.js';
import { type Process, unknownProcess } from './process.js';
import { type Around, inFront, readProcess, textsOf } from './read-process.js';
import type { StartWord } from './start-line.js';

/** Undefined where the words begin with no runner. */
export function runnerProcesses(words: readonly StartWord[], around: Around): readonly Process[] | undefined {
  const command = shellCommandOf(words);
  const start = command && directStart(command, packageCallOf(command));
  return start && behindRunner(words, start, around);
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
