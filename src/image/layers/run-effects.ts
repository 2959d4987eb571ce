/** What a RUN does to the files of a stage, command by command. What can't be seen is unknown, and stays so. */
import { asWritten, type Dockerfile, type Run } from '../../model/index.js';
import { leftoverCachesOf } from '../files/leftover-caches.js';
import { packageCallsIn } from '../files/package-calls.js';
import { AptCalls } from './apt-commands.js';
import { isCertain } from './certain.js';
import { onOneLine } from './command-text.js';
import { type Doing, writesUnknown } from './effect.js';
import { FILE_EFFECTS, onlyPrints } from './file-commands.js';
import { installEffect } from './install-effects.js';
import { storeLeftover } from './leftovers.js';
import { makesEnvironment } from './python-environment.js';
import { writeRedirected } from './redirections.js';
import type { StageState } from './stage-state.js';

export function applyRun(dockerfile: Dockerfile, run: Run, state: StageState): void {
  const { script } = run.command;
  const written = { text: run.fileText };
  if (!script) {
    writesUnknown({ run, files: state.files, text: onOneLine(asWritten(written, run.command)) }, undefined);
    return;
  }
  const calls = packageCallsIn(run);
  const callOf = new Map(calls.map(({ call, command }) => [command, call]));
  const apt = new AptCalls();
  for (const command of script.commands) {
    const doing: Doing = { run, command, files: state.files, text: onOneLine(asWritten(written, command)) };
    const call = callOf.get(command);
    if (call?.manager === 'apt') apt.take(call, isCertain(command));
    else if (call) installEffect(dockerfile, doing, call, state);
    else if (!makesEnvironment(doing, state)) doIt(doing);
  }
  apt.finish(state);
  for (const leftover of leftoverCachesOf(dockerfile, run, calls)) storeLeftover(leftover, state);
}

function doIt(doing: Doing): void {
  const { command } = doing;
  writeRedirected(doing);
  const name = command.name ?? '';
  if (command.name === undefined || onlyPrints(command)) return;
  const effect = Object.hasOwn(FILE_EFFECTS, name) ? FILE_EFFECTS[name] : undefined;
  if (effect) effect(doing);
  else if (!command.context.includes('substitution')) writesUnknown(doing, undefined);
}
