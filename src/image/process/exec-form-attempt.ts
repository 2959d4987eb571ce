/** Whether somebody meant an exec form that is none: Docker then gives the text to a shell, which finds no such command. */
import type { CommandLine, Instruction } from '../../model/index.js';

/**
 * `['node', 'x']`, `["node" "x"]`: an array that is no JSON, and no test of the shell. A `[` with a blank behind it is a
 * test too: `[ -f x ] && app`, and `[ "$A" ]` alone in a RUN.
 */
export function isExecFormAttempt(command: CommandLine, keyword: Instruction['keyword'], source: string): boolean {
  const written = source.slice(command.at.start, command.at.end);
  if (command.form === 'exec' || !written.startsWith('[') || written.startsWith('[[')) return false;
  const [first, ...more] = command.script?.commands ?? [];
  if (!first) return /^\[\s*["']/.test(written);
  if (first.name !== '[') return true;
  const isOneString = keyword !== 'RUN' && first.args.length === 2 && first.args[0]?.isQuoted === true;
  return more.length === 0 && (isOneString || first.args.some(({ raw }) => raw.endsWith(',')));
}
