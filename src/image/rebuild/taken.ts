/** What a step takes of another stage or of an image. It is known by its content, not by how it was made. */
import type { StageUse, Word } from '../../model/index.js';
import { imageKey } from './effect.js';
import { writerOf } from './layers.js';
import { type Input, makeStep, type Step } from './step.js';
import type { World } from './world.js';

export function takenFrom(
  world: World,
  instruction: StageUse['instruction'],
  from: Word,
  paths: readonly string[],
): Input | undefined {
  const stage = world.stageNamed(instruction, from);
  if (!stage) return takenFromImage(world, from, paths);
  const end = world.ends.get(stage);
  if (!end?.top) return undefined;
  const { top: step, layers } = end;
  const name = `stage ${stage.name ?? stage.index}`;
  if (step.cause === undefined) return { step, cause: undefined };
  for (const path of paths) {
    const writer = writerOf(layers, path);
    if (writer) return { step, cause: assumedNew(world, path, name, writer) };
  }
  return {
    step,
    cause: undefined,
    kept: `${world.placeOf(step)} runs again, but ${paths.join(', ')} of ${name} is assumed to stay the same: no step that runs again is seen to write it.`,
  };
}

function assumedNew(world: World, path: string, name: string, writer: Step): string {
  const isBase = !writer.instruction || writer.instruction.keyword === 'FROM';
  const reason = isBase ? 'its base image is another one' : `${world.placeOf(writer)} runs again`;
  return `It takes ${path} of ${name}, which is assumed to be another one now, since ${reason}.`;
}

function takenFromImage(world: World, from: Word, paths: readonly string[]): Input {
  const key = imageKey(from.text);
  const isChanged = world.effect.image === key;
  const cause = isChanged
    ? `It takes ${paths.join(', ')} of ${from.text}, which is another image now and is assumed to have another one.`
    : undefined;
  const definition = ['image', key];
  const step = makeStep(world.keys, { instruction: undefined, stage: undefined, definition, own: cause, inputs: [] });
  return { step, cause };
}

/** A path in another stage, absolute; with a wildcard in it, the folder above. */
export function pathInStage(text: string): string {
  const clean = text.split('/').filter((part) => part !== '' && part !== '.');
  const wildcard = clean.findIndex((part) => /[*?[]/.test(part));
  return `/${(wildcard === -1 ? clean : clean.slice(0, wildcard)).join('/')}`;
}
