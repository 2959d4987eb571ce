/** The tables of base images: each value has a source and a day, no name stands twice, and dates are dates. */
import { describe, expect, test } from 'vitest';
import { FAMILIES, type Family } from '../../../src/data/base-images.js';
import { TABLES_DATE } from '../../../src/data/date.js';
import { DISTRIBUTIONS, TRACKED_TOOLS } from '../../../src/data/distributions.js';
import { IMAGE_SIZES, type ImageSize } from '../../../src/data/image-sizes.js';
import { CODENAMES, LIFECYCLES, type Lifecycle } from '../../../src/data/lifecycles.js';
import {
  DISTRIBUTION_SOURCES,
  FAMILY_SOURCES,
  IMAGE_SIZE_SOURCES,
  LIFECYCLE_SOURCES,
  type Source,
  TAG_DEFAULTS_SOURCE,
} from '../../../src/data/sources.js';
import { TAG_DEFAULTS } from '../../../src/data/tag-defaults.js';
import { parseImageName } from '../../../src/model/images/reference.js';
import { compareVersions, readTag } from '../../../src/model/images/tag.js';

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

/** What is wrong with a source and its day. */
function sourceProblems({ source, readOn }: Source): string[] {
  return [
    ...(source.trim().length < 8 ? ['no source'] : []),
    ...(!isDate(readOn) || readOn > TABLES_DATE ? [`not a day: ${readOn}`] : []),
  ];
}

function lifecycleProblems({ ends, extended }: Lifecycle): string[] {
  const dates = Object.values(ends).map((end) => (typeof end === 'string' ? [end] : [...end]));
  return [
    ...dates
      .flat()
      .filter((date) => !isDate(date))
      .map((date) => `not a date: ${date}`),
    ...dates
      .filter(([first = '', later]) => later !== undefined && later <= first)
      .map(([first]) => `${first} is not before its extension`),
    ...(dates.some((pair) => pair.length > 1) && !extended ? ['the extension has no name'] : []),
  ];
}

/** Entries must be in order of version, and each must name a release that readTag understands. */
function defaultsProblems(list: string, isAlpine: boolean): string[] {
  const entries = list.split(' ').map((entry) => entry.split('='));
  const unsorted = entries.filter(
    ([start = ''], index) => index > 0 && compareVersions(entries[index - 1]?.[0] ?? '', start) >= 0,
  );
  const unread = entries.filter(([, release = '']) =>
    isAlpine ? !/^3\.\d+$/.test(release) : readTag(release).release === undefined,
  );
  return [...unsorted, ...unread].map((entry) => entry.join('='));
}

const families = Object.entries<Family>(FAMILIES);
const repeated = (names: readonly string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);

describe('the checks see what is wrong', () => {
  test('dates', () => {
    expect(isDate('2026-02-29')).toBe(false);
    expect(sourceProblems({ source: '', readOn: '2026-1-1' })).toHaveLength(2);
    expect(sourceProblems({ source: 'from the future', readOn: '2099-01-01' })).toHaveLength(1);
  });
  test('lifecycles', () => {
    const bad: Lifecycle = {
      name: 'x',
      current: '1',
      ends: { '1': ['2026-05-01', '2025-05-01'] },
    };
    expect(lifecycleProblems(bad)).toHaveLength(2);
  });
  test('defaults', () => expect(defaultsProblems('2=trixie 1=nonsense', false)).toEqual(['1=nonsense', '1=nonsense']));
  test('repetitions', () => expect(repeated(['a', 'b', 'a'])).toEqual(['a']));
});

test.each(Object.entries<Lifecycle>(LIFECYCLES))('lifecycle of %s', (_, lifecycle) => {
  expect(lifecycleProblems(lifecycle)).toEqual([]);
});

test.each(Object.entries(TAG_DEFAULTS))('defaults of %s', (_, { plain, slim, alpine }) => {
  expect(defaultsProblems(plain, false)).toEqual([]);
  if (slim) expect(defaultsProblems(slim, false)).toEqual([]);
  if (alpine) expect(defaultsProblems(alpine, true)).toEqual([]);
});

test('sources and days', () => {
  const tables = [FAMILY_SOURCES, DISTRIBUTION_SOURCES, LIFECYCLE_SOURCES, IMAGE_SIZE_SOURCES];
  const sources: readonly Source[] = [TAG_DEFAULTS_SOURCE, ...tables.flatMap((table) => Object.values(table))];
  expect(sources.flatMap(sourceProblems)).toEqual([]);
});

test('no repository is in two families, and no codename means two releases', () => {
  const named = families.flatMap(([name, { repositories = [name] }]) =>
    repositories instanceof RegExp ? [] : repositories,
  );
  expect(repeated(named)).toEqual([]);
  expect(repeated(Object.values(CODENAMES).flatMap((releases) => Object.keys(releases)))).toEqual([]);
  expect(repeated(TRACKED_TOOLS)).toEqual([]);
});

test('every measured size has a valid reference and a plausible number', () => {
  for (const [reference, { compressed, unpacked }] of Object.entries<ImageSize>(IMAGE_SIZES)) {
    expect(typeof parseImageName(reference)).toBe('object');
    if (compressed !== undefined && unpacked !== undefined) expect(unpacked).toBeGreaterThan(compressed);
  }
});

test('families name distributions that are described', () => {
  const named = families.flatMap(([, { distribution, when }]) => [
    distribution,
    ...Object.values(when ?? {}).map((part) => part.distribution),
  ]);
  expect(named.filter((name) => name !== undefined && !Object.hasOwn(DISTRIBUTIONS, name))).toEqual([]);
});
