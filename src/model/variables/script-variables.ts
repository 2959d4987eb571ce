/** The variables that a shell reads in RUN, CMD, ENTRYPOINT and HEALTHCHECK, and where it can't be seen which it reads. */

import { shellText } from '../commands.js';
import type { Dockerfile } from '../dockerfile.js';
import type { CommandLine, Instruction } from '../instruction.js';
import { isShellName } from '../shell/script.js';
import { readShellVariables, type ShellName } from '../shell/variables.js';
import type { Span } from '../span.js';
import { joinedText } from '../syntax/joined-text.js';

export interface ScriptVariables {
  readonly instruction: Instruction;
  readonly command: CommandLine;
  readonly reads: readonly ShellName[];
  readonly sets: readonly ShellName[];
  /** The text in which the shell, or another interpreter, looks for variables; undefined where nothing does. */
  readonly at: Span | undefined;
  /** The script can be seen. */
  readonly isReadable: boolean;
}

/** What the shell of an instruction reads; undefined where it has no command. */
export function scriptVariables(dockerfile: Dockerfile, instruction: Instruction): ScriptVariables | undefined {
  const command = 'command' in instruction ? instruction.command : undefined;
  if (!command) return undefined;
  const whole = { start: command.at.start, end: Math.max(command.at.end, instruction.at.end) };
  const { script, exec } = command;
  if (exec) {
    const [program] = exec;
    const isShell = isShellName(program?.text.replace(/^.*\//, ''));
    return {
      instruction,
      command,
      ...fromCommands(dockerfile, command),
      at: isShell ? whole : undefined,
      isReadable: true,
    };
  }
  if (!script) return { instruction, command, reads: [], sets: [], at: whole, isReadable: false };
  const { reads, sets } = readShellVariables(sourceOf(dockerfile, instruction, command, script.at), script.at.start);
  const nested = fromCommands(dockerfile, command);
  const places = new Set(reads.map(({ at }) => at.start));
  const more = nested.reads.filter(({ at }) => !places.has(at.start));
  return {
    instruction,
    command,
    reads: [...reads, ...more],
    sets: [...sets, ...nested.sets],
    at: whole,
    isReadable: true,
  };
}

/** The script's text as the model reads it: lines joined, heredocs as they are. */
function sourceOf(dockerfile: Dockerfile, instruction: Instruction, { at }: CommandLine, script: Span): string {
  const joinedEnd = Math.min(at.end, script.end);
  if (script.start >= joinedEnd) return dockerfile.text.slice(script.start, script.end);
  const joined = shellText(joinedText(dockerfile, instruction, { start: script.start, end: joinedEnd }));
  return joined + dockerfile.text.slice(joinedEnd, script.end);
}

/** What the model's commands tell, those inside `sh -c '…'` included, where it knows the exact place. */
function fromCommands({ text }: Dockerfile, { script }: CommandLine): Pick<ScriptVariables, 'reads' | 'sets'> {
  const commands = script?.commands ?? [];
  const words = commands.flatMap(({ args, wrappers, assignments, redirects }) => [
    ...args,
    ...wrappers,
    ...assignments.flatMap(({ value }) => value ?? []),
    ...redirects.flatMap(({ target }) => target ?? []),
  ]);
  const reads = words.flatMap(({ variables }) =>
    variables.flatMap(({ name, at }): ShellName[] => {
      const start = at.start + (/^\$\{[#!]?/.exec(text.slice(at.start, at.start + 3))?.[0].length ?? 1);
      const isThere = text[at.start] === '$' && text.startsWith(name, start);
      return isThere ? [{ name, at: { start, end: start + name.length } }] : [];
    }),
  );
  const sets = commands.flatMap(({ assignments }) =>
    assignments.map(({ name, at }) => ({ name, at: { start: at.start, end: at.start + name.length } })),
  );
  return { reads, sets };
}
