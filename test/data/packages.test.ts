/** The package tables: each has a source and a day, hangs together, and says nothing impossible. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TABLES_DATE } from '../../src/data/date.js';
import { IMAGE_PACKAGES_SOURCE } from '../../src/data/packages/image-packages.js';
import { MADE_BY_SCRIPTS, MADE_BY_SCRIPTS_SOURCE } from '../../src/data/packages/made-by-scripts.js';
import { OFTEN_NAMED } from '../../src/data/packages/often-named.js';
import { closureOf } from '../../src/image/packages/closure.js';
import { type PackageTableFile, readPackageTable } from '../../src/image/packages/index.js';

/** What is wrong with a table. */
function problemsOf(file: PackageTableFile): string[] {
  const table = readPackageTable(file);
  const names = file.packages.map(([name]) => name);
  const known = new Set([...names, ...Object.keys(file.virtual)]);
  const named = file.packages.flatMap(([, depends, recommends]) => `${depends} ${recommends}`.split(/[ |]/));
  const providers = Object.values(file.virtual).flat();
  const unknown = [...named, ...providers, ...file.base].filter((name) => name !== '' && !known.has(name));
  const { missing } = closureOf({ graph: table, installed: table.base, names, recommends: true });
  return [
    ...(file.source.length < 20 || file.chosen.length < 20 ? ['no source'] : []),
    ...(/^\d{4}-\d\d-\d\d$/.test(file.readOn) && file.readOn <= TABLES_DATE ? [] : [`not a day: ${file.readOn}`]),
    ...(names.some((name, index) => index > 0 && (names[index - 1] ?? '') >= name) ? ['not in order'] : []),
    ...[...new Set(unknown)].map((name) => `${name} is in no row`),
    ...missing.map((name) => `${name} cannot be had`),
    ...file.packages.flatMap((row) => rowProblems(row[0], table)),
  ];
}

function rowProblems(name: string, table: ReturnType<typeof readPackageTable>): string[] {
  const size = table.sizeOf(name);
  if (!size) return [`${name} has no size`];
  // The smallest package has a copyright file and dpkg's notes on it.
  const isPlausible = size.unpacked >= 3 * 512 && size.compressed > 0 && size.compressed < size.unpacked + 2048;
  return isPlausible && size.status > 0 ? [] : [`${name} has no plausible size`];
}

const read = (release: string): PackageTableFile =>
  JSON.parse(readFileSync(`src/data/packages/debian-${release}.json`, 'utf8'));

describe('the check sees', () => {
  const good: PackageTableFile = {
    ...{ release: '13', architecture: 'amd64', source: 'Debian 13, from its own index', readOn: '2026-11-24' },
    ...{ chosen: 'two packages, chosen for this test', columns: [], absent: [], base: ['a'], virtual: {} },
    packages: [
      ['a', '', '', 10, 4, 0, 0, 5],
      ['b', 'a', '', 10, 4, 0, 0, 5],
    ],
  };
  test('nothing where all is well', () => expect(problemsOf(good)).toEqual([]));
  test.each<[string, Partial<PackageTableFile>]>([
    ['no source', { source: '' }],
    ['not a day: 2099-01-01', { readOn: '2099-01-01' }],
    ['not in order', { packages: [...good.packages].reverse() }],
    ['c is in no row', { base: ['c'] }],
    ['a has no plausible size', { packages: [['a', '', '', 1, 4, 0, 0, 5], ...good.packages.slice(1)] }],
  ])('%s', (problem, change) => expect(problemsOf({ ...good, ...change })).toContain(problem));
});

test.each(['12', '13'])('the table of Debian %s', (release) => {
  const file = read(release);
  expect(file.release).toBe(release);
  expect(problemsOf(file)).toEqual([]);
});

test('the count of installed packages has its source, and is in order', () => {
  const counted = JSON.parse(readFileSync('src/data/packages/installed-most.json', 'utf8'));
  const repositories: number[] = counted.packages.map((row: readonly [string, number, number]) => row[1]);
  expect(counted.source).toMatch(/^apt install calls of \d+ Dockerfiles in \d+ repositories/);
  expect(counted.readOn <= TABLES_DATE).toBe(true);
  expect(repositories).toEqual([...repositories].sort((one, other) => other - one));
  expect(new Set(counted.packages.map(([name]: readonly [string]) => name)).size).toBe(repositories.length);
});

test('what scripts make has its source, and is of packages that a table has', () => {
  const names = read('13').packages.map(([name]) => name.replace(/\d.*/, '#'));
  const plain = read('13').packages.map(([name]) => name);
  expect(Object.keys(MADE_BY_SCRIPTS).filter((name) => !names.includes(name) && !plain.includes(name))).toEqual([]);
  for (const { source, readOn } of [MADE_BY_SCRIPTS_SOURCE, IMAGE_PACKAGES_SOURCE]) {
    expect(source.length).toBeGreaterThan(20);
    expect(readOn <= TABLES_DATE).toBe(true);
  }
});

test('a package that is named beside the count is not a repetition in it', () => {
  expect(new Set(OFTEN_NAMED).size).toBe(OFTEN_NAMED.length);
});
