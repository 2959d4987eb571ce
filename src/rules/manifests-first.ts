/**
 * The fix of `copy-all-before-install`: the COPY of everything becomes one of the manifests, and stands again behind the
 * installation. An installation that also needs the project is run twice, the first time for the dependencies alone.
 */
import {
  cleansCacheOf,
  type Dockerfile,
  type InstructionOf,
  type Manager,
  type PackageCall,
  type Run,
  type ShellCommand,
  type Word,
} from '../model/index.js';
import { ByStage } from './by-stage.js';
import { type DependencyFiles, dependencyFilesOf, managersOfFile } from './dependency-files.js';
import { insertAt, lineBreakOf, removeInstruction, replace } from './edits.js';
import type { Edit } from './rule.js';

export interface LateInstall {
  readonly copy: InstructionOf<'COPY'> | InstructionOf<'ADD'>;
  readonly source: Word;
  readonly run: Run;
  readonly call: PackageCall;
}

/** Edits, or undefined where the lines between, the form of the command or the names of the files don't allow it. */
export function copyManifestsFirst(dockerfile: Dockerfile, late: LateInstall): Edit[] | undefined {
  const folder = late.source.text.replace(/^(?:\.?\/)+|^\.$|\/+$|\*$/g, '');
  const files = dependencyFilesOf(dockerfile, late.call, folder);
  if (!files || late.call.folder || !isRearrangeable(late)) return undefined;
  const placed = isCopiedAbove(late)
    ? removeInstruction(dockerfile, late.copy)
    : manifestCopy(dockerfile, late, files, folder);
  const again = copyAgain(dockerfile, late);
  return placed && again ? [placed, again] : undefined;
}

/** One COPY in plain form, and nothing between it and the RUN that reads the files or moves the destination. */
function isRearrangeable({ copy, run }: LateInstall): boolean {
  const between = copy.stage?.instructions.filter(({ index }) => copy.index < index && index < run.index) ?? [];
  const isFixed = copy.destination?.text.startsWith('/') || copy.scope.workdir === run.scope.workdir;
  const isInert = between.every(({ keyword }) => !['RUN', 'COPY', 'ADD', 'ONBUILD', 'SHELL'].includes(keyword));
  const isPlain =
    copy.sources.length === 1 &&
    copy.heredocs.length === 0 &&
    !copy.sources[0]?.isQuoted &&
    copy.commentsInside.length === 0;
  const hasParents = copy.flags.some(({ name }) => name === 'parents' || name === 'exclude');
  return copy.stage === run.stage && isFixed && isInert && isPlain && !hasParents;
}

/** `COPY package.json ./` and then `COPY . .`: the manifests are there. */
function isCopiedAbove({ copy, call }: LateInstall): boolean {
  const sources = copy.stage ? manifestsCopied.at(copy.stage) : undefined;
  return (sources?.get(call.manager) ?? Number.POSITIVE_INFINITY) < copy.index;
}

/** By manager: the number of the first COPY of a manifest or lock file, in a stage and those it is built FROM. */
const manifestsCopied = new ByStage<ReadonlyMap<Manager, number>>(({ instructions }, below) => {
  const first = new Map(below);
  for (const one of instructions) {
    if (one.keyword !== 'COPY' || one.from) continue;
    for (const { text } of one.sources)
      for (const manager of managersOfFile(text)) if (!first.has(manager)) first.set(manager, one.index);
  }
  return first;
});

function manifestCopy(
  dockerfile: Dockerfile,
  { copy, source }: LateInstall,
  { files, members }: DependencyFiles,
  folder: string,
): Edit | undefined {
  if (!copy.destination) return undefined;
  const prefix = folder === '' ? '' : `${folder}/`;
  const head = dockerfile.text.slice(copy.at.start, source.at.start);
  const destination = copy.destination.raw.replace(/\/*$/, '/');
  const lines = [
    ...(files.length > 0 ? [[files, destination] as const] : []),
    ...[...members].map(([member, names]) => [names, `${destination}${member}/`] as const),
  ].map(([names, target]) => `${head}${names.map((name) => prefix + name).join(' ')} ${target}`);
  return replace({ start: copy.at.start, end: copy.destination.at.end }, lines.join(lineBreakOf(dockerfile.text)));
}

/** The COPY of everything, behind the installation; or before it, with a first one above. */
function copyAgain(dockerfile: Dockerfile, late: LateInstall): Edit | undefined {
  const { copy, run, call } = late;
  const lineBreak = lineBreakOf(dockerfile.text);
  const written = dockerfile.text.slice(copy.at.start, copy.at.end);
  const head = dockerfile.text.slice(run.at.start, run.command.at.start);
  const first = firstStep(dockerfile, call);
  if (first === undefined) return undefined;
  if (first !== 'itself') {
    const start = run.commentsAbove[0]?.at.start ?? run.at.start;
    return insertAt(start, `${head}${first}${lineBreak}${written}${lineBreak}`);
  }
  const [last, next] = endOfInstall(run, call);
  if (!next) return last && insertAt(run.at.end, `${lineBreak}${written}`);
  if (!last || !isSplittable(dockerfile, run, last, next)) return undefined;
  return replace({ start: last.at.end, end: next.at.start }, `${lineBreak}${written}${lineBreak}${head}`);
}

const NODE = ['npm', 'pnpm', 'yarn', 'bun'];

/** What installs the dependencies without the project: the call as it is, or another command. */
function firstStep({ text }: Dockerfile, call: PackageCall): string | undefined {
  const { manager, action, options, command, manifestArguments } = call;
  const own = text.slice(command.at.start, command.at.end);
  const isLine = command.at.end > command.nameAt.end && !/[\r\n]/.test(own);
  const adding = (...flags: string[]) =>
    options.has(...flags) ? 'itself' : isLine ? `${own} ${flags.join(' ')}` : undefined;
  if (NODE.includes(manager) || manager === 'pip' || manager === 'bundler' || manifestArguments.length > 0) {
    const isBuild = manager === 'dotnet' && action !== 'install';
    return isBuild ? `dotnet restore ${manifestArguments.map((word) => word.text).join(' ')}` : 'itself';
  }
  if (manager === 'uv') return adding('--no-install-project');
  if (manager === 'poetry') return adding('--no-root');
  if (manager === 'composer') return adding('--no-scripts', '--no-autoloader');
  if (action === 'install') return 'itself';
  if (manager === 'go') return 'go mod download';
  if (manager === 'dotnet') return 'dotnet restore';
  // A wrapper needs its own files as well.
  if (manager === 'maven' && call.tool === 'mvn') return 'mvn -B dependency:go-offline';
  return manager === 'gradle' && call.tool === 'gradle' ? 'gradle --no-daemon dependencies' : undefined;
}

/** The last command that belongs to the installation (it may clean up), and the one behind it. */
function endOfInstall(run: Run, { command }: PackageCall): [ShellCommand | undefined, ShellCommand | undefined] {
  const commands = run.command.script?.commands ?? [];
  const from = commands.indexOf(command);
  const next = commands.findIndex((one, index) => index > from && cleansCacheOf(one).length === 0);
  return next === -1 ? [command, undefined] : [commands[next - 1], commands[next]];
}

const SEPARATOR = /^[\s\\`]*(?:&&|;)[\s\\`]*$/;

/** Two commands of one plain chain, with nothing above them that the second still needs. */
function isSplittable({ text }: Dockerfile, run: Run, last: ShellCommand, next: ShellCommand): boolean {
  const commands = run.command.script?.commands ?? [];
  const isFlat = [last, next].every(({ context, pipeline }) => context.length === 0 && !pipeline);
  const leavesState = commands.some(
    ({ name, at }) => at.start < next.at.start && /^(?:cd|pushd|export|set|source|\.|umask)$/.test(name ?? 'export'),
  );
  return run.heredocs.length === 0 && isFlat && !leavesState && SEPARATOR.test(text.slice(last.at.end, next.at.start));
}
