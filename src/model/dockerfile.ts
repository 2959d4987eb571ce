/**
 * The model: what a Dockerfile says. `parseDockerfile` reads the file from top to bottom once: the stage in which an
 * instruction stands, and what is in scope there, are known when the instruction is read.
 */
import type { BuildInput } from './build-input.js';
import type { ImageReference } from './images/reference.js';
import type { Arg, Instruction } from './instruction.js';
import { KnownInstructions } from './known-instructions.js';
import type { Problem } from './problems.js';
import { Lines } from './span.js';
import type { Stage } from './stage.js';
import { StageBuilder } from './stage-builder.js';
import type { Directive } from './syntax/directives.js';
import { type Comment, readFile } from './syntax/reader.js';

export interface Dockerfile {
  readonly input: BuildInput;
  readonly text: string;
  readonly lines: Lines;
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  /** Every full-line comment that is no directive, in order. */
  readonly comments: readonly Comment[];
  /** In order; ONBUILD triggers hang below their ONBUILD. */
  readonly instructions: readonly Instruction[];
  /** ARG before the first FROM. */
  readonly globalArguments: readonly Arg[];
  readonly stages: readonly Stage[];
  /** The stage that is built: that of the input's target, or the last. */
  readonly target: Stage | undefined;
  /** Images named in FROM, COPY --from and RUN --mount, with the stage that names them. */
  readonly imageReferences: readonly (ImageReference & { readonly stage: Stage })[];
  /** What BuildKit refuses to build. */
  readonly problems: readonly Problem[];
  /** What was read, for `parseVersion`. */
  readonly known: KnownInstructions;
}

/** BuildKit's scanner gives up on a longer line. Bytes. */
const LONGEST_LINE = 65_535;

/** Reads a Dockerfile. Never throws; what is wrong is in `problems`, and the rest is read all the same. */
export function parseDockerfile(input: BuildInput): Dockerfile {
  return read(input, undefined);
}

/**
 * Reads the same build input with another text, and of that only what is new. What both versions have keeps the places
 * that it has in the first one (see `fileText`): for predictions, not for findings.
 */
export function parseVersion({ input, known }: Dockerfile, text: string): Dockerfile {
  return read({ ...input, text }, known);
}

function read(input: BuildInput, before: KnownInstructions | undefined): Dockerfile {
  const { text } = input;
  const file = readFile(text);
  const { escape } = file;
  const known = before?.escape === escape ? before : new KnownInstructions(input, escape);
  const isVersion = known === before;
  const problems: Problem[] = [...file.problems];
  const instructions: Instruction[] = [];
  const builder = new StageBuilder(input, problems, known.outside, isVersion);
  for (const [index, line] of file.lines.entries()) {
    const isFrom = /^FROM(?=[ \t\0]|$)/i.test(line.joined);
    const isGlobalArgument = !builder.hasStage && /^ARG(?=[ \t\0]|$)/i.test(line.joined);
    if (isFrom) builder.leaveStage();
    else if (!isGlobalArgument && !builder.hasStage) builder.openImplicitStage();
    const surroundings = builder.surroundings(isFrom ? [] : line.commentsAbove);
    const around = { text, escape, index, problems, ...surroundings };
    const instruction = isVersion ? known.find(line, around) : undefined;
    instructions.push(builder.add(instruction ?? known.read(line, around)));
  }
  const graph = builder.finish();
  if (instructions.length === 0)
    problems.push({
      variant: 'syntax',
      reason: text.trim() === '' ? 'empty-file' : 'no-instruction',
      at: { start: 0, end: text.length },
    });
  const lines = new Lines(text);
  problems.push(...longLines(text));
  return {
    input,
    text,
    lines,
    escape,
    directives: file.directives,
    comments: file.comments,
    instructions,
    ...graph,
    problems: problems.sort((one, other) => one.at.start - other.at.start),
    known,
  };
}

function longLines(text: string): Problem[] {
  const problems: Problem[] = [];
  const encoder = new TextEncoder();
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    // A UTF-16 unit has three bytes at most.
    const isLong = end - start > LONGEST_LINE / 3 && encoder.encode(text.slice(start, end)).length > LONGEST_LINE;
    if (isLong) problems.push({ variant: 'syntax', reason: 'line-too-long', at: { start, end } });
  }
  return problems;
}
