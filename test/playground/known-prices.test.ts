import { expect, test } from 'vitest';
import { lint } from '../../src/engine/lint.js';
import { knownPrices } from '../../src/playground/known-prices.js';

const findingsOf = (text: string) => lint({ path: 'Dockerfile', text, today: '2026-11-24' }).findings;

const before = findingsOf('FROM debian:trixie-slim\nRUN apt search a\nRUN apt search b\n');
const apt = before.filter(({ rule }) => rule === 'apt-instead-of-apt-get');
const prices = before.map((_, index) => ({ unpackedBytes: index }));

test('findings of the same check have the prices that came for them', () => {
  expect(apt.length).toBe(2);
  const known = knownPrices(before, { findings: before, prices });
  expect(before.map((finding) => known.get(finding))).toEqual(prices);
});

test('after an edit above them, findings keep the prices of their predecessors', () => {
  const after = findingsOf('# more\nFROM debian:trixie-slim\nRUN apt search a\nRUN apt search b\n');
  const known = knownPrices(after, { findings: before, prices });
  expect(after.map((finding) => known.get(finding))).toEqual(prices);
});

test('no price is known of a finding that was not there', () => {
  const after = findingsOf('FROM debian:trixie-slim\nMAINTAINER Jo\n');
  const maintainer = after.find(({ rule }) => rule === 'maintainer-deprecated');
  if (!maintainer) throw new Error('The check does not find MAINTAINER');
  expect(knownPrices(after, { findings: before, prices }).has(maintainer)).toBe(false);
});

test('a finding without a price has none, which is not the same as unknown', () => {
  const known = knownPrices(before, { findings: before, prices: before.map(() => null) });
  expect(before.map((finding) => known.get(finding))).toEqual(before.map(() => null));
});
