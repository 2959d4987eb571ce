/**
 * Refreshes the sizes of official images from a copy of docker-library/repo-info.
 *
 *     npm run refresh:base-images -- FOLDER [--write]
 *
 * FOLDER is a checkout, or any folder that holds some of its `repos/<image>/{remote,local}/<tag>.md`. Without `--write`
 * it prints what would change. Rows that it cannot refresh stay as they are, and it says why.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { IMAGE_SIZES, type ImageSize, type MeasuredReference } from '../../src/data/image-sizes.js';
import { IMAGE_SIZE_SOURCES } from '../../src/data/sources.js';
import { readLocal, readRemote } from './repo-info.js';
import { type Description, describedIn, refreshRow, replaceRow } from './size-rows.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Which folder holds the copy of docker-library/repo-info?');

const SIZES = 'src/data/image-sizes.ts';
const SOURCES = 'src/data/sources.ts';
const read = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

function describe(reference: string): Description {
  const files = describedIn(reference);
  const remote = files && read(join(folder ?? '', 'repos', `${files.remote}.md`));
  const local = files && read(join(folder ?? '', 'repos', `${files.local}.md`));
  return {
    reference,
    remote: remote === undefined ? undefined : readRemote(remote),
    local: local === undefined ? undefined : readLocal(local),
  };
}

let sizes = readFileSync(SIZES, 'utf8');
let sources = readFileSync(SOURCES, 'utf8');
let refreshed = 0;
for (const [reference, row] of Object.entries(IMAGE_SIZES) as [MeasuredReference, ImageSize][]) {
  const result = refreshRow(describe(reference), row, IMAGE_SIZE_SOURCES[reference].unpacked?.built);
  if ('kept' in result) {
    console.log(`${reference}: kept, ${result.kept}`);
    continue;
  }
  console.log(`${reference}: ${result.size}\n  ${result.source}`);
  sizes = replaceRow(sizes, 'IMAGE_SIZES', reference, result.size);
  sources = replaceRow(sources, 'IMAGE_SIZE_SOURCES', reference, result.source);
  refreshed++;
}
console.log(`${refreshed} of ${Object.keys(IMAGE_SIZES).length} rows are refreshed.`);
if (values.write) {
  writeFileSync(SIZES, sizes);
  writeFileSync(SOURCES, sources);
  console.log(`Wrote ${SIZES} and ${SOURCES}. Set the date in src/data/date.ts and run npm run fix.`);
}
