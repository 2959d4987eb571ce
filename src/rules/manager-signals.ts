/** What a package manager between Docker and the program does to `docker stop`, and what else it costs. */

import type { ManagerEffect } from '../image/process/manager-effect.js';
import { isOfNode, type Starter } from '../image/process/manager-start.js';
import { code, type Text, text } from './message.js';

/** Why each is in the way. The Node.js ones were measured; the others follow from how they start the program. */
const REASONS: Record<Exclude<Starter, 'npm' | 'yarn' | 'pnpm'>, Text> = {
  'node-run': text`As PID 1 it passes no signal on, whatever the base: ${code('docker stop')} waits for its grace period and kills everything.`,
  poetry: text`It makes way for the program, so signals arrive, but Poetry and all that it is made of must be in the image to start one command.`,
  pipenv: text`It makes way for the program, so signals arrive, but Pipenv and all that it is made of must be in the image to start one command.`,
  maven: text`Each start runs a build tool first, and the image must hold Maven, a JDK and the sources.`,
  gradle: text`Each start runs a build tool first, and the image must hold Gradle, a JDK and the sources.`,
  cargo: text`Each start checks first whether it must compile, and the image must hold the whole toolchain and the sources.`,
  'go-run': text`Each start compiles the program, and ${code('go run')} relays no signal to it.`,
};

export function reasonOf(starter: Starter, effect: ManagerEffect): Text {
  if (!isOfNode(starter) || starter === 'node-run') return REASONS[starter];
  switch (effect) {
    case 'costs-a-process':
      return text`Signals reach the program here, but ${starter} stays in memory beside it for as long as it runs.`;
    case 'fails':
      return text`The program is asked to stop, but pnpm ends with exit code 1 here, so every stop looks like a crash.`;
    case 'killed':
      return text`${starter} asks the shell of the script to stop, and no further: dash dies of it, and the program is killed without notice.`;
    default:
      return text`${starter} asks the shell of the script to stop, and no further; where that is dash, it dies and the program is killed without notice.`;
  }
}
