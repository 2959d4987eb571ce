import { describe, expect, test } from 'vitest';
import { isNewer, satisfies } from '../../../src/image/languages/npm-range.js';

describe('a range allows', () => {
  test.each([
    ['1.2.3', '*'],
    ['1.2.3', ''],
    ['1.2.3', 'x'],
    ['1.9.0', '^1.2.3'],
    ['0.2.9', '^0.2.3'],
    ['0.0.3', '^0.0.3'],
    ['1.2.9', '~1.2.3'],
    ['1.9.9', '~1'],
    ['1.2.9', '1.2'],
    ['1.2.9', '1.2.x'],
    ['1.9.9', '1'],
    ['1.2.3', '=1.2.3'],
    ['1.2.3', 'v1.2.3'],
    ['2.0.0', '>=1.2'],
    ['2.0.0', '>1'],
    ['1.9.9', '>=1 <2'],
    ['1.9.9', '>= 1.0.0 < 2.0.0'],
    ['1.4.9', '1.0 - 1.4'],
    ['3.1.0', '^1 || ^3.0.0'],
    ['2.0.0-rc.1', '^2.0.0-beta.1'],
    ['1.2.3', 'latest'],
  ])('%s by %s', (version, range) => expect(satisfies(version, range)).toBe(true));
});

describe('a range does not allow', () => {
  test.each([
    ['2.0.0', '^1.2.3'],
    ['1.2.2', '^1.2.3'],
    ['0.3.0', '^0.2.3'],
    ['0.0.4', '^0.0.3'],
    ['1.3.0', '~1.2.3'],
    ['1.9.9', '>1'],
    ['2.0.0', '>=1 <2'],
    ['2.0.0', '<2'],
    ['1.5.0', '1.0 - 1.4'],
    ['2.0.0', '^1 || ^3.0.0'],
    ['2.0.0-rc.1', '>=1'],
  ])('%s by %s', (version, range) => expect(satisfies(version, range)).toBe(false));
});

test.each([
  ['1.10.0', '1.9.0', true],
  ['1.9.0', '1.9.0', false],
  ['2.0.0', '2.0.0-rc.1', true],
  ['2.0.0-rc.1', '1.9.9', true],
])('%s is newer than %s: %s', (one, other, expected) => expect(isNewer(one, other)).toBe(expected));
