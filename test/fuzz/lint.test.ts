import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../src/config/configuration.js';
import { TABLES_DATE } from '../../src/data/date.js';
import { checkPromises } from '../real-files/promises.js';
import { contentDockerfiles } from '../support/content-dockerfiles.js';
import { damaged, madeUp } from './dockerfiles.js';

const STRICT = { ...DEFAULT_CONFIGURATION, preset: 'strict' as const };

const sources = contentDockerfiles();

function holds(text: string): void {
  expect(checkPromises({ text, today: TABLES_DATE }, STRICT).broken).toEqual([]);
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
