/** What real builds of the exercises gave. */
import type { Recorded } from '../versions.js';

/** Steps of a build, as its progress names them. */
export interface MeasuredRebuild {
  readonly ran: readonly string[];
  readonly cached: readonly string[];
}

export interface MeasuredArgument extends MeasuredRebuild {
  /** Variables of the environment that have the value. */
  readonly sets: readonly string[];
}

/** In the image as a container sees it; only in a layer below, where a later one hides it; or in none. */
export type Presence = 'seen' | 'hidden' | 'absent';

export interface MeasuredAnswer {
  /** Why it could not be built here. Nothing else is known then. */
  readonly notHere?: string;
  readonly builds?: boolean;
  /** Of all layers' tars. */
  readonly unpackedBytes?: number;
  /** Bytes of files that a later layer hides or stores again. */
  readonly hiddenBytes?: number;
  /** Files of the context that are in the image, with their paths there. */
  readonly places?: Readonly<Record<string, readonly string[]>>;
  /** Files of the context that are in a layer, and hidden by a later one. */
  readonly hidden?: readonly string[];
  /** Files of the context that the builder was sent, where a condition asks. */
  readonly sent?: readonly string[];
  /** Packages of the distribution that a condition names. */
  readonly packages?: Readonly<Record<string, Presence>>;
  /** Compilers, of C or Go. */
  readonly compilers?: Presence;
  /** Packages that the project names. */
  readonly dependencies?: Readonly<Record<string, Presence>>;
  readonly developmentDependencies?: Readonly<Record<string, Presence>>;
  /** What lay in an archive that a condition names. */
  readonly unpacked?: Presence;
  readonly hasShell?: boolean;
  /** Whether a secret that the build was given stands in a layer or in the history. */
  readonly tellsSecret?: boolean;
  /** Of the image's configuration; empty is root. */
  readonly user?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether it ran when it was looked at. */
  readonly runs?: boolean;
  /** Command lines, PID 1 first. */
  readonly processes?: readonly string[];
  /** Programs that had run and ended by then. */
  readonly ran?: readonly string[];
  /** Command lines, and programs that had ended, after `docker run IMAGE` with some words. */
  readonly given?: Readonly<Record<string, readonly string[]>>;
  /** Whether the container's user may write to a path that a condition names. */
  readonly mayWrite?: Readonly<Record<string, boolean>>;
  /** Whether a process that had lost its parent was gone when it had ended. */
  readonly reaps?: boolean;
  /** Of `docker stop`. */
  readonly stopSeconds?: number;
  readonly exitCode?: number;
  /** Whether the program said that it was asked to stop. */
  readonly isAsked?: boolean;
  /** After an edit of a file of the context, by its path. */
  readonly edits?: Readonly<Record<string, MeasuredRebuild>>;
  /** After another value of a build argument, by its name. */
  readonly arguments?: Readonly<Record<string, MeasuredArgument>>;
}

export interface Results extends Recorded {
  /** By exercise, and in it by answer: `start`, `solution`, or the title of an alternative. */
  readonly exercises: Readonly<Record<string, Readonly<Record<string, MeasuredAnswer>>>>;
}
