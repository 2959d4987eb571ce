/**
 * How long a check takes, and how the cost grows. The time is the processor's, so that a busy machine changes it little.
 * `npm run bench`, or `npm run bench -- FOLDER` to time the Dockerfiles of a folder as well.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TABLES_DATE } from '../../src/data/date.js';
import { lint } from '../../src/engine/lint.js';
import { Prices } from '../../src/engine/prices.js';
import { loadTables, predict, rebuildAfter } from '../../src/image/index.js';
import { parseDockerfile } from '../../src/model/index.js';
import { shapes } from './shapes.js';
import { predictable, TYPICAL, usual } from './typical.js';

const RUNS = 9;
const LONG_RUNS = 3;
const EDIT = { kind: 'file', path: 'src/app.js' } as const;
const LINES = [1_000, 2_500, 5_000, 10_000];

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
}

/** Milliseconds of the processor for one call, the least of several. */
function time(work: () => void, runs = RUNS): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}

const check = (text: string) => () => void lint({ text, today: TABLES_DATE });
const read = (text: string) => () => void parseDockerfile({ text, today: TABLES_DATE });
const lineCount = (text: string) => text.split('\n').length;

for (let round = 0; round < 200; round++) check(TYPICAL)();

console.log('A typical file');
console.log(
  `  ${lineCount(TYPICAL)} lines: ${time(check(TYPICAL)).toFixed(2)} ms, of which the model ${time(read(TYPICAL)).toFixed(2)} ms`,
);

console.log(
  '\nGrowth: ms for so many lines (ms per 1,000), and how many times more the last takes than the one before',
);
console.log(`${' '.repeat(32)}${LINES.map((lines) => lines.toLocaleString('en').padStart(18)).join('')}  growth`);
for (const [name, shape] of Object.entries(shapes)) {
  const times = LINES.map((lines) => time(check(shape(lines)), LONG_RUNS));
  const cells = times.map((ms, index) => `${ms.toFixed(0)} (${((ms / (LINES[index] ?? 1)) * 1000).toFixed(1)})`);
  const growth = (times.at(-1) ?? 0) / (times.at(-2) ?? 1);
  console.log(
    `  ${name.padEnd(30)}${cells.map((cell) => cell.padStart(18)).join('')}  ${growth.toFixed(1).padStart(6)}`,
  );
}

await benchPrediction('a file as people write them', usual(200));
await benchPrediction('a file full of installs, all of it in the image', predictable(200));

/** The prediction of one file, and the prices of thirty of its findings. */
async function benchPrediction(name: string, text: string): Promise<void> {
  const input = { text, today: TABLES_DATE };
  const dockerfile = parseDockerfile(input);
  const tables = await loadTables(dockerfile);
  const { count, milliseconds } = await timePrices(text);
  console.log(`\nPrediction of ${lineCount(text)} lines, ${name}`);
  console.log(`  model ${time(read(text)).toFixed(2)} ms`);
  console.log(`  model and prediction ${time(() => predict(parseDockerfile(input), tables)).toFixed(2)} ms`);
  console.log(`  rebuild after an edit ${time(() => rebuildAfter(dockerfile, EDIT)).toFixed(2)} ms`);
  console.log(`  prices of 30 findings ${milliseconds.toFixed(2)} ms (${count} in it)`);
}

/** The prices of thirty findings, taken from as many as there are: what is done once for the file, and thirty times the rest. */
async function timePrices(text: string): Promise<{ count: number; milliseconds: number }> {
  const { dockerfile, findings } = lint({ text, today: TABLES_DATE });
  const tables = await loadTables(dockerfile);
  const priced = findings.filter(({ fixes, withoutIt }) => fixes.length > 0 || withoutIt).slice(0, 30);
  // What was known of the file before it was read must not help.
  const fresh = () => new Prices(parseDockerfile(dockerfile.input), tables);
  const once = time(fresh);
  const all = time(() => {
    const prices = fresh();
    for (const finding of priced) prices.of(finding);
  });
  const each = Math.max(all - once, 0) / Math.max(priced.length, 1);
  return { count: priced.length, milliseconds: once + each * 30 };
}

const [folder] = process.argv.slice(2);
if (folder) {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /dockerfile/i.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const times = texts.map((text) => time(check(text)));
  const lines = texts.reduce((sum, text) => sum + lineCount(text), 0);
  const total = times.reduce((sum, one) => sum + one, 0);
  const slowest = Math.max(...times);
  console.log(`\n${texts.length} files of ${folder}, ${lines} lines`);
  console.log(`  per file: median ${quantile(times, 0.5).toFixed(2)} ms, slowest ${slowest.toFixed(2)} ms`);
  console.log(`  ${((total / lines) * 1000).toFixed(2)} ms per 1,000 lines`);
  const long = texts.filter((text) => lineCount(text) >= 150 && lineCount(text) <= 250);
  const prices = [];
  for (const text of long) prices.push(await timePrices(text));
  const perThirty = prices.filter(({ count }) => count > 0).map(({ milliseconds }) => milliseconds);
  const [half, most] = [0.5, 0.9].map((part) => quantile(perThirty, part).toFixed(1));
  console.log(
    `  prices, for 30 findings, in ${perThirty.length} files of about 200 lines: median ${half} ms, 90th percentile ${most} ms`,
  );
}
