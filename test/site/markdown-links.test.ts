import { expect, test } from 'vitest';
import { markdownLinks } from '../../src/site/integrations/markdown-links.mjs';

function visited(tagName: string, properties: Record<string, string>) {
  const node = { tagName, properties: { ...properties } };
  markdownLinks('/x/').element.visit(node, {
    setProperty: (of: typeof node, name: string, value: string) => {
      of.properties[name] = value;
    },
  });
  return node.properties;
}

test('addresses written from the root get the base path, and others stay', () => {
  expect(visited('a', { href: '/guides/bloat/' })).toEqual({ href: '/x/guides/bloat/' });
  expect(visited('img', { src: '/favicon.svg' })).toEqual({ src: '/x/favicon.svg' });
  expect(visited('a', { href: 'https://docs.docker.com/' })).toEqual({ href: 'https://docs.docker.com/' });
  expect(visited('a', {})).toEqual({});
});
