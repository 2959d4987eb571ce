import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../src/config/configuration.js';
import { TABLES_DATE } from '../../src/data/date.js';
import { applyEdits } from '../../src/engine/apply-edits.js';
import { fixAll, isSafe } from '../../src/engine/fixes.js';
import { lint } from '../../src/engine/lint.js';
import { damaged, madeUp } from './dockerfiles.js';

const STRICT = { ...DEFAULT_CONFIGURATION, preset: 'strict' as const };

const sources = readdirSync('content', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('Dockerfile'))
  .map((name) => readFileSync(join('content', name), 'utf8'));

/** What holds for any text at all. */
function holds(text: string): void {
  const input = { text, today: TABLES_DATE };
  const { dockerfile, findings } = lint(input, STRICT);
  for (const { at } of [...findings, ...dockerfile.problems, ...dockerfile.instructions]) {
    expect(at.start).toBeGreaterThanOrEqual(0);
    expect(at.end).toBeGreaterThanOrEqual(at.start);
    expect(at.end).toBeLessThanOrEqual(text.length);
  }
  for (const { fixes } of findings)
    for (const { edits } of fixes) {
      for (const edit of edits) expect(edit.start <= edit.end && edit.end <= text.length).toBe(true);
      expect(applyEdits(text, edits)).not.toBe(text);
    }
  const fixed = fixAll(input, isSafe, STRICT);
  expect(lint({ ...input, text: fixed.text }, STRICT).dockerfile.problems.length).toBeLessThanOrEqual(
    dockerfile.problems.length,
  );
  expect(fixAll({ ...input, text: fixed.text }, isSafe, STRICT).applied).toBe(0);
}

describe('no text breaks the engine', () => {
  it('made up from parts', () => fc.assert(fc.property(madeUp, holds), { numRuns: 400 }), 60_000);
  it('real ones, damaged', () => fc.assert(fc.property(damaged(sources), holds), { numRuns: 400 }), 60_000);
  it.each([
    '',
    '\n',
    ' ',
    '\uFEFF',
    '#',
    '\\',
    'FROM',
    'FROM ',
    'RUN',
    '<<',
    '\0',
    'RUN <<EOF',
    '# escape=\\\n',
    'a'.repeat(100_000),
  ])('%j', holds);
});
