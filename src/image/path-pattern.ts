/**
 * Patterns for paths, as BuildKit reads them. Two kinds: those of `.dockerignore` and `--exclude`
 * (moby/patternmatcher@main, read on 2026-11-24), where `**` crosses folders and a match of a folder holds for all in
 * it; and those of COPY sources (Go's filepath.Match), where nothing crosses a slash. @balena/dockerignore 1.0.2 was
 * tried: it ignores case and fails on parentheses and plus signs, so this is ours, with BuildKit's cases as tests.
 */

interface IgnorePattern {
  readonly isException: boolean;
  readonly matches: (path: string) => boolean;
}

/** What a list of ignore patterns says of paths. */
export interface IgnoreList {
  /** Whether a path, relative to the context and without a leading slash, is left out. */
  ignores(path: string): boolean;
}

/** Reads the text of a `.dockerignore`. A pattern that BuildKit refuses matches nothing. */
export function readIgnoreFile(text: string): IgnoreList {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return ignoreList(lines.filter((line) => !line.startsWith('#')));
}

/** A list of patterns, the last match wins; `!` in front takes paths back in. */
export function ignoreList(patterns: readonly string[]): IgnoreList {
  const compiled = patterns.flatMap((line) => {
    const trimmed = line.trim();
    const isException = trimmed.startsWith('!');
    const pattern = cleanPath(isException ? trimmed.slice(1).trim() : trimmed);
    return pattern === '' ? [] : [{ isException, matches: matcherOf(pattern) }];
  });
  return { ignores: (path) => isIgnoredBy(compiled, path) };
}

function isIgnoredBy(patterns: readonly IgnorePattern[], path: string): boolean {
  let isIgnored = false;
  const folders = foldersOf(path);
  for (const { isException, matches } of patterns)
    if (isException === isIgnored && (matches(path) || folders.some(matches))) isIgnored = !isException;
  return isIgnored;
}

/** `a` and `a/b` for `a/b/c`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** As Go's filepath.Clean does for a path below the context: without `.`, `..`, doubled and leading slashes. */
export function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function matcherOf(pattern: string): IgnorePattern['matches'] {
  const begins = pattern.startsWith('**') ? pattern.slice(2) : undefined;
  // `**name` is any path that ends in the name, not only one that has it between slashes.
  if (begins !== undefined && !/[*?[\]\\]/.test(begins))
    return (path) => path.endsWith(begins) || `/${path}` === begins;
  const expression = toExpression(pattern, '(?:.*/)?');
  return (path) => expression?.test(path) ?? false;
}

/** Whether a path is what a source of COPY means; `*` and `?` do not cross slashes. */
export function matchesSource(pattern: string, path: string): boolean {
  return toExpression(pattern, undefined)?.test(path) ?? false;
}

/** Whether a source has a wildcard. */
export function hasWildcard(source: string): boolean {
  return /[*?[]/.test(source);
}

const TOKEN = /\*\*\/?|\*|\?|\\.|\[\^?[^\]]*\]|./gsu;

/** `anyFolders` stands for `**`; without it a second star is no more than the first. */
function toExpression(pattern: string, anyFolders: string | undefined): RegExp | undefined {
  let expression = '';
  for (const { 0: token, index } of pattern.matchAll(TOKEN)) {
    const isAtEnd = index + token.length === pattern.length;
    expression += token.startsWith('**') && anyFolders ? (isAtEnd ? '.*' : anyFolders) : expressionOf(token);
  }
  try {
    return new RegExp(`^${expression}$`, 'u');
  } catch {
    return undefined;
  }
}

function expressionOf(token: string): string {
  if (token.startsWith('*')) return `[^/]*${token.endsWith('/') ? '/' : ''}`;
  if (token === '?') return '[^/]';
  // A bracket that is never closed is no pattern.
  if (token.startsWith('[')) return token;
  return token.replace(/^\\(?=.)/u, '').replace(/[.+?^${}()|[\]\\*/]/g, '\\$&');
}
