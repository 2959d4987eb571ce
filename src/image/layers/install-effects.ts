/** What calls of package managers other than apt write. */
import {
  cacheFoldersOf,
  type Dockerfile,
  isCacheSkippedIn,
  knowledgeOf,
  type PackageCall,
  type Run,
} from '../../model/index.js';
import { type Size, UNKNOWN, upTo } from '../amount.js';
import { cachePlaceOf } from '../files/cache-place.js';
import { absolute } from '../files/command-paths.js';
import { isInMount } from '../files/written-paths.js';
import { bytecodeOfNpm, type KnownInstall } from '../languages/index.js';
import { isCertain } from './certain.js';
import { shortened } from './command-text.js';
import { type Doing, writesUnknown } from './effect.js';
import type { Entry } from './entry.js';
import { callFolder, languageInstall } from './language-installs.js';
import { pythonFolder } from './python-folder.js';
import type { StageState } from './stage-state.js';

export function installEffect(dockerfile: Dockerfile, doing: Doing, call: PackageCall, state: StageState): void {
  const { run, files } = doing;
  switch (call.action) {
    case 'install':
    case 'upgrade':
    case 'dist-upgrade':
      install(dockerfile, doing, call, state);
      return;
    case 'clean-cache':
      for (const folder of cacheFoldersOf(call.manager, 'downloads', cachePlaceOf(run.scope))) files.remove(folder);
      return;
    case 'remove':
      files.removeSome(installFolder(doing, call) ?? '/');
      return;
    case 'update-index':
    case 'config':
      return;
    default:
      writesUnknown(doing, undefined);
  }
}

function install(dockerfile: Dockerfile, doing: Doing, call: PackageCall, state: StageState): void {
  const { text, run } = doing;
  const { files } = state;
  const folder = installFolder(doing, call);
  const at =
    folder === undefined ? ({ path: '/', place: 'system' } as const) : ({ path: folder, place: 'path' } as const);
  const entry = { ...at, isFolder: true } as const;
  const found = languageInstall(dockerfile, run, call, state);
  if (call.manager === 'npm') storeBytecode(run, files);
  if ('unknown' in found) {
    files.add({
      ...entry,
      size: UNKNOWN,
      key: text,
      what: `what ${shortened(text)} installs: unknown, ${found.unknown}`,
    });
    return;
  }
  if (found.names.length === 0) return;
  if (call.manager === 'uv') storeUvCache(doing, call, found);
  const isAgain =
    folder !== undefined &&
    !call.isGlobal &&
    files.visibleAt(folder).some((one) => one.place === 'path' && one.path === folder);
  const isSure = isCertain(doing.command) && !(isAgain && call.manager === 'npm');
  for (const part of partsOf(found, call)) files.add({ ...entry, ...part, size: isSure ? part.size : upTo(part.size) });
}

/** What development needs is an entry of its own, so that leaving it out leaves the rest the same. */
function partsOf(found: KnownInstall, { manager }: PackageCall): readonly Pick<Entry, 'key' | 'what' | 'size'>[] {
  const { development, names } = found;
  const entry = (some: readonly string[], what: string, size: Size) => ({
    key: `${manager} ${some.join(' ')}`,
    what: `${countOf(some.length)} of ${manager}${what}`,
    size,
  });
  if (!development) return [entry(names, '', found)];
  const forDevelopment = new Set(development.names);
  const production = names.filter((name) => !forDevelopment.has(name));
  return [
    entry(production, '', {
      unpacked: without(found, development, 'unpacked'),
      compressed: without(found, development, 'compressed'),
    }),
    entry(development.names, ' for development only', development),
  ];
}

function without(all: Size, part: Size, kind: keyof Size): Size[keyof Size] {
  return { min: all[kind].min - part[kind].min, max: all[kind].max - part[kind].max };
}

/** uv keeps wheels unpacked, of which what it installs are links. */
function storeUvCache({ run, files }: Doing, call: PackageCall, { cache, names }: KnownInstall): void {
  const [folder] = cacheFoldersOf('uv', 'downloads', cachePlaceOf(run.scope));
  const isOff = call.skipsCache || isCacheSkippedIn(run.scope, 'uv') === true;
  if (folder === undefined || isOff || isInMount(run, folder)) return;
  const what = `what uv keeps in ${folder}`;
  files.add({ path: folder, place: 'path', isFolder: true, size: cache, key: `${what} of ${names.join(' ')}`, what });
}

const BYTECODE = '/tmp/node-compile-cache';

/** npm keeps bytecode of itself; once it is there, little is added. */
function storeBytecode(run: Run, files: StageState['files']): void {
  const { base } = run.scope;
  const isElsewhere = ['NODE_COMPILE_CACHE', 'NODE_DISABLE_COMPILE_CACHE'].some((name) => run.scope.variable(name));
  if (isElsewhere || isInMount(run, BYTECODE) || files.visibleAt(BYTECODE).some(({ path }) => path === BYTECODE))
    return;
  const major = base?.runtime?.name === 'node' ? Number.parseInt(base.runtime.version ?? '', 10) : Number.NaN;
  const size = bytecodeOfNpm(Number.isNaN(major) ? undefined : major);
  if (!size) return;
  const what = 'bytecode that npm keeps of itself';
  files.add({ path: BYTECODE, place: 'path', isFolder: true, size, key: what, what });
}

function countOf(packages: number): string {
  return packages === 1 ? '1 package' : `${packages} packages`;
}

/** Where a call puts what it installs; undefined for the folders of the system. */
function installFolder({ run }: Doing, call: PackageCall): string | undefined {
  if (call.manager === 'pip' || call.manager === 'uv') return pythonFolder(run, call);
  if (call.isGlobal) return call.manager === 'npm' ? globalFolder(call) : undefined;
  const [name] = knowledgeOf(call.manager).dependencyFolders;
  const folder = callFolder(run, call);
  return name === undefined || folder === undefined ? undefined : absolute(name, folder);
}

/** npm's own, as official images have it. */
function globalFolder({ folder }: PackageCall): string {
  return `${folder?.text ?? '/usr/local'}/lib/node_modules`;
}
