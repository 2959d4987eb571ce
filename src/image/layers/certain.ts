import type { ShellCommand } from '../../model/index.js';

/** It runs whenever the step succeeds: not in a branch or loop, not as a way out. */
export function isCertain({ context, precededBy }: ShellCommand): boolean {
  return (
    precededBy !== '||' && !context.some((place) => place === 'branch' || place === 'loop' || place === 'function')
  );
}
