import { labelInvalid } from '../../src/rules/label-invalid.js';
import { testRule } from '../support/rule-table.js';

const asking = (labels: Record<string, string>) => ({ configuration: { labels } });

testRule(labelInvalid, {
  finds: [
    { source: 'FROM a\nLABEL «Maintainer»=me', variant: 'key', severity: 'style', noFix: true },
    { source: 'FROM a\nLABEL «com.docker.x»=1 b=2', variant: 'key' },
    { source: 'FROM a\nLABEL «a..b»=1 «a--b»=2 «a$»=3'.replace(' «a$»=3', ' «1a»=3'), variant: 'key' },
    { source: 'FROM a\nLABEL «a.»=1 «a@b»=2', variant: 'key' },
    { source: 'FROM «a»\nUSER 1', variant: 'schema', ...asking({ 'org.a': 'text' }) },
    { source: 'FROM a\nLABEL «org.a=""»', variant: 'schema', ...asking({ 'org.a': 'text' }) },
    { source: 'FROM a\nLABEL «u=example.com»', variant: 'schema', ...asking({ u: 'url' }) },
    { source: 'FROM a\nLABEL «t=2026-12-01»', variant: 'schema', ...asking({ t: 'rfc3339' }) },
    { source: 'FROM a\nLABEL «l="MIT or so"»', variant: 'schema', ...asking({ l: 'spdx' }) },
    { source: 'FROM a\nLABEL «h=main»', variant: 'schema', ...asking({ h: 'hash' }) },
    { source: 'FROM a\nLABEL «v=1.0»', variant: 'schema', ...asking({ v: 'semver' }) },
    { source: 'FROM a\nLABEL «m=me»', variant: 'schema', ...asking({ m: 'email' }) },
  ],
  silent: [
    'FROM a\nLABEL org.opencontainers.image.title=x maintainer=me a_b/c-d=1',
    { source: 'FROM a\nARG K=A\nLABEL $K=1', title: 'a variable' },
    { source: 'FROM a AS b\nLABEL A=1\nFROM a', title: 'not in the final image' },
    { source: 'FROM a\nLABEL l="MIT OR Apache-2.0"', ...asking({ l: 'spdx' }) },
    { source: 'FROM a\nLABEL l="(MIT AND GPL-2.0-only)"', ...asking({ l: 'spdx' }) },
    { source: 'FROM a\nLABEL u=https://example.com/x', ...asking({ u: 'url' }) },
    { source: 'FROM a\nLABEL t=2026-12-01T12:00:00Z', ...asking({ t: 'rfc3339' }) },
    { source: 'FROM a\nLABEL h=0123abc', ...asking({ h: 'hash' }) },
    { source: 'FROM a\nLABEL v=1.0.0-rc.1', ...asking({ v: 'semver' }) },
    { source: 'FROM a\nLABEL m=me@example.com', ...asking({ m: 'email' }) },
    { source: 'FROM a\nARG V\nLABEL v=$V', ...asking({ v: 'semver' }), title: 'not known before the build' },
    { source: 'FROM a AS b\nLABEL v=1.0.0\nFROM b', ...asking({ v: 'semver' }), title: 'the stage below has it' },
  ],
});
