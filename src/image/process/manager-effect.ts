/** What the package managers of Node.js do to a program at SIGTERM. It depends on the shell that runs the script (E5). */
import { type BaseImage, execsItself, type Script } from '../../model/index.js';
import { isOfNode, type Starter } from './manager-start.js';

/**
 * `killed`: nobody asks it; `fails`: it is asked, and the manager ends with an error all the same; `costs-a-process`:
 * it is asked. Undefined: the manager is another one.
 */
export type ManagerEffect = 'killed' | 'fails' | 'unknown' | 'costs-a-process' | undefined;

export function managerEffect(
  starter: Starter,
  script: Script | undefined,
  isGroup: boolean,
  base: BaseImage | undefined,
): ManagerEffect {
  if (!isOfNode(starter) || starter === 'node-run') return undefined;
  if (isGroup || script?.commands.some(execsItself)) return 'costs-a-process';
  if (base?.shell === 'ash' || base?.shell === 'bash') return 'costs-a-process';
  if (base?.shell !== 'dash') return 'unknown';
  return starter === 'pnpm' && signalsOrphans(base) !== false ? 'fails' : 'killed';
}

/** pnpm signals what the shell of a script leaves behind, if it finds `ps` to look for it. */
export function signalsOrphans(base: BaseImage | undefined): boolean | null {
  return base?.tools?.has('ps') ?? null;
}
