/** A command with the RUN in which it stands. */
import type { Run } from './instruction.js';
import type { ShellCommand } from './shell/script.js';

export interface RunCommand {
  readonly command: ShellCommand;
  readonly run: Run;
}
