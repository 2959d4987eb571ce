/** Where in the image a file ends up: one of the build context, or one that a step of the build makes. */
import { absolute, folderAt, isWithin, pathOf } from '../image/files/command-paths.js';
import { landingsOf } from '../image/files/copied-files.js';
import {
  baseName,
  type Dockerfile,
  type InstructionOf,
  isBuiltOn,
  packageCallOf,
  type Run,
  type RunCommand,
  type ShellCommand,
  type Stage,
} from '../model/index.js';
import type { Submission } from './submission.js';

/** The paths in the image at which a file of the context, or what is below a folder of it, can be seen. */
export function placesOfContextFile(submission: Submission, path: string): readonly string[] {
  const files = submission.files.flatMap((entry) => entry.files ?? []);
  return files.filter(({ context }) => context !== undefined && isBelow(context, path)).map((file) => file.path);
}

/** Whether a path of the context is another one, or lies below it. */
export function isBelow(path: string, folder: string): boolean {
  return isWithin(`/${path}`, `/${folder.replace(/\/$/, '')}`);
}

/** The commands of the build that run a script or a tool: `build`, `npm test`, `go build`, `gcc`. */
export function commandsThatRun(submission: Submission, wanted: string): readonly RunCommand[] {
  return submission.runs.flatMap((run) =>
    (run.command.script?.commands ?? []).filter((one) => doesRun(one, wanted)).map((command) => ({ run, command })),
  );
}

/** What may be written in several ways: `npm run build | tsc`. The first is the one to speak of. */
export function waysOf(wanted: string): readonly [string, ...string[]] {
  const [first = '', ...others] = wanted.split('|').map((way) => way.trim());
  return [first, ...others];
}

/** `build` is whatever builds the project, `install` what installs what it names; a name of several words is what its manager calls it; `python -m` is left out. */
export function doesRun(command: ShellCommand, wanted: string): boolean {
  return waysOf(wanted).some((way) => isWay(command, way));
}

/** Options with which a command does nothing of what its name says. */
const DOES_NOTHING = /^(?:--version|--help|--dry-run|--collect-only|--co)$/;

function isWay(command: ShellCommand, wanted: string): boolean {
  if (command.args.some(({ text }) => DOES_NOTHING.test(text))) return false;
  const words = wanted.split(' ');
  const args = command.args.map(({ text }) => text);
  const isModule = args[0] === '-m' && /^python[\d.]*$/.test(command.name ?? '');
  const written = isModule ? args.slice(1) : [command.name ?? '', ...args];
  if (words.every((word, index) => written[index] === word)) return true;
  const call = packageCallOf(command);
  if (wanted === 'install') return call?.action === 'install' && call.installsProject;
  const last = words.at(-1);
  if (!call || (words.length > 1 && call.manager !== words[0])) return false;
  // `go vet` compiles too, and makes nothing.
  if (words.length > 1 && call.manager === 'go') return call.subcommand?.text === last;
  return call.script === last || (call.action === 'build' && last === 'build');
}

/** The paths in the image of what a command of the build wrote to a path; `undefined` for the path that `-o` names. */
export function placesOfOutput(submission: Submission, { run, command }: RunCommand, path?: string): readonly string[] {
  const written = path ?? outputOf(run, command);
  const made = written === undefined ? undefined : absolute(written, projectOf(run, command));
  if (made === undefined || !run.stage || !submission.target) return [];
  return placesOfMade(submission, { stage: run.stage, index: run.index, path: made });
}

/** The paths in the image of what an instruction of the build has put at a path. */
export function placesOfMade(submission: Submission, made: Made): readonly string[] {
  if (!submission.target) return [];
  const places = new Flow(submission.dockerfile).placesIn(submission.target, made);
  return places.filter((place) => !isRemoved(submission, place, made));
}

/** The folder of the project that a command is about: `npm --prefix web run build`. */
export function projectOf(run: Run, command: ShellCommand): string | undefined {
  const folder = packageCallOf(command)?.folder;
  return folder ? pathOf(run, command, folder) : folderAt(run, command);
}

/** What `-o` names, and else where Go puts a program. */
function outputOf(run: Run, command: ShellCommand): string | undefined {
  const { args, name } = command;
  const at = args.findIndex(({ text }) => text === '-o' || text === '--output');
  if (at !== -1) return args[at + 1]?.text;
  if (name !== 'go') return undefined;
  const folder = absolute(args.at(-1)?.text ?? '.', folderAt(run, { ...command, args: [] }));
  const program = baseName(folder ?? '');
  if (args[0]?.text !== 'install') return program;
  const own = command.assignments.find((one) => one.name === 'GOBIN')?.value?.text;
  return `${own ?? run.scope.variable('GOBIN')?.value ?? '/go/bin'}/${program}`;
}

export interface Made {
  readonly stage: Stage;
  /** Of the instruction that makes it. */
  readonly index: number;
  readonly path: string;
}

const MOST_STAGES = 50;

/** The way of a file from stage to stage. */
class Flow {
  private readonly known = new Map<Stage, readonly string[]>();

  constructor(private readonly dockerfile: Dockerfile) {}

  placesIn(stage: Stage, made: Made, depth = 0): readonly string[] {
    const known = this.known.get(stage);
    if (known) return known;
    if (depth > MOST_STAGES) return [];
    this.known.set(stage, []);
    const own = isBuiltOn(stage, made.stage) ? [made.path] : [];
    const inherited = stage.parent && stage !== made.stage ? this.placesIn(stage.parent, made, depth + 1) : [];
    const copied = stage.instructions.flatMap((one) => (one.keyword === 'COPY' ? this.copied(one, made, depth) : []));
    const places = [...new Set([...own, ...inherited, ...copied])];
    this.known.set(stage, places);
    return places;
  }

  private copied(copy: InstructionOf<'COPY'>, made: Made, depth: number): string[] {
    const from = copy.stage?.uses.find((use) => use.instruction === copy && !use.isInvalid)?.stage;
    if (!from) return [];
    const places = this.placesIn(from, made, depth + 1);
    return landingsOf(this.dockerfile, copy).flatMap((landing) => {
      const source = landing.written && copy.scope.expand(landing.written);
      const taken = source ? absolute(source, '/') : undefined;
      return taken === undefined ? [] : places.flatMap((place) => landed(place, taken, landing.path) ?? []);
    });
  }
}

/** Where a path lands when a file or folder is copied; a source that is a part of it brings that part. */
function landed(place: string, source: string, destination: string): string | undefined {
  const folder = /[*?[]/.test(source) ? source.slice(0, source.lastIndexOf('/')) || '/' : source;
  if (isWithin(place, folder)) return absolute(`${destination}${place.slice(folder === '/' ? 0 : folder.length)}`, '/');
  return isWithin(folder, place) ? destination : undefined;
}

/** Whether a later step of the image deletes it. */
function isRemoved({ shippedRuns }: Submission, place: string, { index }: Made): boolean {
  return shippedRuns.some((run) =>
    (run.command.script?.commands ?? []).some(
      (command) =>
        command.name === 'rm' &&
        run.index > index &&
        command.args.some((word) => {
          const path = pathOf(run, command, word);
          return path !== undefined && isWithin(place, path.replace(/\/\*$/, '') || '/');
        }),
    ),
  );
}
