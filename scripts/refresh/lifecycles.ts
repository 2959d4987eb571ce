/**
 * Refreshes the ends of support from a copy of endoflife-date/endoflife.date.
 *
 *     npm run refresh:lifecycles -- FOLDER [--write]
 *
 * FOLDER is a checkout of it, or its git directory. Without `--write` it prints what would change. Products whose source
 * in src/data/sources.ts is another one are not touched.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LIFECYCLES, type Lifecycle, type Product } from '../../src/data/lifecycles.js';
import { LIFECYCLE_SOURCES } from '../../src/data/sources.js';
import { compareLifecycle, readProduct, replaceEnds } from './endoflife.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Which folder holds the copy of endoflife-date/endoflife.date?');

const TABLE = 'src/data/lifecycles.ts';

function readFrom(copy: string, path: string): string {
  const file = join(copy, path);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const git = existsSync(join(copy, '.git')) ? join(copy, '.git') : copy;
  return execFileSync('git', ['--git-dir', git, 'show', `HEAD:${path}`], { encoding: 'utf8' });
}

let table = readFileSync(TABLE, 'utf8');
for (const [product, lifecycle] of Object.entries(LIFECYCLES) as [Product, Lifecycle][]) {
  const path = /endoflife\.date@\w+ (?:\([^)]*\) )?(products\/\S+\.md)$/.exec(LIFECYCLE_SOURCES[product].source)?.[1];
  if (path === undefined) {
    console.log(`${product}: kept, its source is ${LIFECYCLE_SOURCES[product].source}`);
    continue;
  }
  const { ends, changes, absent } = compareLifecycle(lifecycle, readProduct(readFrom(folder, path)));
  console.log(`${product}: ${changes.length === 0 ? 'as it is' : ''}`);
  for (const change of changes) console.log(`  ${change}`);
  if (absent.length > 0) console.log(`  kept, not in ${path}: ${absent.join(' ')}`);
  if (changes.length > 0) table = replaceEnds(table, product, ends);
}
if (values.write) {
  writeFileSync(TABLE, table);
  console.log(`Wrote ${TABLE}. Set the date in src/data/date.ts and run npm run fix.`);
}
