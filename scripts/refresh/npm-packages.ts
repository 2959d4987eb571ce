/**
 * Makes src/data/packages/npm.json from installs of the projects in npm-projects.ts.
 *
 *     npm run refresh:npm-packages -- [--work FOLDER]
 *
 * Needs npm on Linux on amd64. Each project is installed once, by npm itself and one after the other; FOLDER keeps the
 * installs and npm's caches (some gigabytes), so that a run that was broken off goes on where it was.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { NpmSize } from '../../src/image/languages/npm-table.js';
import { type DiskFile, measureFiles } from './measure-files.js';
import { type CachedAnswers, readNpmCache } from './npm-cache.js';
import { type PlacedPackage, readLock } from './npm-lock.js';
import { NPM_PROJECTS } from './npm-projects.js';
import { scriptOutcomes } from './npm-scripts.js';
import { type MeasuredPackage, npmTableText } from './npm-table.js';

const { values } = parseArgs({ options: { work: { type: 'string' } } });
const work = values.work ?? join(tmpdir(), 'plimsoll-npm');
const QUIET = ['--no-audit', '--no-fund', '--no-progress', '--ignore-scripts'];
const npm = (cwd: string, ...args: readonly string[]) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 });

const measured = new Map<string, MeasuredPackage>();
const descriptions = { bytes: 0, gzip: 0 };
for (const [project, roots] of Object.entries(NPM_PROJECTS)) {
  const folder = install(project, roots);
  await measure(folder, join(folder, 'cache'));
  console.log(`${project}: ${measured.size} packages so far`);
}

const all = [...measured.values()];
const text = npmTableText({
  packages: all,
  roots: Object.values(NPM_PROJECTS).flat().length,
  measuredWith: `npm ${npm('.', '--version').trim()}, Node.js ${process.versions.node}, Linux on amd64`,
  descriptionsLeft: Number((descriptions.gzip / descriptions.bytes).toFixed(3)),
});
writeFileSync('src/data/packages/npm.json', text);
console.log(`wrote src/data/packages/npm.json: ${all.length} packages`);

/** Installs a project for Debian, and what differs on Alpine beside it. */
function install(project: string, roots: readonly string[]): string {
  const folder = join(work, project);
  mkdirSync(folder, { recursive: true });
  const cache = ['--cache', join(folder, 'cache')];
  const machine = (libc: string) => ['--os=linux', '--cpu=x64', `--libc=${libc}`];
  if (!existsSync(join(folder, 'node_modules/.package-lock.json'))) {
    writeFileSync(join(folder, 'package.json'), '{"name":"app","version":"1.0.0","private":true}\n');
    npm(folder, 'install', ...QUIET, ...machine('glibc'), ...cache, ...roots);
  }
  const isSame = readLock(lockText(folder)).every(({ libc, fits }) => !fits || !libc.includes('musl'));
  const other = join(folder, 'musl');
  if (isSame || existsSync(join(other, 'node_modules/.package-lock.json'))) return folder;
  mkdirSync(other, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(folder, file), join(other, file));
  npm(other, 'install', ...QUIET, ...machine('musl'), ...cache);
  return folder;
}

function lockText(folder: string): string {
  return readFileSync(join(folder, 'package-lock.json'), 'utf8');
}

async function measure(folder: string, cache: string): Promise<void> {
  const packages = readLock(lockText(folder));
  const answers = readNpmCache(cache);
  for (const { bytes, gzip } of answers.descriptions.values()) {
    descriptions.bytes += bytes;
    descriptions.gzip += gzip;
  }
  const names = new Set(packages.filter(({ fits }) => fits).map(({ name }) => name));
  const scripted = packages.filter(({ fits, hasInstallScript }) => fits && hasInstallScript).map(({ name }) => name);
  const outcomes = scriptOutcomes(folder, scripted);
  for (const one of packages) {
    const key = `${one.name}@${one.version}`;
    const place = [folder, join(folder, 'musl')].map((root) => join(root, one.path)).find((path) => existsSync(path));
    if (measured.has(key) || !one.fits || place === undefined) continue;
    const size = await sizeOf(one, place, answers, names);
    const wanted = Object.fromEntries(Object.entries(one.optional).filter(([name]) => names.has(name)));
    measured.set(key, { ...one, size, wanted, script: outcomes[one.name] });
  }
}

/** `here` are the names of packages that are installed on this kind of machine, and so have rows of their own. */
async function sizeOf(
  one: PlacedPackage,
  place: string,
  answers: CachedAnswers,
  here: ReadonlySet<string>,
): Promise<NpmSize> {
  const { tar, gzip } = await measureFiles(filesIn(place, one), '/app/node_modules');
  const scope = one.registryName.startsWith('@') ? `${one.registryName.split('/')[0]}/` : '';
  const file = `${scope}${one.registryName.replace(/^@.*\//, '')}-${one.version}.tgz`;
  const described = [one.registryName, ...Object.keys(one.optional).filter((name) => !here.has(name))];
  const known = described.flatMap((name) => answers.descriptions.get(name) ?? []);
  return {
    unpacked: tar,
    compressed: gzip,
    archiveMore: (answers.archives.get(file) ?? gzip) - gzip,
    descriptions: known.reduce((sum, { bytes }) => sum + bytes, 0),
    others: Math.max(0, known.length - 1),
    programs: one.programs,
  };
}

/** The files of a package, with those that come inside it but without what npm has put there. */
function filesIn(place: string, { name: packageName, isForPlatform }: PlacedPackage): DiskFile[] {
  const bundled = existsSync(join(place, 'node_modules')) ? bundledIn(place) : [];
  return readdirSync(place, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const [, inside] = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name) ?? [];
    const isPlaced = name === 'node_modules' || (inside !== undefined && !bundled.includes(inside));
    const file = join(place, name);
    const info = isPlaced ? undefined : lstatSync(file);
    // Install scripts link programs of a package for one kind of machine into the package that asks for it.
    const isLink = info !== undefined && info.nlink > 1 && !isForPlatform;
    return info?.isFile() ? [{ file, path: `/app/node_modules/${packageName}/${name}`, size: info.size, isLink }] : [];
  });
}

function bundledIn(place: string): readonly string[] {
  const { bundleDependencies, bundledDependencies } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
  const named = bundleDependencies ?? bundledDependencies ?? [];
  return Array.isArray(named) && named.length > 0
    ? readdirSync(join(place, 'node_modules')).flatMap((name) =>
        name.startsWith('@') ? readdirSync(join(place, 'node_modules', name)).map((one) => `${name}/${one}`) : name,
      )
    : [];
}
