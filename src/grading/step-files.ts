/** The files that a step of the build finds when it runs: those of its stage, and those that are mounted for it. */
import { sourcePattern, visibleFiles } from '../image/context-files.js';
import { absolute, isWithin } from '../image/files/command-paths.js';
import { baseName, type Mount, type Run, type ShellCommand } from '../model/index.js';
import type { Submission } from './submission.js';

interface Place {
  /** Absolute. */
  readonly path: string;
  /** As the build context has it; undefined where it is another file, or a folder of which nothing is known. */
  readonly context?: string | undefined;
  readonly isOpen?: boolean;
}

export class StepFiles {
  private readonly places: readonly Place[];
  private readonly before: Submission;

  constructor(
    submission: Submission,
    private readonly run: Run,
  ) {
    this.before = submission.before(run);
    this.places = [
      ...this.before.files.flatMap(({ place, path, isFolder, files }): readonly Place[] => {
        if (files) return files;
        return place === 'path' ? [{ path, isOpen: isFolder }] : [];
      }),
      ...run.mounts.flatMap((mount) => mounted(submission, run, mount)),
    ];
  }

  /** Whether something is at a path, or may be: an earlier command of the step may have written it. */
  has(path: string, command: ShellCommand): boolean {
    return (
      this.mayBeMadeBefore(command) ||
      this.commandsBefore(command).some((one) => doesName(one, path)) ||
      this.places.some((one) => isWithin(one.path, path) || (one.isOpen && isWithin(path, one.path)))
    );
  }

  /** The paths at which a file of the context is found. */
  placesOf(context: string): readonly string[] {
    return this.places.flatMap((one) => (one.context === context ? [one.path] : []));
  }

  /** Whether a file of the context is at a path, or may be. */
  hasAt(context: string, path: string, command: ShellCommand): boolean {
    return (
      this.mayBeMadeBefore(command) ||
      (this.hasMoved && this.placesOf(context).length > 0) ||
      this.places.some((one) => (one.isOpen ? isWithin(path, one.path) : one.context === context && one.path === path))
    );
  }

  /** The step itself moves files, or fetches them, before the command. */
  private mayBeMadeBefore(command: ShellCommand): boolean {
    return this.commandsBefore(command).some((one) => doesMove(one) || FETCHES.test(one.name ?? ''));
  }

  private commandsBefore({ at }: ShellCommand): readonly ShellCommand[] {
    return commandsOf(this.run).filter((one) => one.at.end <= at.start);
  }

  /** An earlier step has moved files: it can't always be seen where they are then. */
  private get hasMoved(): boolean {
    return this.before.shippedRuns.flatMap(commandsOf).some(doesMove);
  }
}

const MOVES = /^(?:cp|mv|ln|rsync)$/;
const FETCHES = /^(?:tar|unzip|git|curl|wget)$/;

function doesMove({ name = '' }: ShellCommand): boolean {
  return MOVES.test(name);
}

function doesName({ args, redirects }: ShellCommand, path: string): boolean {
  return [...args, ...redirects.flatMap(({ target }) => target ?? [])].some(
    ({ text }) => baseName(text) === baseName(path),
  );
}

function commandsOf({ command }: Run): readonly ShellCommand[] {
  return command.script?.commands ?? [];
}

function mounted(submission: Submission, run: Run, mount: Mount): readonly Place[] {
  if (mount.type !== 'bind') return [];
  const { keys, target, from } = mount;
  const to = absolute(target ? (run.scope.expand(target) ?? '/') : '.', run.scope.workdir ?? '/') ?? '/';
  const source = keys.get('source');
  const written = source ? run.scope.expand(source) : '';
  if (from) return [{ path: to, isOpen: true }];
  const pattern = sourcePattern(written);
  const files = visibleFiles(submission.input);
  if (!pattern || !files) return [{ path: to, isOpen: true }];
  return files
    .filter(({ path }) => pattern.takes(path))
    .map(({ path }) => ({ context: path, path: absolute(`${to}/${path.slice(pattern.path.length)}`, '/') ?? to }));
}
