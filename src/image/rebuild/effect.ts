/** What a change touches directly: files of the context, build arguments, images, instructions. */
import type { Dockerfile, ImageName, Instruction, Span } from '../../model/index.js';
import { overlaps, parseImageName } from '../../model/index.js';
import { cleanPath } from '../path-pattern.js';
import type { Change } from './change.js';

export interface Effect {
  /** Files of the context with another content. */
  readonly files: readonly string[];
  readonly argument: string | undefined;
  /** An image that is another one now, as `imageKey` gives it. */
  readonly image: string | undefined;
  /** The instruction whose text changes, a trigger's ONBUILD included. */
  readonly instruction: Instruction | undefined;
  /** The line that changes. */
  readonly line: Span | undefined;
}

export function effectOf(dockerfile: Dockerfile, change: Change): Effect {
  const none: Effect = { files: [], argument: undefined, image: undefined, instruction: undefined, line: undefined };
  switch (change.kind) {
    case 'file':
      return { ...none, files: [cleanPath(change.path)] };
    case 'dockerignore':
      return { ...none, files: ['.dockerignore'] };
    case 'argument':
      return { ...none, argument: change.name };
    case 'base':
      return { ...none, image: imageKey(change.image ?? dockerfile.target?.baseReference?.name ?? '') };
    case 'line':
      return { ...none, ...lineEffect(dockerfile, change.line) };
    case 'fresh':
      return none;
  }
}

/** The Dockerfile is a file of the context, where it lies in it. */
function lineEffect(dockerfile: Dockerfile, line: number): Partial<Effect> {
  const { lines, input } = dockerfile;
  if (line > lines.count) return {};
  const start = lines.startOf(line);
  const at = { start, end: Math.max(lines.startOf(line + 1), start + 1) };
  return { files: placeInContext(input), line: at, instruction: instructionAt(dockerfile, at) };
}

function placeInContext({ path = 'Dockerfile', context }: Dockerfile['input']): string[] {
  const whole = cleanPath(path);
  const name = whole.slice(whole.lastIndexOf('/') + 1);
  if (!context) return [name];
  return [whole, name].filter((one) => context.some((file) => cleanPath(file.path) === one)).slice(0, 1);
}

/** The instruction of which a line is a part; not of a comment or a blank between its lines. */
function instructionAt({ instructions }: Dockerfile, line: Span): Instruction | undefined {
  let low = 0;
  let high = instructions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instructions[middle]?.at.start ?? 0) < line.end) low = middle + 1;
    else high = middle;
  }
  const found = instructions[low - 1];
  if (!found || !overlaps(found.at, line)) return undefined;
  return [...found.commentsInside.map(({ at }) => at), ...found.blankContinuations].some((part) => isOn(part, line))
    ? undefined
    : found;
}

function isOn({ start }: Span, line: Span): boolean {
  return line.start <= start && start < line.end;
}

/** Two references with the same key name the same image: `node`, `docker.io/library/node:latest`. */
export function imageKey(reference: string | ImageName): string {
  const name = typeof reference === 'string' ? parseImageName(reference) : reference;
  if (typeof name === 'string') return String(reference);
  const { registry, repository, tag = 'latest', digest } = name;
  return `${registry}/${repository}${digest ? `@${digest}` : `:${tag}`}`;
}
