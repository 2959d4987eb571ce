/**
 * What the instructions of a file say, without how they are laid out: two files with the same meaning build the same
 * image. Blanks between the words of a command, the case of keywords, comments and blank lines do not count.
 */
import type { CommandLine, Dockerfile, Instruction, ShellWord, Word } from '../model/index.js';
import { joinedText } from '../model/syntax/joined-text.js';

/** One line of text for each instruction. */
export function meaningsOf(dockerfile: Dockerfile): string[] {
  return dockerfile.instructions.map((instruction) => meaningOf(dockerfile, instruction));
}

/** The meaning of the parts of a file that are no instruction. */
export function frameOf({ directives, escape, problems }: Dockerfile): string {
  return JSON.stringify([
    directives.map(({ name, value }) => [name, value]),
    escape,
    problems.map(({ variant }) => variant),
  ]);
}

export function meaningOf(dockerfile: Dockerfile, instruction: Instruction): string {
  const { keyword, flags, heredocs, onbuild } = instruction;
  const bodies = heredocs.map(({ name, isQuoted, stripsTabs, body }) => [
    name,
    isQuoted,
    stripsTabs,
    dockerfile.text.slice(body.start, body.end),
  ]);
  return JSON.stringify([
    keyword === 'unknown' ? instruction.keywordText : keyword,
    flags.map(({ name, value }) => [name, value?.raw ?? null]),
    argumentsOf(dockerfile, instruction),
    onbuild ? [] : bodies,
  ]);
}

function argumentsOf(dockerfile: Dockerfile, instruction: Instruction): unknown {
  const raw = (word: Word | undefined) => word?.raw ?? null;
  switch (instruction.keyword) {
    case 'FROM':
      return [raw(instruction.image), raw(instruction.as?.name)];
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
      return commandOf(dockerfile, instruction, instruction.command);
    case 'HEALTHCHECK':
      return [instruction.type, instruction.command && commandOf(dockerfile, instruction, instruction.command)];
    case 'COPY':
    case 'ADD':
      return [...instruction.sources.map(raw), raw(instruction.destination)];
    case 'ENV':
    case 'LABEL':
    case 'ARG':
      return instruction.pairs.map(({ key, value }) => [raw(key), raw(value)]);
    case 'EXPOSE':
      return instruction.ports.map(raw);
    case 'VOLUME':
      return instruction.paths.map(raw);
    case 'SHELL':
      return instruction.exec?.map(raw) ?? textOf(dockerfile, instruction);
    case 'ONBUILD':
      return instruction.trigger ? meaningOf(dockerfile, instruction.trigger) : null;
    default:
      return textOf(dockerfile, instruction);
  }
}

function textOf(dockerfile: Dockerfile, instruction: Instruction, at = instruction.argumentsAt): string {
  return joinedText(dockerfile, instruction, at).replaceAll('\0', '').trimEnd();
}

/** The text where the commands can't be seen; else what runs. */
function commandOf(dockerfile: Dockerfile, instruction: Instruction, { exec, script, at }: CommandLine): unknown {
  if (exec) return exec.map(({ text }) => text);
  const written = textOf(dockerfile, instruction, at);
  if (!script || script.hasErrors) return written;
  const word = ({ raw }: ShellWord) => raw.replace(/\\\r?\n/g, '');
  const commands = script.commands.map(
    ({ program, wrappers, args, assignments, redirects, context, precededBy, ...rest }) => [
      wrappers.map(word),
      program,
      args.map(word),
      assignments.map(({ name, value }) => [name, value?.raw]),
      redirects.map(({ operator, target }) => [operator, target?.raw]),
      context,
      precededBy,
      rest.isBackground,
    ],
  );
  return [commands, withoutLayout(written)];
}

/** Blanks outside of quotes folded to one. */
function withoutLayout(script: string): string {
  return script.replace(/\\.|'[^']*'|"(?:\\.|[^"\\])*"|[ \t\r]+/gs, (part) => (/^[ \t\r]/.test(part) ? ' ' : part));
}
