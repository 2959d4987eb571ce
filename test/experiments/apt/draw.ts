/**
 * Draws install lines from real Dockerfiles, adds the chosen ones, and writes lines.json.
 *
 *     node scripts/run.mjs test/experiments/apt/draw.ts FOLDER…      git repositories or plain folders with Dockerfiles
 *
 * Each different line has the same chance; the seed is fixed, so the same folders give the same lines.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { aptInstallsOf } from '../../../scripts/refresh/apt-installs.js';
import { findDockerfiles } from '../../../scripts/refresh/dockerfiles.js';
import { TABLES_DATE } from '../../../src/data/date.js';
import { type PackageTable, predictAptInstall, readPackageTable } from '../../../src/image/packages/index.js';
import { CHOSEN, type Chosen } from './chosen.js';
import type { Draw, Lines } from './lines.js';

const SEED = 20261124;
const WANTED = 34;

interface Call {
  readonly names: readonly string[];
  readonly recommends: boolean;
}

const { calls, notPlain } = differentCalls(process.argv.slice(2));
const next = randomNumbers(SEED);
const table = readTable('13');
const draw = drawLines(calls, table);
const lines: Lines = {
  draw: {
    seed: SEED,
    drawnOn: TABLES_DATE,
    calls: calls.length,
    notPlain,
    drawn: draw.drawn,
    unpredictable: draw.unpredictable,
  },
  lines: [...draw.lines, ...CHOSEN].map((line, index) => ({ ...line, training: line.training ?? index % 2 === 0 })),
};
const rows = lines.lines.map((line) => JSON.stringify(line)).join(',\n');
writeFileSync('test/experiments/apt/lines.json', `{"draw":${JSON.stringify(lines.draw)},\n"lines":[\n${rows}\n]}\n`);
console.log(`${draw.drawn} drawn, ${draw.unpredictable.length} of them cannot be predicted`);

function differentCalls(folders: readonly string[]): { calls: readonly Call[]; notPlain: number } {
  const seen = new Map<string, Call>();
  const others = new Set<string>();
  for (const { text } of findDockerfiles(folders))
    for (const { names, recommends, isPlain } of aptInstallsOf(text)) {
      const sorted = [...new Set(names)].sort();
      const key = `${recommends} ${sorted.join(' ')}`;
      if (isPlain) seen.set(key, { names: sorted, recommends });
      else others.add(key);
    }
  const keys = [...seen.keys()].sort();
  return { calls: keys.map((key) => seen.get(key) as Call), notPlain: others.size };
}

function drawLines(
  from: readonly Call[],
  ofRelease: PackageTable,
): Pick<Draw, 'drawn' | 'unpredictable'> & { lines: Chosen[] } {
  const left = [...from];
  const unpredictable: Draw['unpredictable'][number][] = [];
  const found: Chosen[] = [];
  while (found.length < WANTED && left.length > 0) {
    const [{ names, recommends }] = left.splice(Math.floor(next() * left.length), 1) as [Call];
    const { base } = ofRelease;
    const predicted = predictAptInstall({ table: ofRelease, installed: base, slim: true, names, recommends });
    // What Debian's own image has already would measure nothing.
    if ('unknown' in predicted) unpredictable.push({ names, missing: predicted.missing });
    else if (predicted.packages.length > 0)
      found.push({ release: '13', base: baseFor(found.length), names, recommends, origin: 'drawn' });
  }
  return { lines: found, drawn: found.length + unpredictable.length, unpredictable };
}

/** Every third line on the image with documentation. */
function baseFor(index: number): string {
  return index % 3 === 2 ? 'debian:trixie' : 'debian:trixie-slim';
}

function readTable(release: string): PackageTable {
  return readPackageTable(JSON.parse(readFileSync(`src/data/packages/debian-${release}.json`, 'utf8')));
}

function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
