/** WORKDIR: makes the folder, with the user as its owner, unless it is the root. */
import type { Workdir } from '../../model/index.js';
import { absolute } from '../files/command-paths.js';
import { type Both, differs } from './environment.js';
import { makeStep, type Step } from './step.js';
import type { StageState, World } from './world.js';

/** The folder that a WORKDIR names on both sides of the change; `word` is what it says. */
export function folderBehind(word: Both<string>, { workdir }: StageState): Both<string> {
  const side = (which: keyof Both) => absolute(word[which], workdir[which]) ?? word[which];
  return { before: side('before'), after: side('after') };
}

export function folderStep(
  world: World,
  instruction: Workdir,
  folder: Both<string>,
  { top, user }: StageState,
  stage: Step['stage'],
): Step | undefined {
  if (folder.before === '/' && folder.after === '/') return undefined;
  const own = differs(folder) ? 'It makes another folder.' : (ownerCause(user) ?? dateCause(world));
  return makeStep(world.keys, {
    instruction,
    stage,
    definition: ['folder', folder.before, user.before],
    own,
    below: world.causeBelow(top),
    inputs: top ? [top] : [],
  });
}

function ownerCause(user: Both): string | undefined {
  return differs(user) ? 'It makes the folder for another user.' : undefined;
}

/** The folder gets the date that the whole build is given. */
function dateCause({ effect }: World): string | undefined {
  return effect.argument === 'SOURCE_DATE_EPOCH' ? 'It gives the folder the date of SOURCE_DATE_EPOCH.' : undefined;
}
