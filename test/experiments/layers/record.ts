/**
 * Builds each case and writes the bytes of its layers to results.json.
 *
 *     npm run experiments -- layers [--bases TEXT] [NAME…]
 *
 * Needs Docker on amd64. `--bases` says where the base images come from, if not from a registry. With names only these
 * cases are built anew.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { countBytes, withLayers } from '../saved-image.js';
import { recordedNow } from '../versions.js';
import { filesOf, type LayersCase, readCases } from './cases.js';
import type { MeasuredLayer, Results } from './results.js';

const FILE = 'test/experiments/layers/results.json';
const TAG = 'plimsoll-experiment-layers';

const { values, positionals } = parseArgs({
  options: { bases: { type: 'string', default: 'official images' } },
  allowPositionals: true,
});
const known: Results | undefined = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : undefined;
const cases: Record<string, readonly MeasuredLayer[]> = { ...known?.cases };

for (const one of readCases()) {
  if (positionals.length > 0 && !positionals.includes(one.name)) continue;
  cases[one.name] = await measure(one);
  console.log(one.name, cases[one.name]?.map(({ unpacked }) => unpacked).join(' '));
  save();
}

async function measure(one: LayersCase): Promise<readonly MeasuredLayer[]> {
  const folder = mkdtempSync(join(tmpdir(), 'case-'));
  try {
    for (const [path, content] of Object.entries(filesOf(one))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    execFileSync('docker', ['build', '--quiet', '--provenance=false', '--tag', TAG, folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return await layersOf(TAG);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All layers, those of the base too. */
function layersOf(image: string): Promise<readonly MeasuredLayer[]> {
  return withLayers(image, async (layers) => {
    const measured: MeasuredLayer[] = [];
    for (const { createdBy, open, openCompressed } of layers)
      measured.push({
        createdBy,
        unpacked: await countBytes(open()),
        compressed: await countBytes(openCompressed()),
      });
    return measured;
  });
}

function save(): void {
  const head = recordedNow(values.bases);
  const inOrder = Object.fromEntries(Object.entries(cases).sort(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify({ ...head, cases: inOrder }, null, 1)}\n`);
}
