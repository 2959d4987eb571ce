/**
 * Makes src/data/packages/debian-RELEASE.json from a Debian release's own index and packages.
 *
 *     npm run refresh:debian-packages -- 13 --work FOLDER
 *
 * The table has the 500 packages of installed-most.json that come first in it and that the release has, the packages
 * that official images are made of, and everything that these depend on or recommend. FOLDER keeps what was measured,
 * so that a run that was broken off goes on where it was: a few gigabytes pass through, none of it is kept.
 */
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CODENAMES } from '../../src/data/lifecycles.js';
import { IMAGE_PACKAGES } from '../../src/data/packages/image-packages.js';
import { OFTEN_NAMED } from '../../src/data/packages/often-named.js';
import { DebianArchive, readLines } from './debian-archive.js';
import { readIndex } from './debian-index.js';
import { type MeasuredPackage, measureDeb } from './measure-deb.js';
import { chooseNames, namesWithClosure, tableText } from './package-table.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { work: { type: 'string' } } });
const [release = ''] = positionals;
const codename = Object.entries(CODENAMES.debian).find(([, number]) => number === release)?.[0];
if (!codename) throw new Error(`no Debian release ${release}`);

const work = values.work ?? join(tmpdir(), `plimsoll-debian-${release}`);
mkdirSync(work, { recursive: true });
const measuredFile = join(work, 'measured.jsonl');

const archive = new DebianArchive(codename, work);
const index = readIndex(archive.readIndex());
const counted: readonly (readonly [string, number, number])[] = JSON.parse(
  readFileSync('src/data/packages/installed-most.json', 'utf8'),
).packages;
const chosen = chooseNames({
  index,
  counted: counted.map(([name]) => name),
  often: OFTEN_NAMED,
  images: IMAGE_PACKAGES,
  release,
});
const names = namesWithClosure(index, chosen);

/** How many packages one call of apt fetches. */
const AT_ONCE = 150;

const measured = new Map(readLines<MeasuredPackage>(measuredFile).map((one) => [one.name, one]));
const isCurrent = (name: string) => measured.get(name)?.version === index.get(name)?.version;
for (let left = names.filter((name) => !isCurrent(name)); left.length > 0; left = left.slice(AT_ONCE)) {
  console.log(`${left.length} of ${names.length} packages left`);
  await archive.withPackages(left.slice(0, AT_ONCE), async (file) => {
    const one = await measureDeb(file);
    measured.set(one.name, one);
    appendFileSync(measuredFile, `${JSON.stringify(one)}\n`);
  });
}

const table = `src/data/packages/debian-${release}.json`;
writeFileSync(table, tableText({ release, codename, index, chosen, names, measured }));
console.log(`wrote ${table}: ${names.length} packages`);
