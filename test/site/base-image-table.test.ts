import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { baseImageRow } from '../../src/site/base-image-table.js';

const guide = readFileSync('content/docs/guides/distroless.mdx', 'utf8');
const table = guide.match(/<BaseImageTable\s+images=\{\[(?<list>[^\]]*)\]\}/)?.groups?.list ?? '';
const references = [...table.matchAll(/'([^']+)'/g)].map(([, reference = '']) => reference);

describe('the table of base images in the guide', () => {
  it('has images', () => expect(references.length).toBeGreaterThan(10));

  it.each(references)('knows each cell of %s', (reference) => {
    expect(Object.values(baseImageRow(reference))).not.toContain('not known');
  });

  it('refuses an image that the tables do not have', () => {
    expect(() => baseImageRow('example.com/nobody/knows:1')).toThrow('example.com/nobody/knows:1');
  });

  it('names bash beside another shell', () => {
    expect(baseImageRow('debian:trixie-slim')).toMatchObject({
      compressed: '29.8',
      shell: 'dash, bash',
      certificates: 'no',
    });
  });
});
