/** Containers that start as root on purpose and hand the program to somebody else. */
import {
  baseName,
  type Dockerfile,
  readScript,
  type ShellCommand,
  type Stage,
  startCommandOf,
} from '../model/index.js';

const DROPPING = new Set([
  'gosu',
  'su-exec',
  'setpriv',
  'runuser',
  'su',
  's6-setuidgid',
  'setuidgid',
  'chpst',
  'chroot',
]);
/** Nobody installs these for another purpose. */
const INSTALLED = /(?:^|[/@-])(?:gosu|su-exec|s6-overlay|fixuid|fixid)(?=$|[-/.:@_\d])/;

/** Whether somebody else runs the program in the end, as far as this can be seen. */
export function dropsPrivileges(dockerfile: Dockerfile, stage: Stage): boolean {
  const { entrypoint, baseEntrypoint, script } = startCommandOf(stage);
  if (!entrypoint && baseEntrypoint && stage.base?.dropsRoot) return true;
  if (script?.commands.some(handsOver)) return true;
  const program = script?.commands[0]?.name;
  return scriptsNamed(dockerfile, program).some((commands) => commands.some(handsOver)) || installsTool(dockerfile);
}

function handsOver({ name, wrappers }: ShellCommand): boolean {
  return [name, ...wrappers.map(({ text }) => baseName(text))].some((word) => word !== undefined && DROPPING.has(word));
}

/** Scripts of that name which the build context or a heredoc shows. */
function scriptsNamed(
  { input, instructions, text }: Dockerfile,
  name: string | undefined,
): (readonly ShellCommand[])[] {
  if (name === undefined) return [];
  const files = (input.context ?? []).flatMap((file) => (baseName(file.path) === name && file.text ? [file.text] : []));
  const written = instructions.flatMap((instruction) =>
    instruction.keyword === 'COPY' && baseName(instruction.destination?.text ?? '') === name
      ? instruction.heredocs.map(({ body }) => text.slice(body.start, body.end))
      : [],
  );
  return [...files, ...written].map((source) => readScript(source, 0).commands);
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
