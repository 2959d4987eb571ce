import { expect, test } from 'vitest';
import {
  contentSecurityPolicy,
  findInlineScripts,
  withContentSecurityPolicy,
} from '../../src/site/integrations/content-security-policy.mjs';

test('finds the scripts that run, and no others', () => {
  const html =
    '<script>a()</script><script type="module" src="/x.js"></script><script type="application/ld+json">{}</script><script type="module">b()</script>';
  expect(findInlineScripts(html)).toEqual(['a()', 'b()']);
});

test('a hash is that of the text, as the CSP specification has it', () => {
  expect(contentSecurityPolicy(["alert('Hello, world.');"])).toContain(
    "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='",
  );
});

test('the policy stands before the first script', () => {
  const page = withContentSecurityPolicy('<head><meta charset="utf-8"/><script>a()</script></head>');
  expect(page.indexOf('content-security-policy')).toBeLessThan(page.indexOf('<script>'));
  expect(page).not.toContain("'unsafe-eval'");
});
