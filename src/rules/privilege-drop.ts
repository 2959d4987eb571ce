/** Containers that start as root on purpose and hand the program to somebody else. */
import { changesUser } from '../image/process/launchers.js';
import { scriptFileOf } from '../image/process/script-file.js';
import {
  baseName,
  type Dockerfile,
  readScript,
  type ShellCommand,
  type Stage,
  startCommandOf,
} from '../model/index.js';

/** Nobody installs these for another purpose. */
const INSTALLED = /(?:^|[/@-])(?:gosu|su-exec|s6-overlay|fixuid|fixid)(?=$|[-/.:@_\d])/;

/** Whether somebody else runs the program in the end, as far as this can be seen. */
export function dropsPrivileges(dockerfile: Dockerfile, stage: Stage): boolean {
  const { entrypoint, baseEntrypoint, script } = startCommandOf(stage);
  if (!entrypoint && baseEntrypoint && stage.base?.dropsRoot) return true;
  if (script?.commands.some(handsOver)) return true;
  const program = script?.commands[0]?.program;
  const text = program === undefined ? undefined : scriptFileOf(dockerfile, stage, program);
  return (typeof text === 'string' && readScript(text, 0).commands.some(handsOver)) || installsTool(dockerfile);
}

function handsOver({ name, wrappers }: ShellCommand): boolean {
  return [name, ...wrappers.map(({ text }) => baseName(text))].some((word) => changesUser(word));
}

/** The entrypoint script is not shown, but the tool that it must be for is put into the image. */
function installsTool({ instructions }: Dockerfile): boolean {
  return instructions.some((instruction) => {
    if (!instruction.stage?.isShipped) return false;
    if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD')
      return instruction.sources.some(({ text }) => INSTALLED.test(text));
    if (instruction.keyword !== 'RUN') return false;
    return (instruction.command.script?.commands ?? []).some(({ args }) =>
      args.some(({ text }) => INSTALLED.test(text)),
    );
  });
}
