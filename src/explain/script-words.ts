/** The commands of a shell script, one phrase for each command or pipe. */
import { isShellName, ownCommands, type Script, type ShellCommand } from '../model/index.js';
import { code, type Text, text } from '../model/text.js';
import { commandPhrase } from './command-words.js';
import { counted, sentence } from './words.js';

/** As many commands as a reader wants to read of one RUN. */
const MOST_COMMANDS = 40;

/** A command in its own words. */
type Written = (command: ShellCommand) => string;

/** Sentences, one for each command that the script runs. */
export function scriptSentences(script: Script, written: Written): Text[] {
  const commands = script.commands.filter(isTold);
  const heads = commands.filter((command) => !isInPipe(command));
  const sentences = heads.slice(0, MOST_COMMANDS).map((command) => sentence(statement(command, written)));
  const rest = heads.length - sentences.length;
  return rest > 0 ? [...sentences, [`${counted(rest, 'more command')} follow.`]] : sentences;
}

/** What a substitution runs belongs to the words of another command; `sh -c` is told by what it runs. */
function isTold({ context, name, args }: ShellCommand): boolean {
  if (context.includes('substitution')) return false;
  return !(isShellName(name) && args.some(({ text: word }) => /^-[a-z]*c[a-z]*$/.test(word)));
}

/** Behind the first command of a pipe, which tells of all. */
function isInPipe(command: ShellCommand): boolean {
  return command.pipeline !== undefined && command.pipeline.commands[0] !== command;
}

function statement(command: ShellCommand, written: Written): Text {
  const members = command.pipeline?.commands ?? [command];
  const phrases = members.map((member, index) => commandPhrase(member, written(member), index > 0));
  const phrase = phrases.flatMap((one, index): Text => (index === 0 ? one : text`, and passes that on: ${one}`));
  return [...circumstance(command), ...phrase, ...forgiveness(command)];
}

/** When a command runs, where that depends on something. */
function circumstance({ context, precededBy, isBackground }: ShellCommand): Text {
  if (context.includes('function')) return ['in a function of the script: '];
  if (context.includes('condition')) return ['to decide what comes next: '];
  if (context.includes('loop')) return ['in a loop: '];
  if (context.includes('branch')) return ['depending on what was decided: '];
  if (precededBy === '||') return ['if that fails: '];
  return isBackground ? ['in the background: '] : [];
}

function forgiveness({ isNegated }: ShellCommand): Text {
  return isNegated ? [', and takes its failure for success'] : [];
}

/** The variables of the Dockerfile that the script reads and does not set itself. */
export function variablesIn(script: Script): string[] {
  const own = new Set(script.commands.flatMap(({ assignments }) => assignments.map(({ name }) => name)));
  const names = ownCommands(script.commands).flatMap(({ args, redirects, assignments }) =>
    [
      ...args,
      ...redirects.flatMap(({ target }) => target ?? []),
      ...assignments.flatMap(({ value }) => value ?? []),
    ].flatMap(({ variables }) => variables.map(({ name }) => name)),
  );
  return [...new Set(names)].filter((name) => !own.has(name));
}

/** The interpreter of a heredoc whose commands can't be seen. */
export function interpreterPhrase(program: string, lines: number): Text {
  return text`runs the heredoc (${counted(lines, 'line')}) with ${code(program)}`;
}
