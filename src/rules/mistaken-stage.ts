/** Names behind `--from` that mean a stage and do not reach it. Two rules ask: one reports the name, one counts the use. */
import { type Dockerfile, knowBaseImage, parseImageName, type Stage, type StageUse, suggest } from '../model/index.js';

/** Shorter names are too alike to tell a slip from another name. */
const SHORTEST = 4;
/** How many names above are compared. */
const NEAREST = 50;

/**
 * The stage that a name most likely means: one above it whose name differs in a letter or two. Undefined where the
 * name is a stage's, has a tag or a path, or is an image of the tables.
 */
export function misspeltStage({ stages }: Dockerfile, user: Stage, use: StageUse): Stage | undefined {
  const { text, variables } = use.from;
  if (use.stage || use.isInvalid || variables.length > 0 || text.length < SHORTEST || !/^[\w-]+$/.test(text))
    return undefined;
  const name = parseImageName(text);
  if (text === 'scratch' || (typeof name !== 'string' && knowBaseImage(name))) return undefined;
  const above = stages.slice(Math.max(user.index - NEAREST, 0), user.index).filter((stage) => stage.name !== undefined);
  const meant = suggest(
    text,
    above.map((stage) => stage.name as string),
  );
  return above.findLast((stage) => stage.name === meant);
}

/** The stage that a name behind `--from` names although it can't be taken from: one below, or the stage itself. */
export function stageOutOfReach({ stages }: Dockerfile, use: StageUse): Stage | undefined {
  if (!use.isInvalid) return undefined;
  const name = use.from.text.toLowerCase();
  return /^\d+$/.test(name) ? stages[Number(name)] : namesOf(stages).get(name);
}

const knownNames = new WeakMap<readonly Stage[], ReadonlyMap<string | undefined, Stage>>();

/** The last stage of each name. */
function namesOf(stages: readonly Stage[]): ReadonlyMap<string | undefined, Stage> {
  const names = knownNames.get(stages) ?? new Map(stages.map((stage) => [stage.name, stage]));
  knownNames.set(stages, names);
  return names;
}
