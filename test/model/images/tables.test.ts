/** The tables of base images: each value has a source and a day, no name stands twice, and dates are dates. */
import { describe, expect, test } from 'vitest';
import { FAMILIES, type Family } from '../../../src/data/base-images.js';
import { TABLES_DATE } from '../../../src/data/date.js';
import { DISTRIBUTIONS, TRACKED_TOOLS } from '../../../src/data/distributions.js';
import { IMAGE_SIZES, type ImageSize, type MeasuredReference } from '../../../src/data/image-sizes.js';
import { CODENAMES, LIFECYCLES, type Lifecycle } from '../../../src/data/lifecycles.js';
import {
  DISTRIBUTION_SOURCES,
  FAMILY_SOURCES,
  IMAGE_SIZE_SOURCES,
  LIFECYCLE_SOURCES,
  type SizeSource,
  type Source,
  TAG_DEFAULTS_SOURCE,
} from '../../../src/data/sources.js';
import { TAG_DEFAULTS } from '../../../src/data/tag-defaults.js';
import { knowBaseImage } from '../../../src/model/images/knowledge.js';
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

/** From busybox to a development kit with a compiler. */
const PLAUSIBLE = { smallest: 500_000, largest: 5_000_000_000, mostCompression: 5 };

/** What is wrong with a size and with what its source says of it. */
function sizeProblems({ compressed, unpacked, built }: ImageSize, source: SizeSource): string[] {
  const bytes = [compressed, unpacked].filter((size) => size !== undefined);
  const days = [built, source.unpacked?.built].filter((day) => day !== undefined);
  return [
    ...sourceProblems(source),
    ...(bytes.length === 0 ? ['no size'] : []),
    ...bytes
      .filter((size) => !(size >= PLAUSIBLE.smallest && size <= PLAUSIBLE.largest))
      .map((size) => `not plausible: ${size}`),
    ...(compressed !== undefined && unpacked !== undefined ? ratioProblems(unpacked / compressed) : []),
    ...((unpacked === undefined) === (source.unpacked === undefined) ? [] : ['unpacked size and its source disagree']),
    ...days.filter((day) => !isDate(day) || day > source.readOn).map((day) => `not a day before it was read: ${day}`),
    ...(source.unpacked?.built !== undefined && source.unpacked.built === built ? ['one day, told twice'] : []),
  ];
}

const ratioProblems = (ratio: number): string[] =>
  ratio > 1 && ratio < PLAUSIBLE.mostCompression ? [] : [`unpacked is ${ratio.toFixed(1)} times compressed`];

/** A row that its own reference does not find would never be used. */
function rowProblems(reference: string): string[] {
  const name = parseImageName(reference);
  if (typeof name === 'string') return [`${reference}: ${name}`];
  const measuredAs = knowBaseImage(name)?.measuredAs;
  return measuredAs === reference ? [] : [`${reference} is found as ${measuredAs}`];
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
  test('sizes', () => {
    const read: SizeSource = { source: 'somewhere else', readOn: '2026-11-24' };
    expect(sizeProblems({}, read)).toEqual(['no size']);
    expect(sizeProblems({ compressed: 88 }, read)).toHaveLength(1);
    expect(sizeProblems({ compressed: 5_000_000, unpacked: 4_000_000 }, read)).toHaveLength(2);
    expect(sizeProblems({ compressed: 5_000_000, built: '2026-12-01' }, read)).toHaveLength(1);
    const other = { ...read, unpacked: { source: 'another', built: '2026-05-01' } };
    expect(sizeProblems({ unpacked: 5_000_000, built: '2026-05-01' }, other)).toHaveLength(1);
    expect(sizeProblems({ compressed: 5_000_000 }, { source: '', readOn: '' })).toHaveLength(2);
  });
  test('rows', () => {
    expect(rowProblems('node:26-trixie-slim')).toEqual(['node:26-trixie-slim is found as node:26-slim']);
    expect(rowProblems('example.com/team/service:1')).toHaveLength(1);
    expect(rowProblems('Node')).toHaveLength(1);
  });
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

test.each(Object.entries(IMAGE_SIZES) as [MeasuredReference, ImageSize][])('size of %s', (reference, size) => {
  expect(rowProblems(reference)).toEqual([]);
  expect(sizeProblems(size, IMAGE_SIZE_SOURCES[reference])).toEqual([]);
});

test('families name distributions that are described', () => {
  const named = families.flatMap(([, { distribution, when }]) => [
    distribution,
    ...Object.values(when ?? {}).map((part) => part.distribution),
  ]);
  expect(named.filter((name) => name !== undefined && !Object.hasOwn(DISTRIBUTIONS, name))).toEqual([]);
});
