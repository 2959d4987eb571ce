/** The readers behind scripts/refresh/debian-packages.ts, on small answers in the form of Debian's. */
import { expect, test } from 'vitest';
import { aptInstallsOf } from '../../scripts/refresh/apt-installs.js';
import { graphOf, readIndex } from '../../scripts/refresh/debian-index.js';
import { compareDebianVersions, isVersion } from '../../scripts/refresh/debian-version.js';
import { type MeasuredPackage, measureArchives } from '../../scripts/refresh/measure-deb.js';
import { chooseNames, namesWithClosure, tableText } from '../../scripts/refresh/package-table.js';
import { isKeptInSlim } from '../../scripts/refresh/slim-paths.js';
import { inBlocks, readTar, type TarMember } from '../../scripts/refresh/tar-members.js';
import { type PackageTableFile, readPackageTable } from '../../src/image/packages/index.js';

const INDEX = `Package: dpkg
Version: 1.22
Priority: required
Pre-Depends: libc6 (>= 2.38)

Package: libc6
Version: 2.41-12
Priority: optional
Provides: libc6-2.41
Description: the C library
 with a second line: and a colon

Package: apt
Version: 3.0
Priority: important
Depends: libc6 (>= 2.38), debconf (>= 0.5) | cdebconf

Package: debconf
Version: 1.5
Priority: optional

Package: web
Version: 2
Priority: optional
Depends: libc6:any, old-name (>= 1), mailer
Recommends: extra | other,
 missing-thing

Package: new-name
Version: 3
Priority: optional
Provides: old-name (= 3), unversioned

Package: old-name
Version: 1
Priority: optional

Package: unversioned
Version: 1
Priority: optional

Package: exim
Version: 4
Priority: standard
Provides: mailer

Package: another-mailer
Version: 4
Priority: optional
Provides: mailer

Package: web-mailer
Version: 4
Priority: optional
Provides: mailer

Package: other
Version: 1
Priority: optional
`;

const index = readIndex(INDEX);

test('an index: relations without versions, continued lines, colons in descriptions', () => {
  expect([...index.keys()]).toContain('libc6');
  expect(index.get('web')).toMatchObject({
    version: '2',
    depends: [['libc6'], ['old-name'], ['mailer']],
    recommends: [['extra', 'other'], ['missing-thing']],
  });
  expect(index.get('dpkg')?.depends).toEqual([['libc6']]);
});

test.each([
  ['1.0', '1.0', 0],
  ['1.9', '1.10', -1],
  ['2:1', '10', 1],
  ['1.0~rc1', '1.0', -1],
  ['1.0-1', '1.0-1+deb13u1', -1],
  ['1.0a', '1.0+', -1],
  ['1.0-1', '1.0', 1],
])('version %s beside %s: %i', (one, other, sign) => {
  expect(Math.sign(compareDebianVersions(one, other))).toBe(sign);
  expect(isVersion(one, '>=', other)).toBe(sign >= 0);
  expect(isVersion(one, '<<', other)).toBe(sign < 0);
});

test('an alternative that the release cannot fulfil is none', () => {
  const older =
    'Package: a\nVersion: 1\nDepends: b | c (<< 2), d (>= 9)\n\nPackage: c\nVersion: 3\n\nPackage: d\nVersion: 1\n';
  expect(readIndex(older).get('a')?.depends).toEqual([['b'], ['d']]);
});

test('who provides a name: the most important first, then the last; a real name only in a version', () => {
  const graph = graphOf(index);
  expect(graph.providersOf('mailer')).toEqual(['exim', 'web-mailer', 'another-mailer']);
  expect(graph.providersOf('old-name')).toEqual(['new-name']);
  expect(graph.providersOf('unversioned')).toEqual([]);
});

const chosen = chooseNames({
  index,
  counted: ['gone', 'web', 'libc6-2.41', 'mailer'],
  often: ['new-name', 'gone-too'],
  images: { 'x 13': { repository: 'x', flavours: [], release: '13', packages: ['other'] } },
  release: '13',
});

test('the names of a table', () => {
  expect(chosen).toEqual({
    installed: ['web', 'libc6-2.41', 'new-name'],
    absent: ['gone'],
    base: ['apt', 'debconf', 'dpkg', 'libc6'],
    images: ['other'],
  });
});

/** A tar with these files; a name that ends with a slash is a directory. */
async function* tar(files: Readonly<Record<string, string>>): AsyncIterable<Buffer> {
  for (const [name, text] of Object.entries(files)) {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(Buffer.byteLength(text).toString(8).padStart(11, '0'), 124);
    header.write(name.endsWith('/') ? '5' : '0', 156);
    header.write('ustar', 257);
    const content = Buffer.alloc(inBlocks(Buffer.byteLength(text)));
    content.write(text);
    // In two pieces, as a pipe may cut it.
    const whole = Buffer.concat([header, content]);
    yield whole.subarray(0, 300);
    yield whole.subarray(300);
  }
  yield Buffer.alloc(1024);
}

test('a tar, whatever its pieces', async () => {
  const members: TarMember[] = [];
  await readTar(tar({ './usr/': '', './usr/a': 'x'.repeat(700) }), (member) => {
    if (member !== members.at(-1)) members.push(member);
  });
  expect(members).toEqual([
    { path: '/usr', kind: 'directory', size: 0 },
    { path: '/usr/a', kind: 'file', size: 700 },
  ]);
});

test.each([
  ['/usr/bin/x', 'file', true],
  ['/usr/share/doc/x/changelog.gz', 'file', false],
  ['/usr/share/doc/x/copyright', 'file', true],
  ['/usr/share/doc/x', 'directory', true],
  ['/usr/share/man/man1/x.1.gz', 'file', false],
  ['/usr/share/man/man1', 'directory', false],
] as const)('a slim image keeps %s, a %s: %s', (path, kind, isKept) => {
  expect(isKeptInSlim({ path, kind })).toBe(isKept);
});

const CONTROL = 'Package: web\nVersion: 2\n';

function measured(): Promise<MeasuredPackage> {
  const files = {
    './usr/lib/x86_64-linux-gnu/libweb.so.2.1': 'x'.repeat(600),
    './usr/share/doc/web/': '',
    './usr/share/doc/web/changelog': 'text',
    './usr/lib/python3/web.py': 'pass',
  };
  const control = {
    './control': CONTROL,
    './md5sums': 'sums',
    './postinst':
      'update-alternatives --install /usr/bin/a a /usr/bin/b 1\npy3compile -p web\n. /usr/share/debconf/confmodule',
    './templates': 'ü'.repeat(20),
  };
  return measureArchives(
    () => tar(files),
    () => tar(control),
  );
}

test('a package: its files, what dpkg keeps of it, and what its scripts do', async () => {
  const one = await measured();
  expect(one).toMatchObject({
    name: 'web',
    version: '2',
    directories: [['/usr/share/doc/web', true]],
    python: 1024,
    compiles: ['web'],
    status: CONTROL.length + 29 + 34,
    libraryCache: 64,
    alternatives: 2048,
    templates: 40,
  });
  // Two files of the package, three of its control files, and the list of its paths.
  expect(one.kept.tar).toBe(1536 + 1024 + 3 * 1024 + 1024);
  expect(one.docs.tar).toBe(1024);
});

test('a table that can be read back', async () => {
  const names = namesWithClosure(index, chosen);
  expect(names).toEqual([...['apt', 'debconf', 'dpkg', 'exim', 'libc6', 'new-name', 'old-name', 'other', 'web']]);
  const web = await measured();
  const all = new Map(names.map((name) => [name, { ...web, name, compiles: name === 'web' ? ['web'] : [] }]));
  const file: PackageTableFile = JSON.parse(
    tableText({ release: '13', codename: 'trixie', index, chosen, names, measured: all }),
  );
  expect(file.virtual).toEqual({ 'libc6-2.41': ['libc6'], mailer: ['exim'], 'old-name': ['new-name'] });
  expect(file.packages.find(([name]) => name === 'web')?.slice(0, 3)).toEqual(['web', 'old-name mailer', 'other']);
  const table = readPackageTable(file);
  // Its directory is one of Debian's own image here, so it counts for no package.
  const unpacked = web.kept.tar + web.alternatives;
  expect(table.sizeOf('web')).toMatchObject({ unpacked, templates: 0, python: 1024, status: 100 });
  expect(table.sizeOf('apt')).toMatchObject({ python: 0 });
});

test('the calls of a Dockerfile', () => {
  const text = 'FROM debian\nRUN apt-get update && apt-get install -y --no-install-recommends curl $MORE git=1:2\n';
  expect(aptInstallsOf(text)).toEqual([{ names: ['curl', 'git'], recommends: false, isPlain: false }]);
  expect(aptInstallsOf('FROM debian\nRUN apt-get install -y a1')).toEqual([
    { names: ['a1'], recommends: true, isPlain: true },
  ]);
});
