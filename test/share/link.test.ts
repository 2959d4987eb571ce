import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../src/config/configuration.js';
import { decodeShare, encodeShare } from '../../src/share/link.js';

const state = (text: string) => ({ text, configuration: DEFAULT_CONFIGURATION });

describe('share links', () => {
  it('bring back what went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        expect(await decodeShare(await encodeShare(state(text)))).toEqual(state(text));
      }),
      { numRuns: 50 },
    );
  });

  it('carry the configuration', async () => {
    const shared = {
      text: 'FROM a',
      configuration: { ...DEFAULT_CONFIGURATION, preset: 'strict' as const, rules: { DL3006: 'off' as const } },
    };
    expect(await decodeShare(await encodeShare(shared))).toEqual(shared);
  });

  it('are fit for an address', async () => {
    expect(await encodeShare(state('FROM node:26\n'.repeat(50)))).toMatch(/^#1\.[\w-]+$/);
  });

  it('a link of format 1 stays readable for ever', async () => {
    const link =
      '#1.FcmxCoMwFEDRXwl3DiIKDm-tOFUE174OohEqJUqSTpJ_LxkP52ZDGOZpNP7cnDSd-sfYm5dSrFijLNURlbd6LCtycwUXXUKIKXzWhCX8vi6W6p9tXXcI576Tc_4D';
    expect(await decodeShare(link)).toEqual({
      text: 'FROM node:26\nCMD ["node", "a.js"]\n',
      configuration: { ...DEFAULT_CONFIGURATION, preset: 'strict', rules: { DL3006: 'off' } },
    });
  });

  it('that are cut off or damaged say so', async () => {
    const link = await encodeShare(state('FROM node:26\nRUN something long enough to be cut\n'));
    expect(await decodeShare(link.slice(0, -8))).toBe('damaged');
    expect(await decodeShare(`${link.slice(0, 12)}AAAA${link.slice(16)}`)).toBe('damaged');
    expect(await decodeShare('#1.')).toBe('damaged');
    expect(await decodeShare('#1.%%%')).toBe('damaged');
    expect(await decodeShare('#2.abc')).toBe('unknown-version');
  });

  it('that unpack to too much are refused', async () => {
    expect(await decodeShare(await encodeShare(state('a'.repeat(3 * 1024 * 1024))))).toBe('too-large');
  });

  it('are not taken for the anchor of a heading', async () => {
    expect(await decodeShare('')).toBeUndefined();
    expect(await decodeShare('#findings')).toBeUndefined();
  });
});
