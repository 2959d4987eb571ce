import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/index.js';
import { loadTables, NO_TABLES, type Tables } from '../../src/image/index.js';
import { parseDockerfile } from '../../src/model/index.js';
import { plainText } from '../../src/model/text.js';
import { damaged, madeUp } from '../fuzz/dockerfiles.js';
import { plainExplanation } from './plain.js';

const examples = readdirSync('content/examples', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('Dockerfile'))
  .map((name) => [name, readFileSync(join('content/examples', name), 'utf8')] as const);

/** Each instruction has words, in the order of the file, and none of them is a slip of the program. */
function check(text: string, tables: Tables): void {
  const dockerfile = parseDockerfile({ text, today: '2026-11-24' });
  const explanation = explain(dockerfile, tables);
  const instructions = explanation.stages.flatMap((stage) => stage.instructions);
  expect(instructions).toHaveLength(dockerfile.instructions.length);
  for (const { does } of instructions) {
    expect(does.length).toBeGreaterThan(0);
    for (const sentence of does) expect(plainText(sentence)).toMatch(/^[A-Z`][\s\S]*[.!?…]$/);
  }
  expect(structuredClone(explanation)).toEqual(explanation);
}

describe('every example', () => {
  it.each(examples)('%s', async (_, text) => {
    const dockerfile = parseDockerfile({ text, today: '2026-11-24' });
    const tables = await loadTables(dockerfile);
    check(text, tables);
    expect(plainExplanation(explain(dockerfile, tables))).not.toMatch(/undefined|null|NaN|\[object/);
  });
});

describe('no text breaks it', () => {
  const texts = examples.map(([, text]) => text);
  it(
    'made up from parts',
    () =>
      fc.assert(
        fc.property(madeUp, (text) => check(text, NO_TABLES)),
        { numRuns: 300 },
      ),
    60_000,
  );
  it(
    'real ones, damaged',
    () =>
      fc.assert(
        fc.property(damaged(texts), (text) => check(text, NO_TABLES)),
        { numRuns: 300 },
      ),
    60_000,
  );
  it.each(['', '#', 'FROM', 'RUN', '\0', 'RUN <<EOF', 'ONBUILD', 'COPY', 'FROM a AS a\nFROM a'])('%j', (text) =>
    check(text, NO_TABLES),
  );
});
