/** The calls of package managers inside an instruction, read once for all versions of the file. */
import { type CommandLine, type Healthcheck, packageCallOf, type Run } from '../../model/index.js';
import type { Called } from './index-refresh.js';

const known = new WeakMap<CommandLine, readonly Called[]>();

export function packageCallsIn({ command }: Run | Healthcheck): readonly Called[] {
  if (!command) return [];
  const calls = known.get(command) ?? readCalls(command);
  known.set(command, calls);
  return calls;
}

function readCalls({ script }: CommandLine): Called[] {
  return (script?.commands ?? []).flatMap((command) => {
    const call = packageCallOf(command);
    return call ? [{ call, command }] : [];
  });
}
