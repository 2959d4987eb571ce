/**
 * What a container of a stage's image starts: ENTRYPOINT and CMD as they hold at its end. An ENTRYPOINT drops the CMD
 * that the stage inherits (moby/buildkit dockerfile2llb/convert.go, `dispatchEntrypoint`).
 */
import type { Cmd, Entrypoint } from './instruction.js';
import { commandFromWords, type Script, type ShellCommand } from './shell/script.js';
import type { Span } from './span.js';
import { lineage, type Stage } from './stage.js';
import type { ExecWord } from './syntax/json-form.js';

export interface StartCommand {
  /** Undefined where this file sets none, or has taken it away with `[]`. */
  readonly entrypoint: Entrypoint | undefined;
  readonly cmd: Cmd | undefined;
  /** Those of the base image, where they still hold and are known. */
  readonly baseEntrypoint: readonly string[] | undefined;
  readonly baseCmd: readonly string[] | undefined;
  /** The command line that comes of both in this file; undefined where there is none, or it can't be read. */
  readonly script: Script | undefined;
}

export function startCommandOf(stage: Stage): StartCommand {
  const entrypoint = lastIn(stage, 'ENTRYPOINT');
  const { cmd, isReset } = cmdOf(stage);
  const shown = {
    entrypoint: entrypoint && !isEmpty(entrypoint) ? entrypoint : undefined,
    cmd: cmd && !isEmpty(cmd) ? cmd : undefined,
  };
  return {
    ...shown,
    baseEntrypoint: entrypoint ? undefined : stage.base?.entrypoint,
    baseCmd: cmd || isReset ? undefined : stage.base?.cmd,
    script: scriptOf(shown.entrypoint, shown.cmd),
  };
}

function lastIn(stage: Stage, keyword: 'ENTRYPOINT'): Entrypoint | undefined {
  for (const { instructions } of lineage(stage)) {
    const found = instructions.findLast((instruction) => instruction.keyword === keyword);
    if (found) return found as Entrypoint;
  }
  return undefined;
}

function cmdOf(stage: Stage): { cmd: Cmd | undefined; isReset: boolean } {
  for (const { instructions } of lineage(stage)) {
    const cmd = instructions.findLast((instruction) => instruction.keyword === 'CMD') as Cmd | undefined;
    const isReset = instructions.some(({ keyword }) => keyword === 'ENTRYPOINT');
    if (cmd || isReset) return { cmd, isReset };
  }
  return { cmd: undefined, isReset: false };
}

function isEmpty({ command }: Cmd | Entrypoint): boolean {
  return command.exec?.length === 0;
}

function scriptOf(entrypoint: Entrypoint | undefined, cmd: Cmd | undefined): Script | undefined {
  if (!entrypoint) return cmd?.command.script;
  const { exec, at, script } = entrypoint.command;
  if (!cmd || !exec) return script;
  if (cmd.command.exec) return commandFromWords([...exec, ...cmd.command.exec].map(wordOf), at);
  return withShellForm(exec, cmd);
}

function wordOf({ text, inner }: ExecWord): { text: string; at: Span } {
  return { text, at: inner };
}

/** The shell form of CMD is one more argument of the entrypoint: `/bin/sh`, `-c` and the text. */
function withShellForm(exec: readonly ExecWord[], { command, scope }: Cmd): Script {
  const shellWords = scope.shell.words.map((text) => ({ text, at: command.at }));
  const outer = commandFromWords([...exec.map(wordOf), ...shellWords], command.at);
  const inner = (command.script?.commands ?? []).map(
    (one): ShellCommand => ({ ...one, context: ['sh -c', ...one.context] }),
  );
  return { ...outer, commands: [...outer.commands, ...inner], only: undefined };
}
