import { expect, test } from 'vitest';
import { withBase } from '../../src/site/base-path.mjs';

test.each([
  ['/', '/rules/', '/rules/'],
  ['/x/', '/rules/', '/x/rules/'],
  ['/x', '/', '/x/'],
  ['/x/', '#top', '#top'],
  ['/x/', 'https://docs.docker.com/', 'https://docs.docker.com/'],
  ['/x/', '//docs.docker.com/', '//docs.docker.com/'],
])('below %s, %s is at %s', (base, address, expected) => {
  expect(withBase(base, address)).toBe(expected);
});
