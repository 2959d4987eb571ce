/** The cases: one folder each, with a Dockerfile and, where it copies, a `case.yaml` that says what lies beside it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface LayersCase {
  readonly name: string;
  readonly dockerfile: string;
  /** Files of the build context: a text, or so many bytes that can hardly be compressed. */
  readonly context: Readonly<Record<string, string | number>>;
  readonly dockerignore: string | undefined;
  /** What an install stored beside what is predicted: a newer version of a package that was there. Bytes of its files. */
  readonly updated: { readonly line: number; readonly bytes: number; readonly why: string } | undefined;
}

export const CASES = 'test/experiments/layers/cases';

export function readCases(): LayersCase[] {
  return readdirSync(CASES).sort().map(readCase);
}

function readCase(name: string): LayersCase {
  const file = join(CASES, name, 'case.yaml');
  const settings = (existsSync(file) ? parse(readFileSync(file, 'utf8')) : {}) as Partial<LayersCase>;
  const dockerfile = readFileSync(join(CASES, name, 'Dockerfile'), 'utf8');
  const { context = {}, dockerignore, updated } = settings;
  return { name, dockerfile, context, dockerignore, updated };
}

/** The files that lie in the folder of a build, by path. */
export function filesOf({ dockerfile, context, dockerignore }: LayersCase): Readonly<Record<string, Buffer>> {
  const files: Record<string, Buffer> = { Dockerfile: Buffer.from(dockerfile) };
  if (dockerignore !== undefined) files['.dockerignore'] = Buffer.from(dockerignore);
  for (const [path, content] of Object.entries(context))
    files[path] = typeof content === 'string' ? Buffer.from(content) : noise(content);
  return files;
}

/** Bytes that look random and are the same each time (a linear congruential generator). */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = length;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}
