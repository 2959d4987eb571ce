/** Programs that a stage of the Dockerfile has built with Go: they bring its runtime's ways with signals. */
import {
  baseName,
  type Dockerfile,
  type InstructionOf,
  lineage,
  packageCallOf,
  type Run,
  type Stage,
} from '../../model/index.js';
import { isWithin } from '../files/command-paths.js';
import { absolutePath } from '../files/container-path.js';
import { landingsOf } from '../files/copied-files.js';

export interface GoBuild {
  /** Of Go, as the image tells in which it was built: `1.27`. */
  readonly version: string | undefined;
}

const MOST_STAGES = 8;

/** The build of a program, in its own stage or behind COPY --from; undefined where none is shown. */
export function goBuildOf(dockerfile: Dockerfile, stage: Stage, path: string, depth = 0): GoBuild | undefined {
  if (depth > MOST_STAGES) return undefined;
  for (const { instructions, base, uses } of lineage(stage))
    for (const instruction of [...instructions].reverse()) {
      if (instruction.keyword === 'RUN' && base?.runtime?.name === 'go' && callsGoBuild(instruction))
        return { version: base.runtime.version };
      const source =
        instruction.keyword === 'COPY' && uses.find((use) => use.instruction === instruction && !use.isInvalid)?.stage;
      if (!source || !mayBring(dockerfile, instruction, path)) continue;
      return goBuildOf(dockerfile, source, path, depth + 1);
    }
  return undefined;
}

function callsGoBuild({ command }: Run): boolean {
  return (command.script?.commands ?? []).some((one) => {
    const call = packageCallOf(one);
    return call?.manager === 'go' && (call.subcommand?.text === 'build' || call.subcommand?.text === 'install');
  });
}

/** Whether a program that is started by this path, or by this name, may come of a COPY. */
function mayBring(dockerfile: Dockerfile, copy: InstructionOf<'COPY'>, path: string): boolean {
  const wanted = path.includes('/') ? absolutePath(copy.scope, path) : undefined;
  return landingsOf(dockerfile, copy).some(({ path: landed, isFolder }) => {
    if (wanted === undefined) return baseName(landed) === path || (isFolder && landed.endsWith('/bin'));
    return isFolder ? isWithin(wanted, landed) : landed === wanted;
  });
}
