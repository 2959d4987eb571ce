/**
 * Checks the promises on real Dockerfiles, and draws findings to be looked at by hand.
 *
 *     npm run check-files -- FOLDER [--sample N] [--seed N] [--rule ID]
 *
 * Prints how often each rule speaks, each promise that is broken, and N findings drawn at random, with their lines.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { TABLES_DATE } from '../../src/data/date.js';
import type { Finding } from '../../src/engine/finding.js';
import { Lines } from '../../src/model/index.js';
import { plainText } from '../../src/rules/message.js';
import { checkPromises } from './promises.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    rule: { type: 'string' },
  },
});
const [folder = '.'] = positionals;

interface Found {
  readonly name: string;
  readonly text: string;
  readonly finding: Finding;
}

const found: Found[] = [];
const broken: string[] = [];
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /dockerfile/i.test(name));
for (const name of names.sort()) {
  const text = readFileSync(join(folder, name), 'utf8');
  try {
    const checked = checkPromises({ text, today: TABLES_DATE });
    found.push(...checked.findings.map((finding) => ({ name, text, finding })));
    broken.push(...checked.broken.map((sentence) => `${name}: ${sentence}`));
  } catch (error) {
    broken.push(`${name}: crashed: ${(error as Error).stack}`);
  }
}

const counts = new Map<string, number>();
for (const { finding } of found) {
  const name = finding.variant ? `${finding.rule}/${finding.variant}` : finding.rule;
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
console.log(`${names.length} files, ${found.length} findings`);
for (const [name, count] of [...counts].sort(([, one], [, other]) => other - one))
  console.log(`${String(count).padStart(6)} ${name}`);
console.log(`\n${broken.length} broken promises`);
for (const sentence of broken) console.log(`  ${sentence}`);

const candidates = found.filter(({ finding }) => !values.rule || finding.rule === values.rule);
for (const { name, text, finding } of draw(candidates, Number(values.sample), Number(values.seed)))
  show(name, text, finding);
if (broken.length > 0) process.exitCode = 1;

/** Draws without putting back; the same seed draws the same. */
function draw<T>(from: readonly T[], count: number, seed: number): T[] {
  const left = [...from];
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(Math.floor(next() * left.length), 1)[0] as T,
  );
}

function show(name: string, text: string, { rule, variant, severity, at, message, fixes }: Finding): void {
  const lines = new Lines(text);
  const line = lines.lineAt(at.start);
  console.log(
    `\n## ${rule}${variant ? `/${variant}` : ''} (${severity}) ${name}:${line}  «${text.slice(at.start, Math.min(at.end, at.start + 80))}»`,
  );
  for (let shown = Math.max(1, line - 2); shown <= Math.min(line + 2, lines.count); shown++)
    console.log(`${shown === line ? '>' : ' '} ${shown} ${lines.textOf(shown).slice(0, 160)}`);
  console.log(`  ${plainText(message.what)}`);
  for (const fix of fixes.slice(0, 1)) console.log(`  fix (${fix.safety}): ${fix.title}`);
}
