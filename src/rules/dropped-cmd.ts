/** A CMD that a shell-form ENTRYPOINT never looks at. Two rules ask: one says it, the other is then silent. */

import { isExecFormAttempt } from '../image/process/exec-form-attempt.js';
import type { Cmd, Dockerfile, Entrypoint, Stage } from '../model/index.js';
import { startCommandOf } from '../model/index.js';

/** What Docker puts behind the text of the shell form arrives there as these parameters. */
const POSITIONAL = /^[@*]$|^\d+$/;

export function droppedCmdOf({ text }: Dockerfile, stage: Stage): { entrypoint: Entrypoint; cmd: Cmd } | undefined {
  const { entrypoint, cmd } = startCommandOf(stage);
  const command = entrypoint?.command;
  if (!entrypoint || !cmd || !command?.script || command.exec) return undefined;
  if (isExecFormAttempt(command, entrypoint.keyword, text)) return undefined;
  const usesArguments = command.script.commands.some(
    ({ program, args, assignments }) =>
      [...args, ...assignments.flatMap(({ value }) => value ?? [])].some(({ variables }) =>
        variables.some(({ name }) => POSITIONAL.test(name)),
      ) || /\$[@*\d]/.test(program ?? ''),
  );
  return usesArguments ? undefined : { entrypoint, cmd };
}
