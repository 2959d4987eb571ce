/** Asking about a Dockerfile at a marked place. */
import { TABLES_DATE } from '../../src/data/date.js';
import { applyEdits } from '../../src/engine/apply-edits.js';
import { type BuildInput, type Dockerfile, parseDockerfile, type Span } from '../../src/model/index.js';
import type { Edit } from '../../src/rules/rule.js';
import { readMarked } from '../support/marked.js';

export function parse(text: string, input: Partial<BuildInput> = {}): Dockerfile {
  return parseDockerfile({ today: TABLES_DATE, ...input, text });
}

/** A source with the cursor written as `|`. */
export function atCursor(source: string, input: Partial<BuildInput> = {}): { dockerfile: Dockerfile; offset: number } {
  const offset = source.indexOf('|');
  if (offset === -1) throw new Error(`No cursor in ${source}`);
  return { dockerfile: parse(source.slice(0, offset) + source.slice(offset + 1), input), offset };
}

/** A source with places marked, the cursor in the first. */
export function marked(source: string): { dockerfile: Dockerfile; spans: readonly Span[]; offset: number } {
  const { text, spans } = readMarked(source);
  return { dockerfile: parse(text), spans, offset: spans[0]?.start ?? 0 };
}

export function edited(dockerfile: Dockerfile, edits: readonly Edit[]): string {
  return applyEdits(dockerfile.text, edits);
}
