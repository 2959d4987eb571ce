import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { measureFiles } from '../../../scripts/refresh/measure-files.js';
import { readNpmCache } from '../../../scripts/refresh/npm-cache.js';
import { readLock } from '../../../scripts/refresh/npm-lock.js';
import { type MeasuredPackage, npmTableText } from '../../../scripts/refresh/npm-table.js';
import { type NpmTableFile, readNpmTable } from '../../../src/image/languages/npm-table.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'refresh-npm-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string | Buffer): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

const LOCK = JSON.stringify({
  packages: {
    '': { name: 'app' },
    'node_modules/native': {
      version: '1.2.3',
      dependencies: { alias: 'npm:real@^2.0.0', inside: '1' },
      optionalDependencies: { 'native-linux': '1.2.3', 'native-mac': '1.2.3' },
      peerDependencies: { host: '>=1', maybe: '1' },
      peerDependenciesMeta: { maybe: { optional: true } },
      bundleDependencies: ['inside'],
      hasInstallScript: true,
      bin: { native: 'cli.js' },
    },
    'node_modules/native/node_modules/inside': { version: '1.0.0', inBundle: true },
    'node_modules/native-linux': { version: '1.2.3', os: ['linux'], cpu: ['x64'], libc: ['glibc'], optional: true },
    'node_modules/native-mac': { version: '1.2.3', os: ['darwin'], optional: true },
    'node_modules/not-windows': { version: '1.0.0', os: ['!win32'] },
    'node_modules/alias': { name: 'real', version: '2.0.1' },
  },
});

describe('a lock file', () => {
  const packages = readLock(LOCK);
  const named = (name: string) => packages.find((one) => one.name === name);

  test('says what a package needs', () => {
    expect(named('native')).toMatchObject({
      version: '1.2.3',
      dependencies: { alias: '^2.0.0' },
      optional: { 'native-linux': '1.2.3', 'native-mac': '1.2.3' },
      peers: { host: '>=1' },
      hasInstallScript: true,
      programs: 1,
      isForPlatform: false,
    });
  });

  test('says which machines a package is for', () => {
    expect(named('native-linux')).toMatchObject({ fits: true, isForPlatform: true, libc: ['glibc'] });
    expect(named('native-mac')?.fits).toBe(false);
    expect(named('not-windows')?.fits).toBe(true);
  });

  test('has aliases, and nothing of what comes inside others', () => {
    expect(named('alias')).toMatchObject({ registryName: 'real', version: '2.0.1' });
    expect(named('inside')).toBeUndefined();
  });
});

test('npm’s cache says how large answers are', () => {
  const text = '{"name":"kit"}'.repeat(100);
  const hash = createHash('sha512').update(text).digest();
  const hex = hash.toString('hex');
  write(`cache/_cacache/content-v2/sha512/${hex.slice(0, 2)}/${hex.slice(2, 4)}/${hex.slice(4)}`, text);
  const entry = (key: string, size: number) =>
    `\n0\t${JSON.stringify({ key, integrity: `sha512-${hash.toString('base64')}`, size })}`;
  const request = 'make-fetch-happen:request-cache:https://registry.example/';
  write('cache/_cacache/index-v5/aa/bb/1', entry(`${request}@scope%2fkit`, text.length));
  write('cache/_cacache/index-v5/aa/bb/2', entry(`${request}@scope/kit/-/kit-1.0.0.tgz`, 77));
  write('cache/_cacache/index-v5/aa/cc/3', entry(`${request}plain/-/plain-2.0.0.tgz`, 88));
  write('cache/_cacache/index-v5/aa/cc/4', entry('pacote:tarball:plain@2.0.0', 88));
  const { archives, descriptions } = readNpmCache(join(folder, 'cache'));
  expect([...archives]).toEqual([
    ['@scope/kit-1.0.0.tgz', 77],
    ['plain-2.0.0.tgz', 88],
  ]);
  expect([...descriptions.keys()]).toEqual(['@scope/kit']);
  expect(descriptions.get('@scope/kit')?.bytes).toBe(1400);
  expect(descriptions.get('@scope/kit')?.gzip).toBeLessThan(100);
});

test('files are measured with the folders that hold them, and links without what they link to', async () => {
  const file = write('kit/index.js', 'x'.repeat(1000));
  const path = '/app/node_modules/kit/lib/index.js';
  // Two folders, a header and two blocks.
  expect((await measureFiles([{ file, path, size: 1000 }], '/app/node_modules')).tar).toBe(5 * 512);
  expect((await measureFiles([{ file, path, size: 1000, isLink: true }], '/app/node_modules')).tar).toBe(3 * 512);
  const long = `/app/node_modules/kit/${'n'.repeat(100)}.js`;
  expect((await measureFiles([{ file, path: long, size: 1000 }], '/app/node_modules')).tar).toBe(6 * 512);
  expect(await measureFiles([], '/app')).toEqual({ tar: 0, gzip: 0 });
});

describe('a table', () => {
  const size = { unpacked: 5120, compressed: 1024, descriptions: 2048, archiveMore: 0, others: 0, programs: 0 };
  const one = (name: string, version: string, more: Partial<MeasuredPackage> = {}): MeasuredPackage => ({
    name,
    version,
    registryName: name,
    dependencies: {},
    optional: {},
    wanted: {},
    peers: {},
    hasInstallScript: false,
    libc: [],
    isForPlatform: false,
    fits: true,
    programs: 0,
    script: undefined,
    size,
    ...more,
  });
  const text = npmTableText({
    packages: [
      one('debug', '4.4.1'),
      one('debug', '2.6.9'),
      one('kit', '1.0.0', {
        dependencies: { debug: '>= 3 < 5', other: '^9', ms: '^2.0.0' },
        wanted: { 'kit-musl': '1.0.0' },
        script: 'its install script asks',
      }),
      one('ms', '2.1.3'),
      one('kit-musl', '1.0.0', { libc: ['musl'], isForPlatform: true }),
    ],
    roots: 1,
    measuredWith: 'npm',
    descriptionsLeft: 0.1,
  });
  const file: NpmTableFile = JSON.parse(text);

  test('has a line for each package, and ranges as short as they can be', () => {
    expect(text.split('\n')[3]).toBe('["kit","1.0.0","debug@4 kit-musl ms other@^9","",10,2,4],');
    expect(file.libraries.musl).toEqual(['kit-musl']);
  });

  test('is read as it was written', () => {
    const table = readNpmTable(file);
    expect(table.find({ name: 'debug', range: '^2' })?.version).toBe('2.6.9');
    expect(table.newest('debug')?.version).toBe('4.4.1');
    expect(table.newest('kit')?.depends).toContainEqual({ name: 'debug', range: '4' });
    expect(table.newest('kit')?.size).toEqual(size);
    expect(table.scriptOf('kit')).toBe('its install script asks');
    expect(table.libraryOf('kit-musl')).toBe('musl');
    expect(table.isForMachine('kit-musl')).toBe(true);
  });
});
