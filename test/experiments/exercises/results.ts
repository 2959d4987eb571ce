/** What real builds of the exercises gave. */
import type { Recorded } from '../versions.js';

export interface MeasuredAnswer {
  /** Why it could not be built here: a base image that is not to be had. Nothing else is known then. */
  readonly notHere?: string;
  readonly builds?: boolean;
  /** Of all layers' tars. */
  readonly unpackedBytes?: number;
  /** Of the image's configuration; empty is root. */
  readonly user?: string;
  /** Whether it ran when it was looked at. */
  readonly runs?: boolean;
  /** Of `docker stop`. */
  readonly stopSeconds?: number;
  readonly exitCode?: number;
  /** Steps that ran after an edit of a file of the context, by its path. */
  readonly rebuiltSteps?: Readonly<Record<string, number>>;
}

export interface Results extends Recorded {
  /** By exercise, and in it by answer: `start`, `solution`, or the title of an alternative. */
  readonly exercises: Readonly<Record<string, Readonly<Record<string, MeasuredAnswer>>>>;
}
