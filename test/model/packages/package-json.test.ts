import { describe, expect, test } from 'vitest';
import {
  developmentToolsOf,
  onlyPackageJson,
  type PackageJson,
  readPackageJson,
} from '../../../src/model/packages/index.js';

const json = readPackageJson(
  JSON.stringify({
    scripts: {
      build: 'tsc -p . && npm run assets',
      assets: 'cross-env NODE_ENV=production vite build',
      copy: 'cp -r src dist',
      prelint: 'tsc --noEmit',
      lint: 'loop',
      loop: 'npm run loop',
    },
    dependencies: { vite: '^8.0.0' },
    devDependencies: { typescript: '^5.9.0', 'cross-env': '^10.0.0', tsup: '^8.0.0' },
  }),
) as PackageJson;

describe('development tools of a script', () => {
  test.each<[string, string[] | undefined]>([
    ['build', ['tsc of typescript']],
    ['assets', []],
    ['copy', []],
    ['lint', ['tsc of typescript']],
    ['loop', []],
    ['tsup', ['tsup of tsup']],
    ['missing', undefined],
  ])('%s', (script, expected) => {
    const tools = developmentToolsOf(json, script)?.map((tool) => `${tool.program} of ${tool.package}`);
    expect(tools).toEqual(expected);
  });
});

test.each(['', '{', '[]', 'null', '"a"'])('%s is no package.json', (text) => {
  expect(readPackageJson(text)).toBeUndefined();
});

test('fields of other types are left out', () => {
  const read = readPackageJson('{"scripts":{"a":1},"dependencies":[]}');
  expect(read?.scripts).toEqual({});
  expect(read?.dependencies.size).toBe(0);
});

describe('the only package.json of a build context', () => {
  const file = (path: string) => ({ path, bytes: 20, text: '{"scripts":{"a":"b"}}' });
  test.each<[string, string[], boolean]>([
    ['one', ['package.json', 'index.js'], true],
    ['in a folder', ['app/package.json'], true],
    ['beside those of installed packages', ['package.json', 'node_modules/x/package.json'], true],
    ['more than one', ['package.json', 'packages/a/package.json'], false],
    ['none', ['index.js'], false],
  ])('%s', (_, paths, isThere) => {
    const found = onlyPackageJson({ text: '', today: '2026-11-24', context: paths.map(file) });
    expect(found?.scripts).toEqual(isThere ? { a: 'b' } : undefined);
  });
});
