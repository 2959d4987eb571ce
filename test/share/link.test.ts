import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIGURATION } from '../../src/config/configuration.js';
import { decodeShare, encodeShare } from '../../src/share/link.js';
import { type Workspace, workspaceOf } from '../../src/share/workspace.js';

const state = (text: string) => workspaceOf(text);

/** Any value, packed as a link of format 2. */
async function fragmentOf(value: unknown): Promise<string> {
  const stream = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return `#2.${Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url')}`;
}

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
      ...state('FROM a'),
      configuration: { ...DEFAULT_CONFIGURATION, preset: 'strict' as const, rules: { DL3006: 'off' as const } },
    };
    expect(await decodeShare(await encodeShare(shared))).toEqual(shared);
  });

  it('carry several Dockerfiles, all that is known of the build, and what was looked at', async () => {
    const workspace: Workspace = {
      dockerfiles: [
        { path: 'Dockerfile', text: 'FROM a' },
        { path: 'web/Dockerfile.dev', text: 'FROM b' },
      ],
      shown: 1,
      build: {
        dockerignore: '',
        context: [
          { path: 'a.js', bytes: 12 },
          { path: 'start.sh', bytes: 3, text: 'ls\n' },
        ],
        target: 'dev',
        buildArguments: { VERSION: '1' },
        platform: 'linux/arm64',
      },
      configuration: DEFAULT_CONFIGURATION,
    };
    const shared = { ...workspace, name: 'Shop', view: { panel: 'image', line: 3 } };
    expect(await decodeShare(await encodeShare(shared))).toEqual(shared);
  });

  it('a link of format 2 stays readable for ever', async () => {
    const link =
      '#2.HcfBCoJAEIDhV1n-87DgHjrMNegWhrdQDxsOsmJjkFggvnvQd_t2BpRLU1-DL4NpOnV-rm_3EEPsHKGgxLGs_3zRtiXH6Y1Uqe-FFeVjD4QN3XlltxmlPPNoCHNxQ9Nx_AA';
    expect(await decodeShare(link)).toEqual({
      ...state('FROM node:26\nCOPY . .\n'),
      build: { dockerignore: '.git\n', context: [{ path: 'a.js', bytes: 12 }], target: 'web' },
      view: { panel: 'image', line: 2 },
    });
  });

  it('carry a configuration by itself', async () => {
    const profile = { ...DEFAULT_CONFIGURATION, preset: 'strict' as const, trustedRegistries: ['example.org'] };
    expect(await decodeShare(await encodeShare({ profile }))).toEqual({ profile });
    expect(await decodeShare(await encodeShare({ profile: DEFAULT_CONFIGURATION }))).toEqual({
      profile: DEFAULT_CONFIGURATION,
    });
  });

  it('leave out what is of another kind', async () => {
    const odd = {
      d: 'FROM a',
      s: 7,
      x: [
        ['a', -1],
        ['b', 2],
      ],
      t: 5,
      a: 1,
      n: {},
      v: { panel: 1, line: 0 },
    };
    expect(await decodeShare(await fragmentOf(odd))).toEqual({
      ...state('FROM a'),
      build: { context: [{ path: 'b', bytes: 2 }] },
      view: {},
    });
    expect(await decodeShare(await fragmentOf({ d: [] }))).toBe('damaged');
    expect(await decodeShare(await fragmentOf({ d: 3 }))).toBe('damaged');
    expect(await decodeShare(await fragmentOf({ d: 'FROM a', x: [null] }))).toBe('damaged');
  });

  it('are fit for an address', async () => {
    expect(await encodeShare(state('FROM node:26\n'.repeat(50)))).toMatch(/^#2\.[\w-]+$/);
  });

  it('a link of format 1 stays readable for ever', async () => {
    const link =
      '#1.FcmxCoMwFEDRXwl3DiIKDm-tOFUE174OohEqJUqSTpJ_LxkP52ZDGOZpNP7cnDSd-sfYm5dSrFijLNURlbd6LCtycwUXXUKIKXzWhCX8vi6W6p9tXXcI576Tc_4D';
    expect(await decodeShare(link)).toEqual({
      ...state('FROM node:26\nCMD ["node", "a.js"]\n'),
      configuration: { ...DEFAULT_CONFIGURATION, preset: 'strict', rules: { DL3006: 'off' } },
    });
  });

  it('that are cut off or damaged say so', async () => {
    const link = await encodeShare(state('FROM node:26\nRUN something long enough to be cut\n'));
    expect(await decodeShare(link.slice(0, -8))).toBe('damaged');
    expect(await decodeShare(`${link.slice(0, 12)}AAAA${link.slice(16)}`)).toBe('damaged');
    expect(await decodeShare('#1.')).toBe('damaged');
    expect(await decodeShare('#1.%%%')).toBe('damaged');
    expect(await decodeShare('#3.abc')).toBe('unknown-version');
  });

  it('that unpack to too much are refused', async () => {
    expect(await decodeShare(await encodeShare(state('a'.repeat(3 * 1024 * 1024))))).toBe('too-large');
  });

  it('are not taken for the anchor of a heading', async () => {
    expect(await decodeShare('')).toBeUndefined();
    expect(await decodeShare('#findings')).toBeUndefined();
  });
});
