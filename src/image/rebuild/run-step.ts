/** RUN: its key is the command, the whole environment, the user, the folder, the mounts, and the key of what is below. */
import type { Mount, Run } from '../../model/index.js';
import { mountShowsFile } from '../context-files.js';
import { type Both, differs, same } from './environment.js';
import { type Input, makeStep, type Step } from './step.js';
import { pathInStage, takenFrom } from './taken.js';
import { textOf } from './text.js';
import type { StageState, World } from './world.js';

export function runStep(world: World, run: Run, state: StageState, stage: Step['stage']): Step {
  const inputs = run.mounts.flatMap((mount) => mountInput(world, run, mount, state) ?? []);
  const options = run.mounts.map((mount) => optionsOf(mount, state));
  const own =
    ownCause(world, run, state) ??
    (options.some(differs) ? 'A mount of it has another value.' : undefined) ??
    inputs.find(({ cause }) => cause)?.cause ??
    contextCause(world, run);
  const { top } = state;
  return makeStep(world.keys, {
    instruction: run,
    stage,
    definition: ['run', ...definitionOf(run, state, options)],
    own,
    below: world.causeBelow(top),
    kept: inputs.find(({ kept }) => kept)?.kept,
    inputs: [...(top ? [top] : []), ...inputs.map(({ step }) => step)],
  });
}

function definitionOf(run: Run, state: StageState, options: readonly Both<string>[]): (string | number)[] {
  const { environment, user, workdir, shell } = state;
  const command = run.command.exec ? JSON.stringify(run.command.exec.map(({ text }) => text)) : shell.before;
  const flags = run.flags.filter(({ name }) => name !== 'mount').map(({ name, value }) => `${name}=${value?.text}`);
  return [command, textOf(run), environment.key, user.before, workdir.before]
    .concat(flags)
    .concat(options.map(({ before }) => before));
}

function ownCause(world: World, run: Run, state: StageState): string | undefined {
  const { environment, user, workdir, shell } = state;
  if (world.isTextChanged(run)) return 'Its text has changed.';
  if (environment.differing !== undefined) return `${environment.differing} in its environment has another value.`;
  if (differs(user)) return 'It runs as another user.';
  if (differs(workdir)) return 'It runs in another folder.';
  return run.command.form === 'shell' && differs(shell) ? 'It runs in another shell.' : undefined;
}

/** What a mount says, with the values of its variables. */
function optionsOf({ type, keys }: Mount, { environment, workdir }: StageState): Both<string> {
  const entries = [...keys].map(([key, word]) => [key, environment.expand(word)] as const);
  const isRelative = !entries.some(([key, { before }]) => key === 'target' && before.startsWith('/'));
  const folder = isRelative ? workdir : same('');
  const side = (which: keyof Both) =>
    JSON.stringify([type, folder[which], ...entries.map(([key, value]) => [key, value[which]])]);
  return { before: side('before'), after: side('after') };
}

/** A stage or image that a mount shows. */
function mountInput(
  world: World,
  run: Run,
  { type, from, keys }: Mount,
  { environment }: StageState,
): Input | undefined {
  if (!from || (type !== 'bind' && type !== 'cache')) return undefined;
  const source = keys.get('source');
  return takenFrom(world, run, from, [pathInStage(source ? environment.expand(source).before : '/')]);
}

function contextCause({ dockerfile, effect }: World, { mounts, scope }: Run): string | undefined {
  const shown = mounts.filter(({ type, from }) => type === 'bind' && !from);
  for (const file of effect.files)
    if (shown.some((mount) => mountShowsFile(dockerfile, mount, scope, file) !== false))
      return `A bind mount shows it ${file}, which has changed.`;
  return undefined;
}
