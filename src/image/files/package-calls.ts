/** The calls of package managers inside an instruction, read once. */
import { type Healthcheck, packageCallOf, type Run } from '../../model/index.js';
import type { Called } from './index-refresh.js';

const known = new WeakMap<Run | Healthcheck, readonly Called[]>();

export function packageCallsIn(instruction: Run | Healthcheck): readonly Called[] {
  const calls = known.get(instruction) ?? readCalls(instruction);
  known.set(instruction, calls);
  return calls;
}

function readCalls({ command: line }: Run | Healthcheck): Called[] {
  return (line?.script?.commands ?? []).flatMap((command) => {
    const call = packageCallOf(command);
    return call ? [{ call, command }] : [];
  });
}
