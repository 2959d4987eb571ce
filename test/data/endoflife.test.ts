/** The script that refreshes the ends of support, on a product in the form that endoflife.date writes it. */
import { describe, expect, test } from 'vitest';
import { compareLifecycle, readProduct, replaceEnds } from '../../scripts/refresh/endoflife.js';
import type { Lifecycle } from '../../src/data/lifecycles.js';

const PRODUCT = `---
title: Tool
releases:
  - releaseCycle: "4"
    eol: false
  - releaseCycle: "3"
    eol: 2028-08-09
    eoes: 2030-06-30
  - releaseCycle: "2"
    eol: 2026-07-11
    eoes: false
  - releaseCycle: 1.5
    eol: 2024-08-14
  - releaseCycle: "1"
    eol: 2020-01-01
---

# Tool
`;
const table = (change: Partial<Lifecycle>): Lifecycle => ({ name: 'Tool', current: '3', ends: {}, ...change });

test('releases and their days', () => {
  expect(readProduct(PRODUCT).slice(0, 4)).toEqual([
    { release: '4', end: undefined, extended: undefined },
    { release: '3', end: '2028-08-09', extended: '2030-06-30' },
    { release: '2', end: '2026-07-11', extended: undefined },
    { release: '1.5', end: '2024-08-14', extended: undefined },
  ]);
});

test('a file of another form is refused', () => {
  expect(() => readProduct('404: Not Found')).toThrow('no front matter');
  expect(() => readProduct('---\ntitle: Tool\n---\n')).toThrow('no releases');
});

describe('compared with the table', () => {
  const releases = readProduct(PRODUCT);

  test('a release with a changed day, and one that is new', () => {
    const { ends, changes, absent } = compareLifecycle(
      table({ ends: { '2': '2026-06-30', '1.5': '2024-08-14' } }),
      releases,
    );
    expect(ends).toEqual([
      ['3', '2028-08-09'],
      ['2', '2026-07-11'],
      ['1.5', '2024-08-14'],
    ]);
    expect(changes).toEqual(['3: no date becomes 2028-08-09', '2: 2026-06-30 becomes 2026-07-11']);
    expect(absent).toEqual([]);
  });
  test('a second day where the product has one', () => {
    const { ends, changes } = compareLifecycle(
      table({ extended: 'LTS', ends: { '3': ['2028-08-09', '2030-06-30'] } }),
      releases,
    );
    expect(ends).toEqual([['3', ['2028-08-09', '2030-06-30']]]);
    expect(changes).toEqual([]);
  });
  test('a release that the file does not have stays', () => {
    const { ends, absent } = compareLifecycle(table({ ends: { '2': '2026-07-11', '2.0.1': '2025-01-01' } }), releases);
    expect(absent).toEqual(['2.0.1']);
    expect(ends.at(-1)).toEqual(['2.0.1', '2025-01-01']);
  });
  test('3 is 3.0 where the table has it so', () => {
    const { ends, changes } = compareLifecycle(table({ ends: { '3.0': '2028-08-09' } }), releases);
    expect(ends).toEqual([['3.0', '2028-08-09']]);
    expect(changes).toEqual([]);
  });
});

test('the dates of one product are replaced', () => {
  const text =
    "{\n  a: {\n    ends: { '1': '2020-01-01' },\n  },\n  b: {\n    ends: {\n      '1': '2020-01-01',\n    },\n  },\n}";
  const replaced = replaceEnds(text, 'b', [
    ['2', '2026-01-01'],
    ['1', ['2020-01-01', '2021-01-01']],
  ]);
  expect(replaced).toContain("'2': '2026-01-01',\n      '1': ['2020-01-01', '2021-01-01'],");
  expect(replaced).toContain("a: {\n    ends: { '1': '2020-01-01' }");
  expect(() => replaceEnds(text, 'c', [])).toThrow('no table for c');
});
