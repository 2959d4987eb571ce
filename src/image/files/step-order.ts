/** Which steps of a Dockerfile an image has gone through before a command runs. */
import { isBuiltOn, type Run, type ShellCommand, type Stage } from '../../model/index.js';

/** A place in a stage. */
export interface Place {
  readonly stage: Stage | undefined;
  readonly start: number;
}

/** Whether what stands at a place has happened when a command runs: above it in its stage, or in one it is built FROM. */
export function isAbove(place: Place, run: Run, command: ShellCommand): boolean {
  return place.start < command.at.start && isBuiltOn(run.stage, place.stage);
}
