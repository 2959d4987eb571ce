import { describe, expect, test } from 'vitest';
import { treeOf } from '../../../src/image/languages/npm-tree.js';
import { npmTable } from './small-tables.js';

const table = npmTable(
  [
    ['a', '1.0.0', 'debug@2', ''],
    ['b', '1.0.0', 'debug@4', ''],
    ['c', '1.0.0', 'debug@4', ''],
    ['debug', '2.6.9', 'ms@2.0', ''],
    ['debug', '4.4.1', 'ms@2.1', ''],
    ['ms', '2.0.0', '', ''],
    ['ms', '2.1.3', '', ''],
    ['plugin', '1.0.0', '', 'host'],
    ['host', '2.0.0', '', ''],
    ['native', '1.0.0', 'native-gnu native-musl', ''],
    ['native-gnu', '1.0.0', '', ''],
    ['native-musl', '1.0.0', '', ''],
    ['loop', '1.0.0', 'loop-back', ''],
    ['loop-back', '1.0.0', 'loop', ''],
    ['holey', '1.0.0', 'nowhere@3', ''],
  ],
  { libraries: { glibc: ['native-gnu'], musl: ['native-musl'] } },
);

function placed(names: readonly string[], more: Partial<Parameters<typeof treeOf>[0]> = {}): string {
  const needs = names.map((name) => ({ name, range: '*' }));
  const { placed: all } = treeOf({ table, needs, library: 'glibc', isGlobal: false, withPeers: true, ...more });
  return all
    .map(({ name, version }) => `${name}@${version}`)
    .sort()
    .join(' ');
}

describe('a package', () => {
  test('that two need in one version is there once', () => {
    expect(placed(['b', 'c'])).toBe('b@1.0.0 c@1.0.0 debug@4.4.1 ms@2.1.3');
  });

  test('that stands in the way of another version is joined by it below', () => {
    expect(placed(['a', 'b'])).toBe('a@1.0.0 b@1.0.0 debug@2.6.9 debug@4.4.1 ms@2.0.0 ms@2.1.3');
  });

  test('that is in the way for two is there twice', () => {
    expect(placed(['a', 'b', 'c'])).toBe(
      'a@1.0.0 b@1.0.0 c@1.0.0 debug@2.6.9 debug@4.4.1 debug@4.4.1 ms@2.0.0 ms@2.1.3 ms@2.1.3',
    );
  });

  test('brings its peers', () => expect(placed(['plugin'])).toBe('host@2.0.0 plugin@1.0.0'));

  test('brings no peers where npm is told not to', () =>
    expect(placed(['plugin'], { withPeers: false })).toBe('plugin@1.0.0'));

  test.each([
    ['glibc', 'native-gnu@1.0.0 native@1.0.0'],
    ['musl', 'native-musl@1.0.0 native@1.0.0'],
  ] as const)('brings what is for %s', (library, expected) => expect(placed(['native'], { library })).toBe(expected));

  test('that needs itself ends', () => expect(placed(['loop'])).toBe('loop-back@1.0.0 loop@1.0.0'));
});

test('programs for everybody share nothing', () => {
  expect(placed(['b', 'c'], { isGlobal: true })).toBe('b@1.0.0 c@1.0.0 debug@4.4.1 debug@4.4.1 ms@2.1.3 ms@2.1.3');
});

test('what the table does not have is missing', () => {
  const needs = [{ name: 'holey', range: '*' }];
  expect(treeOf({ table, needs, library: 'glibc', isGlobal: false, withPeers: true }).missing).toEqual([
    { name: 'nowhere', range: '3' },
  ]);
});
