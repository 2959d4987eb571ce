import { expect, test } from 'vitest';
import { isInSection, pathFromRoot } from '../../src/site/navigation.js';

test.each([
  ['/rules/', '/', '/rules/'],
  ['/x/rules/', '/x/', '/rules/'],
  ['/x/rules/', '/x', '/rules/'],
  ['/xy/', '/x', '/xy/'],
])('%s below %s is %s', (path, base, expected) => {
  expect(pathFromRoot(path, base)).toBe(expected);
});

test('a section holds its pages', () => {
  expect(isInSection('/rules/image-not-pinned/', '/rules/')).toBe(true);
  expect(isInSection('/guides/', '/rules/')).toBe(false);
});
