/** The files that a step of the build finds when it runs: those of its stage, and those that are mounted for it. */
import { sourcePattern, visibleFiles } from '../image/context-files.js';
import { absolute, isWithin } from '../image/files/command-paths.js';
import type { Mount, Run, ShellCommand } from '../model/index.js';
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

  /** Whether something is at a path, or may be. */
  has(path: string, command: ShellCommand): boolean {
    return (
      this.mayBeMadeBefore(command) ||
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
  private mayBeMadeBefore({ at }: ShellCommand): boolean {
    return commandsOf(this.run).some(
      (one) => one.at.end <= at.start && (doesMove(one) || FETCHES.test(one.name ?? '')),
    );
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
