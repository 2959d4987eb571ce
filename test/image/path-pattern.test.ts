import { describe, expect, test } from 'vitest';
import { ignoreList, matchesSource, readIgnoreFile } from '../../src/image/path-pattern.js';

/** Verdicts of moby/patternmatcher, which BuildKit uses. */
const IGNORED: readonly [pattern: string, path: string, isIgnored: boolean][] = [
  ['**', 'file', true],
  ['**/', 'dir/file', true],
  ['**/**', 'dir/file', true],
  ['dir/**', 'dir/dir2/file', true],
  ['**/dir', 'dir', true],
  ['**/dir', 'dir/file', true],
  ['**/dir2/*', 'dir/dir2/file', true],
  ['**file', 'dir/file', true],
  ['**/file', 'dir/dir/file', true],
  ['**/file*.txt', 'dir/dir/file.txt', true],
  ['**/**/*.txt', 'file.txt', true],
  ['**/**/*.txt2', 'dir/dir/file.txt', false],
  ['a**/*.txt', 'a/dir/dir/file.txt', true],
  ['a/*.txt', 'a/dir/file.txt', false],
  ['a/*.txt**', 'a/file.txt', true],
  ['a[b-d]e', 'ae', false],
  ['a[b-d]e', 'ace', true],
  ['a[^b-d]e', 'aze', true],
  ['.*', '.foo', true],
  ['.*', 'foo', false],
  ['abc.def', 'abcZdef', false],
  ['abc?def', 'abcZdef', true],
  ['abc?def', 'abcdef', false],
  ['**/foo/bar', 'dir/dir2/foo/bar', true],
  ['abc/**', 'abc', false],
  ['abc/**', 'abc/def/ghi', true],
  ['**/.foo', 'bar.foo', false],
  ['a(b)c/def', 'a(b)c/def', true],
  ['a.|)$(}+{bc', 'a.|)$(}+{bc', true],
  ['dist/*.whl', 'dist/proxy.py-2.4.0rc3.dev36+g08acad9-py3-none-any.whl', true],
  ['a\\*b', 'a*b', true],
  ['a\\*b', 'axb', false],
  ['/docs/', 'docs/a', true],
  ['./docs', 'docs', true],
  ['Docs', 'docs', false],
  ['[', '[', false],
];

test.each(IGNORED)('%s ignores %s: %s', (pattern, path, isIgnored) => {
  expect(ignoreList([pattern]).ignores(path)).toBe(isIgnored);
});

describe('a list', () => {
  test.each([
    [['**', '!util/web'], 'util/web/foo', false],
    [['**', '!util/web', 'util/web/foo'], 'util/web/foo', true],
    [['docs', '!docs/README.md'], 'docs/README.md', false],
    [['docs', '!docs/README.md'], 'docs/other.md', true],
    [['!file.go', '*.go'], 'file.go', true],
  ])('%j and %s: %s', (patterns, path, isIgnored) => {
    expect(ignoreList(patterns).ignores(path)).toBe(isIgnored);
  });

  test('a file has comments, blank lines, a byte order mark and blanks around patterns', () => {
    const list = readIgnoreFile('\uFEFFnode_modules\r\n# dist\n\n  *.log  \n! keep.log\n');
    expect(['node_modules/a', 'dist', 'x.log', 'keep.log'].map((path) => list.ignores(path))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

test.each([
  ['package*.json', 'package-lock.json', true],
  ['package*.json', 'a/package.json', false],
  ['src/*.js', 'src/app.js', true],
  ['**/*.js', 'app.js', false],
  ['**/*.js', 'a/app.js', true],
  ['**/*.js', 'a/b/app.js', false],
  ['hom?.txt', 'home.txt', true],
])('the source %s takes %s: %s', (pattern, path, takes) => {
  expect(matchesSource(pattern, path)).toBe(takes);
});
