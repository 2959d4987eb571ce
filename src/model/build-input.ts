import type { ShellNotes } from './shell/shell-script.js';

/** What a builder gets. Only the text is needed; each part that is missing is unknown, not empty. */
export interface BuildInput {
  readonly text: string;
  /** The file's name, for messages. */
  readonly path?: string;
  /** The text of `.dockerignore`. */
  readonly dockerignore?: string;
  /** Files of the build context; `text` only for small files that a rule may read. */
  readonly context?: readonly ContextFile[];
  /** The stage to build: its name or number. */
  readonly target?: string;
  readonly buildArguments?: Readonly<Record<string, string>>;
  /** Such as `linux/amd64`, which is assumed where it is missing. */
  readonly platform?: string;
  /** ISO 8601. Data, never the clock. */
  readonly today: string;
  /** What ShellCheck says of scripts in the file; those that it was not asked about are missing. */
  readonly shellNotes?: ShellNotes;
}

export interface ContextFile {
  readonly path: string;
  readonly bytes: number;
  readonly text?: string;
}
