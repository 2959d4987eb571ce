/** What a call of pip, or of `uv pip`, installs. */
import type { PackageCall } from '../../model/index.js';
import { around, type Bytes, type InstallPrediction, type InstallSituation, sumBytes } from './install.js';
import { closureOfPython } from './pypi-closure.js';
import type { PypiNeed, PypiPackage, PypiTable } from './pypi-table.js';
import { isNewerPython } from './python-version.js';
import { holds, readRequirement } from './requirement.js';
import { readRequirementsFile } from './requirements-file.js';

/** How far predictions were off, as a share of them; see test/experiments/languages. */
const SPREAD = 0.03;

/**
 * pip's cache could be measured only behind an index whose pages say less of each file than the public one's do, and
 * which gives no descriptions by themselves; pages also grow with every version that is published.
 */
const CACHE_SPREAD = 0.1;

/** That of uv was measured once. */
const UV_CACHE_SPREAD = 0.3;

/** How far another version of a package, or its files for another Python, may be from what the table has. */
const OTHER_VERSION = 0.5;
const OTHER_PYTHON = 0.1;

/** Newest releases of much that people install need this Python or a newer one; an older one gets older releases. */
const OLDEST_PYTHON = '3.10';

export function predictPipInstall(call: PackageCall, situation: InstallSituation): InstallPrediction {
  const { pypi: table } = situation;
  if (!table) return { unknown: 'the table of Python packages is not there' };
  if (call.command.name === 'xargs') return { unknown: 'it can’t be seen what xargs adds' };
  const needs = needsOf(call, situation, table);
  if (typeof needs === 'string') return { unknown: needs };
  if (call.packages.length === 0 && requirementFiles(call).length === 0) return { unknown: 'it names no package' };
  const absent = needs.find(({ name }) => !table.has(name));
  if (absent) return { unknown: `no table has the size of ${absent.name}` };
  const { packages, inOtherVersions, missing } = closureOfPython(table, needs, {
    isThere: isThere(call, situation),
    withDependencies: !call.options.has('--no-deps'),
  });
  if (missing.length > 0) return { unknown: `no table has the size of ${missing[0]}` };
  const problem = problemWith(packages, situation, table);
  if (problem) return { unknown: problem };
  const spread = spreadOf(packages, inOtherVersions, situation, table);
  return {
    ...around(filesBytes(packages, call, situation), spread),
    development: undefined,
    cache: around(
      cachedBytes(packages, call, table.pagesLeft),
      spread + (call.manager === 'uv' ? UV_CACHE_SPREAD : CACHE_SPREAD),
    ),
    packages: packages.length,
    names: packages.map(({ name, version }) => `${name}==${version}`).sort(),
  };
}

/** Other sources of packages than the index, and packages made on the spot. */
const ELSEWHERE = [
  '-i',
  '--index-url',
  '--index',
  '--default-index',
  '--extra-index-url',
  '-f',
  '--find-links',
  '--no-index',
  '--no-binary',
];

/** What is asked for; a string says why it can't be known. */
function needsOf(call: PackageCall, situation: InstallSituation, table: PypiTable): readonly PypiNeed[] | string {
  const other = call.options.find(...ELSEWHERE, '-e', '--editable', '--group');
  if (other) return `it can’t be seen what ${other.name} ${other.value ?? ''} brings`.replace('  ', ' ');
  const needs: PypiNeed[] = [];
  const python = situation.python ?? table.python;
  for (const { word, kind, version } of call.packages) {
    const read =
      kind === 'name'
        ? readRequirement(version?.includes('$') ? word.text.replace(/[=<>~!].*$/, '') : word.text)
        : undefined;
    if (!read) return `it can’t be seen what ${word.text} is`;
    if (holds(read.marker, { python, extra: '' }) !== false) needs.push(read);
  }
  for (const path of requirementFiles(call)) {
    const read = readRequirementsFile(path, python, situation.textOf);
    if (typeof read === 'string') return read;
    needs.push(...read);
  }
  return needs;
}

function requirementFiles({ options, subcommand, manifestArguments }: PackageCall): string[] {
  const constraints = new Set(options.values('-c', '--constraint', '--constraints', '--build-constraint'));
  const files =
    subcommand?.text === 'sync'
      ? manifestArguments.map(({ text }) => text)
      : options.values('-r', '--requirement', '--requirements');
  return files.filter((file) => !constraints.has(file));
}

/** Whether pip leaves a package as it is because some version of it is there. */
function isThere(call: PackageCall, { installed }: InstallSituation): (name: string) => boolean {
  const upgrades = call.options.has('-U', '--upgrade', '--force-reinstall', '-I', '--ignore-installed');
  const goesElsewhere = call.options.has('-t', '--target', '--prefix', '--root');
  const named = new Set(call.packages.map(({ name }) => name));
  return (name) => installed.has(name) && !goesElsewhere && !(upgrades && named.has(name));
}

function problemWith(
  packages: readonly PypiPackage[],
  situation: InstallSituation,
  table: PypiTable,
): string | undefined {
  const native = packages.find(({ name }) => table.isForMachine(name));
  if (!native || (situation.library === 'glibc' && situation.isAmd64)) return undefined;
  if (!situation.isAmd64) return `${native.name} was measured on amd64 only`;
  const where =
    situation.library === 'musl' ? 'with glibc only' : 'with glibc, and the base image’s C library is not known';
  return `${native.name} was measured ${where}`;
}

function filesBytes(packages: readonly PypiPackage[], call: PackageCall, situation: InstallSituation): Bytes {
  const compiles = compilesBytecode(call, situation);
  return sumBytes(
    packages.map(({ size }) => ({
      unpacked: size.unpacked + (compiles ? size.bytecode : 0),
      compressed: size.compressed + (compiles ? size.compressedBytecode : 0),
    })),
  );
}

/** pip compiles unless it is told not to, uv only if it is told to. */
function compilesBytecode({ manager, options }: PackageCall, { variable }: InstallSituation): boolean {
  if (manager === 'uv') return options.has('--compile-bytecode', '--compile') || isOn(variable('UV_COMPILE_BYTECODE'));
  return !options.has('--no-compile') && !isOn(variable('PIP_NO_COMPILE'));
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && /^(?:1|true|yes|on|y|t)$/i.test(value);
}

const BLOCK = 512;

/** pip keeps each answer as two files in five folders of their own. */
const ANSWER = { unpacked: 2 * BLOCK + 1.5 * BLOCK + 5 * BLOCK, compressed: 450 } as const;

/**
 * uv keeps wheels unpacked, of which what it installs are links, so these are counted once; beside them what it knows of
 * a wheel, and the index's pages in a form of its own.
 */
const UV_ENTRY = { unpacked: 25_000, compressed: 2_500 } as const;
const UV_PAGES = 0.6;

function cachedBytes(packages: readonly PypiPackage[], { manager }: PackageCall, pagesLeft: number): Bytes {
  const count = packages.length;
  const sizes = packages.map(({ size }) => size);
  const sum = (bytes: (size: PypiPackage['size']) => number) => sizes.reduce((total, size) => total + bytes(size), 0);
  const pages = sum(({ page }) => page);
  if (manager === 'uv')
    return {
      unpacked: pages * UV_PAGES + UV_ENTRY.unpacked * count,
      compressed: pages * pagesLeft + UV_ENTRY.compressed * count,
    };
  const archives = sum(({ archive }) => archive);
  return {
    unpacked: archives + pages + 2 * count * ANSWER.unpacked,
    compressed: archives + pages * pagesLeft + 2 * count * ANSWER.compressed,
  };
}

/** The more of it is of other versions, the less sure it is. */
function spreadOf(
  packages: readonly PypiPackage[],
  inOtherVersions: ReadonlySet<PypiPackage>,
  { python }: InstallSituation,
  table: PypiTable,
): number {
  const total = (some: Iterable<PypiPackage>) => sumBytes([...some].map(({ size }) => size)).unpacked;
  const all = total(packages);
  const isOld = python !== undefined && isNewerPython(OLDEST_PYTHON, python);
  const others = isOld ? all : total(inOtherVersions);
  return SPREAD + (python === table.python ? 0 : OTHER_PYTHON) + (all === 0 ? 0 : (OTHER_VERSION * others) / all);
}
