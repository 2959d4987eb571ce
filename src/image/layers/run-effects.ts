/** What a RUN does to the files of a stage, command by command. What can't be seen is unknown, and stays so. */
import { asWritten, type CommandLine, type Dockerfile, type PackageCall, type Run } from '../../model/index.js';
import { leftoverCachesOf } from '../files/leftover-caches.js';
import { packageCallsIn } from '../files/package-calls.js';
import { onceForCommand } from '../once-for-command.js';
import { AptCalls } from './apt-commands.js';
import { isCertain } from './certain.js';
import { onOneLine } from './command-text.js';
import { type Doing, writesUnknown } from './effect.js';
import { NotedChanges } from './file-changes.js';
import { FILE_EFFECTS, onlyPrints } from './file-commands.js';
import { installEffect } from './install-effects.js';
import { storeLeftover } from './leftovers.js';
import { isEnvironmentMade, makeEnvironment } from './python-environment.js';
import { writeRedirected } from './redirections.js';
import type { StageState } from './stage-state.js';

/** A part of what a RUN does. What its words say is read already; the rest depends on what is there. */
type Deed = (state: StageState, dockerfile: Dockerfile) => void;

const knownDeedsOf = onceForCommand(deedsOf);

export function applyRun(dockerfile: Dockerfile, run: Run, state: StageState): void {
  for (const deed of knownDeedsOf(run)) deed(state, dockerfile);
  for (const leftover of leftoverCachesOf(dockerfile, run, packageCallsIn(run))) storeLeftover(leftover, state);
}

function deedsOf(run: Run): Deed[] {
  const { script } = run.command;
  const changes = new NotedChanges();
  const textOf = (written: Pick<CommandLine, 'at'>) => onOneLine(asWritten({ text: run.fileText }, written));
  if (!script) {
    writesUnknown({ run, files: changes, text: textOf(run.command) }, undefined);
    return [({ files }) => changes.makeIn(files)];
  }
  const callOf = new Map(packageCallsIn(run).map(({ call, command }) => [command, call]));
  const apt = new AptCalls();
  const deeds = script.commands.flatMap((command): Deed | [] => {
    const call = callOf.get(command);
    if (call?.manager !== 'apt') return deedOf({ run, command, text: textOf(command) }, call);
    apt.take(call, isCertain(command));
    return [];
  });
  return [...deeds, (state) => apt.finish(state)];
}

function deedOf(doing: Omit<Doing, 'files'>, call: PackageCall | undefined): Deed {
  if (call) return (state, dockerfile) => installEffect(dockerfile, { ...doing, files: state.files }, call, state);
  if (isEnvironmentMade(doing)) return (state) => makeEnvironment({ ...doing, files: state.files }, state);
  const changes = new NotedChanges();
  doIt({ ...doing, files: changes });
  return ({ files }) => changes.makeIn(files);
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
