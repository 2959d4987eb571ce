import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TABLES_DATE } from '../../src/data/date.js';
import { applyEdits } from '../../src/engine/apply-edits.js';
import { combineFixes, fixAll, isSafe } from '../../src/engine/fixes.js';
import { lint } from '../../src/engine/lint.js';
import type { Fix } from '../../src/rules/rule.js';

const fix = (start: number, end: number, text: string): Fix => ({
  title: `${start}`,
  safety: 'safe',
  edits: [{ start, end, text }],
});

describe('applyEdits', () => {
  it('puts each edit in its place, whatever their order', () => {
    expect(
      applyEdits('abcdef', [
        { start: 4, end: 5, text: '' },
        { start: 0, end: 1, text: 'xy' },
      ]),
    ).toBe('xybcdf');
    expect(applyEdits('abc', [{ start: 3, end: 3, text: 'd' }])).toBe('abcd');
  });
});

describe('combineFixes', () => {
  it('never applies two edits that overlap', () => {
    const edits = fc.record({ start: fc.nat(20), length: fc.nat(4), text: fc.string({ maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(edits), (list) => {
        const {
          edits: taken,
          applied,
          skipped,
        } = combineFixes(list.map(({ start, length, text }) => fix(start, start + length, text)));
        expect(applied.length + skipped.length).toBe(list.length);
        for (const [index, edit] of taken.entries()) {
          const next = taken[index + 1];
          if (next) expect(edit.end <= next.start && edit.start < next.start).toBe(true);
        }
      }),
    );
  });

  it('shares an edit that two fixes both make', () => {
    const { edits, applied } = combineFixes([fix(1, 2, 'x'), fix(1, 2, 'x')]);
    expect([edits.length, applied.length]).toEqual([1, 2]);
  });
});

describe('fixAll', () => {
  const input = (text: string) => ({ text, today: TABLES_DATE });
  it('applies what is safe and leaves the rest', () => {
    const text = 'FROM debian\nMAINTAINER Jo\nRUN apt update\n';
    const fixed = fixAll(input(text), isSafe);
    expect(fixed.text).toContain('LABEL org.opencontainers.image.authors="Jo"');
    expect(fixed.text).toContain('RUN apt-get update');
    expect(fixed.text).toContain('FROM debian\n');
    expect(
      lint(input(fixed.text)).findings.filter((finding) => finding.fixes.some(({ safety }) => safety === 'safe')),
    ).toEqual([]);
    expect(fixAll(input(fixed.text), isSafe)).toEqual({ text: fixed.text, applied: 0 });
  });

  it('can be told which rule', () => {
    const fixed = fixAll(
      input('FROM debian\nMAINTAINER Jo\nRUN apt update\n'),
      ({ rule }) => rule === 'maintainer-deprecated',
    );
    expect(fixed.text).toContain('RUN apt update');
    expect(fixed.applied).toBe(1);
  });
});
