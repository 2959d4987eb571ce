/**
 * Builds every case twice, before and after its change, and writes what BuildKit did in the second build into
 * results.json:
 *
 *     npm run experiments -- rebuild --empty-cache [--bases TEXT] [CASE…]
 *
 * or does so with Dockerfiles drawn at random, prints where the prediction differs, and writes nothing:
 *
 *     npm run experiments -- rebuild --empty-cache --random COUNT [SEED]
 *
 * `--bases` says where the base images come from, if not from a registry.
 * The build cache of the engine is EMPTIED before each pair, so that nothing but the first build is in it. Cases that
 * download use a server of this program at 127.0.0.1:8917, which the engine must be able to reach.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { recordedNow } from '../versions.js';
import { removeImages, type StepRecord } from './build.js';
import { nameOf, type RebuildCase, readCases } from './cases.js';
import { differences } from './compare.js';
import { recordPair } from './pair.js';
import { drawCase } from './random.js';

const HERE = 'test/experiments/rebuild';
const RESULTS = `${HERE}/results.json`;
const PORT = 8917;

type Pairs = Record<string, Record<string, Record<string, StepRecord>>>;

const problemOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function recordCase(rebuildCase: RebuildCase): Promise<Pairs[string]> {
  const server = createServer(({ url = '' }, response) => response.end(rebuildCase.served[url.slice(1)]));
  server.listen(PORT, '127.0.0.1');
  const recorded: Pairs[string] = {};
  for (const change of rebuildCase.changes) {
    try {
      recorded[nameOf(change)] = await recordPair(rebuildCase, change);
      console.log(`${rebuildCase.name}: ${nameOf(change)}`);
    } catch (error) {
      console.error(`${rebuildCase.name}: ${nameOf(change)} is not recorded: ${problemOf(error)}`);
      process.exitCode = 1;
    }
  }
  await removeImages(Object.keys(rebuildCase.bases));
  server.close();
  return recorded;
}

async function record(only: readonly string[], bases: string): Promise<void> {
  const cases = readCases(`${HERE}/cases`);
  const before: Pairs = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')).pairs : {};
  const pairs = new Map(cases.flatMap(({ name }) => (before[name] ? [[name, before[name]] as const] : [])));
  for (const one of cases.filter(({ name }) => only.length === 0 || only.includes(name))) {
    pairs.set(one.name, await recordCase(one));
    const head = recordedNow(bases);
    const sorted = Object.fromEntries([...pairs].sort(([name], [other]) => (name < other ? -1 : 1)));
    writeFileSync(RESULTS, `${JSON.stringify({ ...head, pairs: sorted }, null, 2)}\n`);
  }
}

async function tryAtRandom(count: number, firstSeed: number): Promise<void> {
  let different = 0;
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const drawn = drawCase(seed);
    const [change] = drawn.changes;
    const found = differences(drawn, change, await recordPair(drawn, change));
    console.log(`${drawn.name}, ${nameOf(change)}: ${found.length === 0 ? 'as predicted' : 'DIFFERENT'}`);
    if (found.length === 0) continue;
    different++;
    console.log(drawn.dockerfile, found);
  }
  console.log(`${different} of ${count} differ`);
}

const { values, positionals } = parseArgs({
  options: {
    'empty-cache': { type: 'boolean' },
    bases: { type: 'string', default: 'official images' },
    random: { type: 'boolean' },
  },
  allowPositionals: true,
});
if (!values['empty-cache']) throw new Error('This empties the build cache of the engine: say --empty-cache.');
if (values.random) await tryAtRandom(Number(positionals[0]), Number(positionals[1] ?? 1));
else await record(positionals, values.bases);
