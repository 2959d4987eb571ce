import { expect, test } from 'vitest';
import { lint } from '../../src/engine/lint.js';
import { findingAfter, type Step, sentencesOf } from '../../src/playground/finding-steps.js';

const text = 'FROM debian:trixie-slim\nRUN apt search a\nRUN apt search b\nUSER 1000:1000\nCMD ["id"]\n';
const { findings } = lint({ path: 'Dockerfile', text, today: '2026-11-24' });
const [first, second] = findings;
if (findings.length !== 2 || !first || !second) throw new Error('The check does not find apt twice');

const from = (cursor: number, step: Step, open = findings.find(({ at }) => at.start === cursor)) =>
  findingAfter(findings, { open, selection: { start: cursor, end: cursor }, step });

test('goes from finding to finding, and round the end of the file', () => {
  expect(from(first.at.start, 1)).toBe(second);
  expect(from(second.at.start, -1)).toBe(first);
  expect(from(second.at.start, 1)).toBe(first);
  expect(from(first.at.start, -1)).toBe(second);
});

test('begins at the cursor where the reader has left the open finding', () => {
  expect(from(0, 1, second)).toBe(first);
  expect(from(0, -1, first)).toBe(second);
  expect(from(text.length, 1, first)).toBe(first);
  expect(from(text.length, -1, first)).toBe(second);
});

test('a finding at the cursor that is not open comes first', () => {
  expect(findingAfter(findings, { open: undefined, selection: first.at, step: 1 })).toBe(first);
});

test('reaches each of several findings at one place', () => {
  const twin = { ...first, rule: 'twin' };
  const twins = [first, twin, second];
  expect(findingAfter(twins, { open: first, selection: first.at, step: 1 })).toBe(twin);
  expect(findingAfter(twins, { open: twin, selection: twin.at, step: 1 })).toBe(second);
});

test('goes nowhere where nothing was found', () => {
  expect(findingAfter([], { open: undefined, selection: { start: 0, end: 0 }, step: 1 })).toBeUndefined();
});

test('says what, why and what to do', () => {
  expect(sentencesOf(first, '')).toHaveLength(3);
  expect(sentencesOf(first, '')[0]).toContain('apt is made for a terminal');
  expect(sentencesOf(first, '`')[0]).toContain('`apt` is made for a terminal');
});
