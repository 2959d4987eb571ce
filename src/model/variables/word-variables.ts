/** The variables that the builder replaces in an instruction: in its words, its flags and its heredocs. */
import type { Dockerfile } from '../dockerfile.js';
import type { Instruction } from '../instruction.js';
import type { Span } from '../span.js';
import { parseWord, type VariableUse, type Word } from '../syntax/word.js';

/** A variable that is read, and the place of its name: `TAG` in `${TAG:-latest}`. */
export interface NameUse {
  readonly name: string;
  readonly at: Span;
  /** With `$` and braces. */
  readonly whole: Span;
  /** What stands behind the name: `:-`, `+`, … */
  readonly operator: string | undefined;
}

/** What the builder reads in an instruction. In RUN, CMD and ENTRYPOINT it leaves the command to the shell. */
export function builderUses(dockerfile: Dockerfile, instruction: Instruction): NameUse[] {
  const uses = wordsOf(instruction).flatMap((word) => word.variables.flatMap((use) => namesIn(dockerfile, use)));
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return uses;
  const bodies = instruction.heredocs.filter(({ isQuoted }) => !isQuoted);
  return [...uses, ...bodies.flatMap(({ body }) => usesInText(dockerfile, body))];
}

function wordsOf(instruction: Instruction): readonly Word[] {
  const flags = instruction.flags.flatMap(({ value }) => value ?? []);
  switch (instruction.keyword) {
    case 'FROM':
      return [...flags, ...(instruction.image ? [instruction.image] : [])];
    case 'RUN':
      return instruction.mounts.flatMap(({ keys }) => [...keys].flatMap(([key, word]) => (key === 'from' ? [] : word)));
    case 'COPY':
    case 'ADD':
      return [...flags, ...instruction.sources, ...(instruction.destination ? [instruction.destination] : [])];
    case 'ENV':
    case 'LABEL':
    case 'ARG':
      return instruction.pairs.flatMap(({ key, value }) => (value ? [key, value] : [key]));
    case 'USER':
    case 'WORKDIR':
    case 'STOPSIGNAL':
      return instruction.word ? [instruction.word] : [];
    case 'EXPOSE':
      return instruction.ports;
    case 'VOLUME':
      return instruction.paths;
    default:
      return [];
  }
}

/** The name of a use, and the names inside its operand: both of `${A:-$B}`. Left out where a line break stands inside. */
function namesIn(dockerfile: Dockerfile, use: VariableUse): NameUse[] {
  const { start, end } = use.at;
  const written = dockerfile.text.slice(start, end);
  const nameStart = start + (written.startsWith('${') ? 2 : 1);
  const at = { start: nameStart, end: nameStart + use.name.length };
  if (dockerfile.text.slice(at.start, at.end) !== use.name) return [];
  const own = /^[A-Za-z_]/.test(use.name) ? [{ name: use.name, at, whole: use.at, operator: use.operator }] : [];
  const operandStart = end - 1 - (use.operand?.length ?? 0);
  if (!use.operand?.includes('$') || dockerfile.text.slice(operandStart, end - 1) !== use.operand) return own;
  const operand = parseWord(use.operand, operandStart, dockerfile.escape);
  return [...own, ...operand.variables.flatMap((inner) => namesIn(dockerfile, inner))];
}

/** Enough for any `${…}` that somebody writes. */
const LONGEST_USE = 1000;

/** In the body of a heredoc, where quotes mean nothing. */
function usesInText(dockerfile: Dockerfile, { start, end }: Span): NameUse[] {
  const uses: NameUse[] = [];
  const body = dockerfile.text.slice(start, end);
  for (let at = body.indexOf('$'); at !== -1; at = body.indexOf('$', at + 1)) {
    const [candidate] = /^\$(?:[A-Za-z_]\w*|\{[^\n]*)/.exec(body.slice(at, at + LONGEST_USE)) ?? [];
    if (!candidate || isEscaped(body, at)) continue;
    const [use] = parseWord(candidate, start + at, '\\').variables;
    if (use?.at.start === start + at) uses.push(...namesIn(dockerfile, use));
  }
  return uses;
}

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before--;
  return (at - before) % 2 === 1;
}
