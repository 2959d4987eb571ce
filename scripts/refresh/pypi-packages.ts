/**
 * Makes src/data/packages/pypi.json from installs of the projects in pypi-projects.ts.
 *
 *     npm run refresh:pypi-packages -- [--work FOLDER] [--python PROGRAM]
 *
 * Needs CPython with venv and pip on Linux on amd64. Each project is installed once, by pip itself and one after the
 * other, from wheels only; FOLDER keeps the environments and pip's caches (some gigabytes), so that a run that was broken
 * off goes on where it was. Between pip and the index nothing may drop Cache-Control, or pip keeps nothing.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PypiSize } from '../../src/image/languages/pypi-table.js';
import { measureFiles } from './measure-files.js';
import { type PipAnswers, readPipCache } from './pip-cache.js';
import { PYPI_PROJECTS } from './pypi-projects.js';
import { type MeasuredDistribution, pypiTableText } from './pypi-table.js';
import { type Distribution, readDistributions } from './python-distributions.js';

const { values } = parseArgs({
  options: { work: { type: 'string' }, python: { type: 'string', default: 'python3' } },
});
const work = values.work ?? join(tmpdir(), 'plimsoll-pypi');
const run = (program: string, ...args: readonly string[]) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 28 }).trim();
const python = run(values.python, '-c', 'import sys; print("%d.%d" % sys.version_info[:2])');

const measured = new Map<string, MeasuredDistribution>();
const wheels = new Map<string, number>();
const pages = new Map<string, { readonly bytes: number; readonly gzip: number }>();
let pip = '';
const environments = Object.entries(PYPI_PROJECTS).map(([project, roots]) => install(project, roots));
for (const folder of environments) remember(readPipCache(join(folder, 'cache')));
for (const folder of environments) {
  for (const one of readDistributions(join(folder, 'venv'), python)) await measure(one);
  console.log(`${folder}: ${measured.size} packages so far`);
}
const sum = (field: 'bytes' | 'gzip') => [...pages.values()].reduce((total, page) => total + page[field], 0);
const text = pypiTableText({
  packages: [...measured.values()],
  roots: Object.values(PYPI_PROJECTS).flat().length,
  measuredWith: `pip ${pip}, CPython ${run(values.python, '-c', 'import platform; print(platform.python_version())')}, Linux with glibc on amd64`,
  python,
  pagesLeft: Number((sum('gzip') / sum('bytes')).toFixed(3)),
});
writeFileSync('src/data/packages/pypi.json', text);
console.log(`wrote src/data/packages/pypi.json: ${measured.size} packages`);

function install(project: string, roots: readonly string[]): string {
  const folder = join(work, project);
  mkdirSync(folder, { recursive: true });
  const environment = join(folder, 'venv');
  const report = join(folder, 'report.json');
  const program = join(environment, 'bin/pip');
  if (!existsSync(report)) {
    run(values.python, '-m', 'venv', environment);
    run(program, 'install', '--quiet', '--upgrade', 'pip');
    const flags = ['--quiet', '--only-binary', ':all:', '--force-reinstall', '--cache-dir', join(folder, 'cache')];
    run(program, 'install', ...flags, '--report', report, ...roots);
  }
  pip = /pip (\S+)/.exec(run(program, '--version'))?.[1] ?? pip;
  return folder;
}

function remember(answers: PipAnswers): void {
  for (const [key, bytes] of answers.wheels) wheels.set(key, bytes);
  for (const [name, page] of answers.pages) pages.set(name, page);
}

async function measure(one: Distribution): Promise<void> {
  const { name, version } = one;
  const key = `${name} ${version}`;
  const archive = wheels.get(key);
  // What the environment had before was never fetched.
  if (measured.has(key) || archive === undefined) return;
  const root = `/usr/local/lib/python${python}/site-packages`;
  const files = await measureFiles(one.files, root);
  const all = await measureFiles([...one.files, ...one.bytecode], root);
  const size: PypiSize = {
    unpacked: files.tar,
    compressed: files.gzip,
    bytecode: all.tar - files.tar,
    compressedBytecode: all.gzip - files.gzip,
    archive,
    page: pages.get(name)?.bytes ?? 0,
  };
  measured.set(key, { ...one, size });
}
