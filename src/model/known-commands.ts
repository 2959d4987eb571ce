/**
 * The commands of a file, for another version of it: one that stands at the same place with the same words is not read
 * again. A finding's price is the difference between two versions, so most commands are known.
 */
import type { Dockerfile } from './dockerfile.js';
import type { CommandLine, Instruction } from './instruction.js';
import type { ShellInForce } from './scope.js';
import type { Span } from './span.js';

interface Known {
  readonly text: string;
  readonly isPosix: boolean;
  readonly command: CommandLine;
}

export class KnownCommands {
  private readonly byPlace = new Map<number, Known>();

  constructor({ text, instructions }: Dockerfile) {
    for (const { at, scope, command } of instructions.flatMap(withCommand))
      this.byPlace.set(at.start, { text: text.slice(at.start, at.end), isPosix: scope.shell.isPosix, command });
  }

  /** The command of an instruction that stands at this place of a text, if it was there before. */
  find(text: string, { start, end }: Span, shell: ShellInForce): CommandLine | undefined {
    const known = this.byPlace.get(start);
    const isSame = known?.isPosix === shell.isPosix && known.text === text.slice(start, end);
    return isSame ? known.command : undefined;
  }
}

function withCommand(
  instruction: Instruction,
): (Pick<Instruction, 'at' | 'scope'> & Omit<Known, 'text' | 'isPosix'>)[] {
  const hasCommand =
    instruction.keyword === 'RUN' || instruction.keyword === 'CMD' || instruction.keyword === 'ENTRYPOINT';
  return hasCommand ? [instruction] : [];
}
