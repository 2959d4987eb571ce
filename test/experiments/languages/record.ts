/**
 * Builds each install of cases.ts as a layer of its own, and writes what it measures to results.json.
 *
 *     npm run experiments -- languages [--only TEXT] [--missing] [--bases TEXT] [--python-base IMAGE]
 *
 * Needs Docker on amd64. The numbers are those of the registries on the day; --bases says where the bases come from, if
 * not from Docker Hub; --python-base stands in for Python's. With --only, installs with this text are measured anew; with --missing, those without a result.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dockerVersions, recordedNow } from '../versions.js';
import { CASES, type Case, PROJECTS } from './cases.js';
import { measureTopLayer } from './layer.js';
import { keyOf, type Results, type Row } from './results.js';

const FILE = 'test/experiments/languages/results.json';
const TAG = 'plimsoll-experiment-languages';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    missing: { type: 'boolean', default: false },
    bases: { type: 'string', default: 'official images' },
    'python-base': { type: 'string', default: 'python:3.13-slim' },
  },
});
const docker = (...args: string[]) => execFileSync('docker', args, { encoding: 'utf8', maxBuffer: 1 << 26 }).trim();
const known: Results | undefined = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : undefined;
const rows = new Map((known?.rows ?? []).map((row) => [keyOf(row), row]));

for (const one of CASES.filter(isMeant)) {
  try {
    const row = await measure(one);
    rows.set(keyOf(one), row);
    console.log(`${row.installed.unpacked} ${row.cached.unpacked} ${row.blob} ${row.run}`);
    save();
  } catch (error) {
    console.log(`${one.run}: ${error}`);
  }
}

function isMeant(one: Case): boolean {
  return one.run.includes(values.only) && !(values.missing && rows.has(keyOf(one)));
}

async function measure(one: Case): Promise<Row> {
  const { base, before = [], run, project, reads } = one;
  const files: Readonly<Record<string, string>> = project ? PROJECTS[project] : {};
  const folder = mkdtempSync(join(tmpdir(), 'languages-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const from = base.startsWith('python') ? values['python-base'] : base;
    const copies = Object.keys(files).map((name) => `COPY ${name} .`);
    const steps = [...before, run].map((command) => `RUN ${command}`);
    writeFileSync(join(folder, 'Dockerfile'), `${[`FROM ${from}`, 'WORKDIR /app', ...copies, ...steps].join('\n')}\n`);
    docker('build', '--quiet', '--no-cache', '--provenance=false', '--tag', TAG, folder);
    const text = reads && docker('run', '--rm', TAG, 'cat', `/app/${reads}`);
    const read = reads && text ? { read: { path: reads, text } } : {};
    return { base, run, ...(project && { project }), ...read, ...(await measureTopLayer(TAG)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function save(): void {
  const inOrder = CASES.flatMap((one) => rows.get(keyOf(one)) ?? []);
  const head = recordedNow(values.bases, versions());
  const text = inOrder.map((row) => JSON.stringify(row)).join(',\n');
  writeFileSync(FILE, `${JSON.stringify(head).slice(0, -1)},"rows":[\n${text}\n]}\n`);
}

function versions(): Record<string, string> {
  const inBase = (image: string, ...command: string[]) => docker('run', '--rm', image, ...command);
  return {
    ...dockerVersions(),
    npm: inBase('node:24-slim', 'npm', '--version'),
    'Node.js': inBase('node:24-slim', 'node', '--version'),
    pip: inBase(values['python-base'], 'pip', '--version').split(' ')[1] ?? '',
    Python: inBase(values['python-base'], 'python', '--version').replace('Python ', ''),
  };
}
