/** Shells that a Dockerfile may put into an image that has none. */
import { baseName, type Instruction, isShellName } from '../../model/index.js';

/** Whether an instruction may copy a shell: by its name, in a folder of programs or an archive, or with whole trees into the root. */
export function mayCopyShell(instruction: Instruction): boolean {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return false;
  const intoRoot = /^\/(?:usr\/?)?$/.test(instruction.destination?.text ?? '');
  return instruction.sources.some(({ text: source, variables }) => {
    const name = baseName(source);
    if (isShellName(name) || /^(?:busybox.*|s?bin|toybox)$/.test(name)) return true;
    if (instruction.keyword === 'ADD' && /\.(?:tar(?:\.\w+)?|t[gxb]z|tzst)$/.test(name)) return true;
    return intoRoot && (variables.length > 0 || /^\.?\/*\.?$|[*/]$|root/.test(source));
  });
}
