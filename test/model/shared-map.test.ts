import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SharedMap } from '../../src/model/index.js';

it('is a map of which every version stays as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ maxLength: 2 }), fc.nat())), (entries) => {
      const versions = [{ shared: SharedMap.empty<number>(), plain: new Map<string, number>() }];
      for (const [key, value] of entries) {
        const { shared, plain } = versions.at(-1) as (typeof versions)[number];
        versions.push({ shared: shared.with(key, value), plain: new Map(plain).set(key, value) });
      }
      for (const { shared, plain } of versions)
        for (const [key] of entries)
          expect([shared.has(key), shared.get(key)]).toEqual([plain.has(key), plain.get(key)]);
    }),
  );
});
