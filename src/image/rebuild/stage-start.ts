/** FROM: what a stage begins with. */
import type { From, Stage } from '../../model/index.js';
import { imageKey } from './effect.js';
import { differs, Environment, same } from './environment.js';
import { makeStep } from './step.js';
import type { StageState, World } from './world.js';

export function stateAtStart(world: World, stage: Stage): StageState {
  const { from, parent, base } = stage;
  const inherited = parent && world.ends.get(parent);
  const state: StageState = inherited ?? {
    environment: Environment.empty(world.keys),
    user: same(base?.defaultUser ?? ''),
    workdir: same(base?.workdir ?? '/'),
    shell: same(''),
    top: undefined,
    layers: undefined,
  };
  const own = from && fromCause(world, from);
  const image = from?.image && world.expandGlobal(from.image).before;
  if (own === undefined && (inherited || image === 'scratch')) return state;
  const definition = ['image', imageKey(image ?? ''), platformOf(world, from)?.before ?? ''];
  const step = makeStep(world.keys, { instruction: from, stage, definition, own, inputs: [] });
  return { ...state, top: step, layers: { step, content: { kind: 'base' }, below: undefined } };
}

/** Why a FROM means another image than before. */
function fromCause(world: World, from: From): string | undefined {
  const { effect } = world;
  if (world.isTextChanged(from)) return 'Its text has changed.';
  const image = from.image && world.expandGlobal(from.image);
  if (!image) return undefined;
  if (differs(image)) return 'A variable in it has another value, so that it is another image.';
  if (effect.image !== undefined && imageKey(image.before) === effect.image) return 'It is another image now.';
  const platform = platformOf(world, from);
  return platform && differs(platform) ? 'It is the image for another platform now.' : undefined;
}

function platformOf(world: World, from: From | undefined) {
  const platform = from?.flags.find(({ name }) => name === 'platform')?.value;
  return platform && world.expandGlobal(platform);
}
