/**
 * What a Dockerfile visibly writes into files of the image: redirected output, heredocs, copied files. Programs that
 * write by themselves are left out.
 */
import type { Dockerfile, InstructionOf, Run, ShellCommand } from '../../model/index.js';
import { onceForCommand } from '../once-for-command.js';
import { isAbove, type Place } from './step-order.js';

/** One file; its text is undefined where it can't be seen. */
export interface WrittenFile extends Place {
  readonly path: string;
  readonly text: string | undefined;
}

/** All files are found once for a Dockerfile, and once for each pattern. */
const filesOf = new WeakMap<Dockerfile, Known>();

interface Known {
  readonly all: readonly WrittenFile[];
  readonly byPattern: Map<RegExp, readonly WrittenFile[]>;
}

/** The files of a pattern that are written above a command, in its stage and those it is built FROM. */
export function filesWrittenBefore(
  dockerfile: Dockerfile,
  run: Run,
  command: ShellCommand,
  paths: RegExp,
): WrittenFile[] {
  const known: Known = filesOf.get(dockerfile) ?? { all: allFiles(dockerfile), byPattern: new Map() };
  filesOf.set(dockerfile, known);
  const files = known.byPattern.get(paths) ?? known.all.filter(({ path }) => paths.test(path));
  known.byPattern.set(paths, files);
  return files.filter((file) => isAbove(file, run, command));
}

function allFiles(dockerfile: Dockerfile): WrittenFile[] {
  return dockerfile.instructions.flatMap((instruction) => {
    if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD')
      return [...filesCopied(dockerfile, instruction)];
    if (instruction.keyword !== 'RUN') return [];
    const { stage, index } = instruction;
    return filesWrittenIn(instruction).map((file) => ({ ...file, stage, index }));
  });
}

type Written = Pick<WrittenFile, 'path' | 'text' | 'start'>;

const filesWrittenIn = onceForCommand((run) =>
  (run.command.script?.commands ?? []).flatMap((command) => [...filesWrittenBy(run, command)]),
);

function* filesWrittenBy({ heredocs, fileText }: Run, command: ShellCommand): Iterable<Written> {
  const written = command.redirects.flatMap(({ operator, target }) =>
    target && /^[\d&]?>>?\|?$/.test(operator) ? [target] : [],
  );
  if (command.name === 'tee') written.push(...command.args.filter(({ text }) => !text.startsWith('-')));
  if (written.length === 0) return;
  const words = (command.pipeline?.commands ?? [command]).flatMap(({ args }) => args.map(({ text }) => text));
  const text = [...words, ...heredocs.map(({ body }) => fileText.slice(body.start, body.end))].join(' ');
  for (const { text: path } of written) yield { path, text, start: command.at.start };
}

function* filesCopied(
  dockerfile: Dockerfile,
  copy: InstructionOf<'COPY'> | InstructionOf<'ADD'>,
): Iterable<WrittenFile> {
  const destination = copy.destination && copy.scope.expand(copy.destination);
  if (!destination) return;
  const { stage, index, at, fileText } = copy;
  const pathOf = (name: string) => (destination.endsWith('/') ? destination + name : destination);
  for (const { name, body } of copy.heredocs)
    yield { path: pathOf(name), text: fileText.slice(body.start, body.end), stage, index, start: at.start };
  for (const { text } of copy.sources) {
    const file = dockerfile.input.context?.find(({ path }) => path === text.replace(/^\.?\//, ''));
    yield { path: pathOf(text.slice(text.lastIndexOf('/') + 1)), text: file?.text, stage, index, start: at.start };
  }
}
