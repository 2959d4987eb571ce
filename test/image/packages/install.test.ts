/** The prediction of a call: which bytes it counts. How true they are, test/experiments/apt says. */
import { describe, expect, test } from 'vitest';
import { type InstallPrediction, predictAptInstall, type UnknownInstall } from '../../../src/image/packages/index.js';
import { small } from './small-table.js';

type Query = Parameters<typeof predictAptInstall>[0];

const query = (names: string, more: Partial<Query> = {}): Query => ({
  table: small,
  installed: small.base,
  slim: true,
  names: names.split(' '),
  recommends: false,
  ...more,
});

function known(prediction: InstallPrediction | UnknownInstall): InstallPrediction {
  if ('unknown' in prediction) throw new Error(prediction.unknown);
  return prediction;
}

/** The middle of the predicted range, in blocks of 512 bytes. */
function blocks(names: string, more?: Partial<Query>): number {
  const { unpacked } = known(predictAptInstall(query(names, more)));
  return (unpacked.min + unpacked.max) / 2 / 512;
}

test('packages in the order of their choice, and ranges that hold them', () => {
  const { packages, unpacked, compressed } = known(predictAptInstall(query('curl')));
  expect(packages).toEqual(['curl', 'libcurl', 'ssl']);
  expect(unpacked.max).toBeGreaterThan(unpacked.min);
  expect(unpacked.min).toBeGreaterThan(350 * 512);
  expect(compressed.max).toBeLessThan(unpacked.min);
});

test('what is there already adds nothing', () => {
  expect(known(predictAptInstall(query('mawk')))).toEqual({
    packages: [],
    unpacked: { min: 0, max: 0 },
    compressed: { min: 0, max: 0 },
  });
});

describe('what counts', () => {
  test('documentation, but not in a slim image', () => {
    expect(blocks('curl', { slim: false }) - blocks('curl')).toBeCloseTo(20, 1);
  });
  test('debconf is written anew as a whole as soon as one package asks it', () => {
    // Its own three blocks, less one, and the 19 of the base, twice, with the answers.
    expect(blocks('certificates') - blocks('ssl')).toBeGreaterThan(2 * 21);
  });
  test('bytecode needs Python', () => {
    const installed = new Set([...small.base, 'python3-minimal']);
    expect(blocks('module', { installed }) - blocks('module')).toBeGreaterThan(70);
  });
  test('the more is installed, the larger is the database that is written again', () => {
    const installed = new Set([...small.base, 'ssl', 'gnutls', 'exim']);
    expect(blocks('gawk', { installed })).toBeGreaterThan(blocks('gawk'));
  });
});

describe('unknown', () => {
  test('a package of which there is no table', () => {
    expect(predictAptInstall(query('ssl google-chrome'))).toEqual({
      unknown: 'no table has the size of google-chrome',
      missing: ['google-chrome'],
    });
  });
  test('a package that the release does not have', () => {
    expect(predictAptInstall(query('python'))).toEqual({
      unknown: 'Debian 13 has no package python',
      missing: ['python'],
    });
  });
});
