/**
 * What is worked out of a RUN alone is worked out once. Its command is the same object in every version of a file in which
 * it has the same words in the same scope.
 */
import type { CommandLine, Run } from '../model/index.js';

export function onceForCommand<Value extends object>(work: (run: Run) => Value): (run: Run) => Value {
  const known = new WeakMap<CommandLine, Value>();
  return (run) => {
    const value = known.get(run.command) ?? work(run);
    known.set(run.command, value);
    return value;
  };
}
