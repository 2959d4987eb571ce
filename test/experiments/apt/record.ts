/**
 * Builds each line of lines.json as a layer of its own, and writes what it measures to results.json.
 *
 *     npm run experiments -- apt [--from N] [--to N] [--bases TEXT]
 *
 * Needs Docker on amd64. The numbers are those of the bases and of Debian's archive on the day; --bases says where the
 * bases come from, if not from Docker Hub. With --from and --to only these lines, counted from 0, are measured anew.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { recordedNow } from '../versions.js';
import { measureTopLayer } from './layer.js';
import type { Line, Lines } from './lines.js';
import { keyOf, type ListsRow, type Results, type Row } from './results.js';

const FILE = 'test/experiments/apt/results.json';
const TAG = 'plimsoll-experiment-apt';

/**
 * The table has the newest packages of the archive. Where the base is older, apt would exchange what it has of them with
 * what the line installs: a matter of the base's age, which no table knows, and not of the line.
 */
const UP_TO_DATE = 'RUN apt-get update && apt-get upgrade -y';

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '0' },
    to: { type: 'string', default: 'Infinity' },
    bases: { type: 'string', default: 'official images' },
  },
});
const { lines }: Lines = JSON.parse(readFileSync('test/experiments/apt/lines.json', 'utf8'));
const known: Results | undefined = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : undefined;
const rows = new Map((known?.rows ?? []).map((row) => [keyOf(row), row]));
const lists = new Map((known?.lists ?? []).map((row) => [row.base, row]));

for (const line of lines.slice(Number(values.from), Number(values.to) + 1)) {
  if (!lists.has(line.base)) lists.set(line.base, await measureLists(line.base));
  const row = await measure(line);
  rows.set(keyOf(line), row);
  console.log(`${row.unpacked} ${row.compressed} ${row.base}: ${row.names.join(' ')}`);
  save();
}

async function measure(line: Line): Promise<Row> {
  const flags = line.recommends ? '-y' : '-y --no-install-recommends';
  build([`FROM ${line.base}`, UP_TO_DATE, `RUN apt-get install ${flags} ${line.names.join(' ')}`]);
  return { ...line, ...(await measureTopLayer(TAG)) };
}

async function measureLists(base: string): Promise<ListsRow> {
  build([`FROM ${base}`, 'RUN apt-get update']);
  const { unpacked, compressed } = await measureTopLayer(TAG);
  return { base, unpacked, compressed };
}

/** Tries twice: BuildKit loses a snapshot now and then (moby/buildkit#6521). */
function build(instructions: readonly string[], triesLeft = 1): void {
  const input = `${instructions.join('\n')}\n`;
  const command = ['build', '--quiet', '--provenance=false', '--tag', TAG, '-'];
  const { status } = spawnSync('docker', command, { input, stdio: ['pipe', 'ignore', 'inherit'] });
  if (status === 0) return;
  if (triesLeft === 0) throw new Error(`docker build failed:\n${input}`);
  build(instructions, triesLeft - 1);
}

function save(): void {
  const inOrder = lines.flatMap((line) => {
    const row = rows.get(keyOf(line));
    return row ? [{ ...row, ...line }] : [];
  });
  const head = { ...recordedNow(values.bases), lists: [...lists.values()] };
  const text = inOrder.map((row) => JSON.stringify(row)).join(',\n');
  writeFileSync(FILE, `${JSON.stringify(head).slice(0, -1)},"rows":[\n${text}\n]}\n`);
}
