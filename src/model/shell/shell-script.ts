/** The scripts of a Dockerfile as a linter of shell scripts wants them, and what it says of them. */
import type { Dockerfile } from '../dockerfile.js';
import type { Instruction } from '../instruction.js';
import type { Span } from '../span.js';
import { readShellVariables } from './variables.js';

/** The shells that ShellCheck knows. `sh` where it is not known which program `/bin/sh` is. */
export type ShellDialect = 'sh' | 'dash' | 'busybox' | 'bash' | 'ksh';

export interface ShellScript {
  /** The same for scripts of which a linter says the same. */
  readonly key: string;
  readonly dialect: ShellDialect;
  /** As long as its place in the file. */
  readonly text: string;
  /** Variables that the Dockerfile sets and the script reads. */
  readonly variables: readonly string[];
  readonly at: Span;
}

export interface ShellNote extends Span {
  /** `SC2086`. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info' | 'style';
  readonly message: string;
  /** A repair, in offsets of the script as the note's own place; undefined where there is none. */
  readonly edits: readonly (Span & { readonly text: string })[] | undefined;
}

/** What was said of scripts, by their keys; places are offsets of the script. */
export type ShellNotes = Readonly<Record<string, readonly ShellNote[]>>;

const DIALECTS: Readonly<Record<string, ShellDialect>> = {
  sh: 'sh',
  dash: 'dash',
  ash: 'busybox',
  bash: 'bash',
  ksh: 'ksh',
};

/** The scripts of every RUN in shell form, in order, those of ONBUILD included. */
export function shellScriptsOf({ instructions }: Dockerfile): readonly ShellScript[] {
  return instructions.flatMap((instruction) => scriptOf(triggerOrSelf(instruction)) ?? []);
}

function triggerOrSelf(instruction: Instruction): Instruction {
  return instruction.keyword === 'ONBUILD' && instruction.trigger ? instruction.trigger : instruction;
}

function scriptOf(run: Instruction): ShellScript | undefined {
  if (run.keyword !== 'RUN' || run.command.script?.text === undefined) return undefined;
  const { text, at, program } = run.command.script;
  const dialect = DIALECTS[program ?? run.scope.shell.program ?? 'sh'];
  if (!dialect) return undefined;
  const names = new Set(readShellVariables(text, 0).reads.map(({ name }) => name));
  const variables = [...names].filter((name) => run.scope.variable(name)).sort();
  return { key: JSON.stringify([dialect, variables, text]), dialect, text, variables, at };
}
