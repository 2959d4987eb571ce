/** Edits inside the commands of a RUN. Each keeps the way in which the lines are written; where it can't, there is none. */
import type { Dockerfile, PackageCall, Run, ShellCommand, Span } from '../model/index.js';
import { insertAt } from './edits.js';
import type { Edit } from './rule.js';

/** Blanks, line continuations and nothing else but the operator. */
const PLAIN_SEPARATOR = /^[\s\\`]*&&[\s\\`]*$/;

/** Adds a flag behind a tool and its subcommand, as a word of its own or as an element of the exec form. */
export function addFlag(run: Run, { toolAt, subcommand, flagsAt }: PackageCall, flag: string): Edit | undefined {
  // Words of an escaped string all have the place of the whole string.
  if (subcommand && subcommand.at.end === toolAt.end) return undefined;
  const isElement = run.command.exec?.some(({ inner }) => inner.end === flagsAt);
  return insertAt(flagsAt, isElement ? `", "${flag}` : ` ${flag}`);
}

/** Runs one more command at the end of a RUN, if what stands there succeeds. */
export function appendCommand(dockerfile: Dockerfile, run: Run, command: string): Edit | undefined {
  const { form, script } = run.command;
  const last = script?.statements.at(-1);
  if (form === 'exec' || !script || !last || script.hasErrors || !isAppendable(script.commands)) return undefined;
  const separator =
    startsStrict(script.commands) && isInHeredoc(run, last)
      ? lineBreak(dockerfile, last)
      : separatorOf(dockerfile, run);
  return insertAt(last.end, `${separator}${command}`);
}

/** Runs one more command before another one, which runs if the first succeeds. */
export function prependCommand(
  dockerfile: Dockerfile,
  run: Run,
  before: ShellCommand,
  command: string,
): Edit | undefined {
  const isPlaced = before.args.every(({ at }) => at.start >= before.nameAt.end);
  if (run.command.form === 'exec' || !isPlaced) return undefined;
  return insertAt(before.at.start, `${command}${separatorOf(dockerfile, run)}`);
}

/**
 * Takes a command out of its `&&` chain, with the operator on one of its sides. Undefined where it is the only command,
 * or where what stands around it is more than a plain chain.
 */
export function removeCommand({ text }: Dockerfile, run: Run, command: ShellCommand): Edit | undefined {
  const commands = run.command.script?.commands ?? [];
  const index = commands.indexOf(command);
  if (command.context.length > 0 || command.pipeline) return undefined;
  const [before, behind] = [commands[index - 1], commands[index + 1]];
  if (before && isChained(text, before, command)) return { start: before.at.end, end: command.at.end, text: '' };
  if (!before && behind && isChained(text, command, behind))
    return { start: command.at.start, end: behind.at.start, text: '' };
  return undefined;
}

function isChained(text: string, before: ShellCommand, behind: ShellCommand): boolean {
  return PLAIN_SEPARATOR.test(text.slice(before.at.end, behind.at.start));
}

function isAppendable(commands: readonly ShellCommand[]): boolean {
  const last = commands.findLast(({ context }) => context.length === 0);
  const isHeredocInput = commands.some(({ redirects }) => redirects.some(({ operator }) => operator.startsWith('<<')));
  return (
    !isHeredocInput &&
    !last?.isBackground &&
    last?.name !== 'exit' &&
    !last?.wrappers.some(({ text }) => text === 'exec')
  );
}

/** `set -e` at the start: a line of its own does not hide a failure above it. */
function startsStrict(commands: readonly ShellCommand[]): boolean {
  return commands[0]?.name === 'set' && commands[0].args.some(({ text }) => /^-[a-z]*e/.test(text));
}

function isInHeredoc({ heredocs }: Run, place: Span): boolean {
  return heredocs.some(({ body }) => body.start <= place.start && place.end <= body.end);
}

function lineBreak({ text }: Dockerfile, { start }: Span): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  return `${text[lineStart - 2] === '\r' ? '\r\n' : '\n'}${indent}`;
}

/** What the RUN writes between its commands: ` && `, or the operator with its line break and indentation. */
function separatorOf({ text, escape }: Dockerfile, run: Run): string {
  const commands = run.command.script?.commands ?? [];
  const used = commands.slice(1).flatMap((command, index) => {
    const between = text.slice((commands[index] as ShellCommand).at.end, command.at.start);
    return PLAIN_SEPARATOR.test(between) ? [between] : [];
  });
  const broken = used.findLast((separator) => separator.includes('\n'));
  if (broken || used[0] || run.heredocs.length > 0) return broken ?? used[0] ?? ' && ';
  const last = run.command.script?.statements.at(-1);
  const indent = last && /\r?\n[ \t]*/.exec(text.slice(last.start, last.end))?.[0];
  return indent ? ` ${escape}${indent}&& ` : ' && ';
}
