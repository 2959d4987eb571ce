/**
 * Renames a stage or a variable wherever it is used, or says why not. A rename that would change what is built, or whose
 * uses can't all be seen, is refused: half a rename breaks a file in a place where nobody looks.
 */
import type { Dockerfile, Span } from '../model/index.js';
import type { Edit } from '../rules/rule.js';
import { namedAt } from './navigate.js';
import { renameStage, stageObstacle } from './rename-stage.js';
import { renameVariable, variableObstacle } from './rename-variable.js';

export type RenameAnswer =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  /** A sentence that says why not. */
  | { readonly kind: 'refused'; readonly reason: string };

const NOTHING_HERE = 'Only a stage or a variable that this file names can be renamed.';

/** The name at an offset, if it can be renamed; else the reason. */
export function renamableAt(
  dockerfile: Dockerfile,
  offset: number,
):
  | { readonly kind: 'name'; readonly at: Span; readonly name: string }
  | { readonly kind: 'refused'; readonly reason: string } {
  const named = namedAt(dockerfile, offset);
  if (!named) return { kind: 'refused', reason: NOTHING_HERE };
  const isStage = named.kind === 'stage';
  const reason = isStage ? stageObstacle(dockerfile, named) : variableObstacle(dockerfile, named);
  if (reason) return { kind: 'refused', reason };
  const at = isStage ? named.mention.at : named.at;
  return { kind: 'name', at, name: dockerfile.text.slice(at.start, at.end) };
}

/** The edits that give the stage or variable at an offset another name. */
export function renameAt(dockerfile: Dockerfile, offset: number, name: string): RenameAnswer {
  const named = namedAt(dockerfile, offset);
  if (!named) return { kind: 'refused', reason: NOTHING_HERE };
  return named.kind === 'stage' ? renameStage(dockerfile, named, name) : renameVariable(dockerfile, named, name);
}
