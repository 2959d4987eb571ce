/** Which steps of a Dockerfile an image has gone through before a command runs. */
import { isBuiltOn, type Run, type ShellCommand, type Stage } from '../../model/index.js';

/** Where an instruction, or a command in one, begins. */
export interface Place {
  readonly stage: Stage | undefined;
  /** Of the instruction. */
  readonly index: number;
  readonly start: number;
}

/** Whether what stands at a place has happened when a command runs: above it in its stage, or in one it is built FROM. */
export function isAbove(place: Place, run: Run, command: ShellCommand): boolean {
  const isBefore = place.index < run.index || (place.index === run.index && place.start < command.at.start);
  return isBefore && isBuiltOn(run.stage, place.stage);
}
