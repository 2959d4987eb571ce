/**
 * Caches and package lists that a RUN leaves in its layer: what a call fills, and nothing behind it in the same RUN
 * empties. A cache or tmpfs mount, a flag or a variable that keeps a manager from caching, and a folder that the call
 * names itself count as taken care of.
 */
import {
  cacheFoldersOf,
  cacheSkippedBy,
  cleansCacheOf,
  type Dockerfile,
  type FolderGroup,
  isCacheSkippedIn,
  knowledgeOf,
  type Manager,
  type PackageCall,
  type Run,
  type ShellCommand,
} from '../../model/index.js';
import { onceForCommand } from '../once-for-command.js';
import { cachePlaceOf } from './cache-place.js';
import { type Called, unusedRefreshes } from './index-refresh.js';
import { packageCallsIn } from './package-calls.js';
import { isAbove, type Place } from './step-order.js';
import { filesWrittenBefore } from './written-files.js';

export type CachingManager = (typeof CACHING)[number];

const CACHING = [
  ...(['apt', 'apk', 'dnf', 'microdnf', 'yum', 'zypper', 'pip', 'npm', 'yarn', 'pnpm', 'bundler', 'gem'] as const),
  ...(['composer', 'cargo', 'go'] as const),
] as const;

export interface LeftoverCache {
  readonly manager: CachingManager;
  readonly call: PackageCall;
  readonly run: Run;
  /** `documentation`: what gem writes of each gem, beside the downloads. */
  readonly left: readonly (FolderGroup | 'documentation')[];
  readonly folder: string;
  /** A refresh of the index that this RUN does not use. */
  readonly isUnused: boolean;
}

/** What a RUN leaves, at most once for each call. `calls` are those of the RUN. */
export function leftoverCachesOf(dockerfile: Dockerfile, run: Run, calls: readonly Called[]): LeftoverCache[] {
  if (calls.length === 0) return [];
  const unused = unusedRefreshesOf(run);
  const cleaned = lastCleansOf(run);
  return calls.flatMap(({ call }) => {
    const manager = CACHING.find((one) => one === call.manager);
    if (!manager || isToldOtherwise(dockerfile, run, call)) return [];
    const left = filledBy(dockerfile, run, call).filter((group) => isLeft(run, call, group, cleaned));
    const [group] = left;
    return group === undefined
      ? []
      : [{ manager, call, run, left, folder: folderOf(run, call, group), isUnused: unused.has(call) }];
  });
}

function folderOf({ scope }: Run, { manager }: PackageCall, group: FolderGroup | 'documentation'): string {
  const place = cachePlaceOf(scope);
  // Outside Ruby's own images, where gems are depends on the version.
  if (manager === 'gem' && scope.base?.runtime?.name !== 'ruby') return '$(gem env home)/cache';
  return (group === 'documentation' ? undefined : cacheFoldersOf(manager, group, place)[0]) ?? '';
}

/** The groups of folders that a call writes to. */
function filledBy(dockerfile: Dockerfile, run: Run, call: PackageCall): (FolderGroup | 'documentation')[] {
  const { manager, action } = call;
  const isInstall = action === 'install' || action === 'upgrade' || action === 'dist-upgrade';
  switch (manager) {
    case 'apt':
      if (action === 'update-index') return ['index'];
      return isInstall && !call.skipsCache && keepsPackages(dockerfile, run, call) ? ['downloads'] : [];
    case 'apk':
    case 'dnf':
    case 'yum':
    case 'microdnf':
    case 'zypper':
      return isInstall || action === 'update-index' ? ['index'] : [];
    case 'gem':
      return isInstall
        ? ['downloads', ...(writesDocumentation(dockerfile, run, call) ? ['documentation' as const] : [])]
        : [];
    case 'go':
    case 'cargo':
      return isInstall || action === 'build' ? ['downloads'] : [];
    case 'pnpm':
      // What `pnpm fetch` stores is what the next install takes its files from.
      return isInstall && call.subcommand?.text !== 'fetch' ? ['downloads'] : [];
    case 'yarn':
      return isInstall && !mayBePlugAndPlay(dockerfile, run, call) ? ['downloads'] : [];
    default:
      return isInstall ? ['downloads'] : [];
  }
}

const MOVING_OPTIONS = ['--cache-dir', '--cachedir', '--cache', '--cache-folder', '--store-dir', '--pkg-cache-dir'];

/** By a flag, by the environment, by a setting: no cache, or one in a place of its own. */
function isToldOtherwise(dockerfile: Dockerfile, run: Run, call: PackageCall): boolean {
  const { manager, skipsCache, options } = call;
  if (manager !== 'apt' && skipsCache) return true;
  if (options.has(...MOVING_OPTIONS)) return true;
  // What the system has already, and what `-i` puts elsewhere.
  if (manager === 'apk' && options.has('--no-network')) return true;
  if (manager === 'gem' && options.has('-i', '--install-dir')) return true;
  return isSkippedByEnvironment(run, call) || (manager === 'pip' && isSkippedByFile(dockerfile, run, call));
}

function isSkippedByEnvironment(run: Run, { manager, command: caller }: PackageCall): boolean {
  const exported = cacheExportsOf(run).get(manager) ?? Number.POSITIVE_INFINITY;
  return exported < caller.at.start || isCacheSkippedIn(run.scope, manager) !== false;
}

const cacheExportsOf = onceForCommand(cacheExports);

/** By manager: the place from which on a RUN has exported that it keeps no cache. */
function cacheExports({ command }: Run): ReadonlyMap<Manager, number> {
  const places = new Map<Manager, number>();
  for (const { name, args, at } of command.script?.commands ?? []) {
    if (name !== 'export') continue;
    const managers = args.flatMap(({ text }) => {
      const [variable = '', value = ''] = text.split('=', 2);
      return cacheSkippedBy(variable, value);
    });
    for (const manager of managers) if (!places.has(manager)) places.set(manager, at.start);
  }
  return places;
}

const PIP_FILES = /pip\.conf$/;

/** `pip config set global.no-cache-dir true`, or a pip.conf. */
function isSkippedByFile(dockerfile: Dockerfile, run: Run, { command }: PackageCall): boolean {
  const files = filesWrittenBefore(dockerfile, run, command, PIP_FILES);
  if (files.some(({ text }) => text === undefined || text.includes('no-cache-dir'))) return true;
  return settingsOf(dockerfile).pipCacheOff.some((place) => isAbove(place, run, command));
}

function isLeft(
  run: Run,
  call: PackageCall,
  group: FolderGroup | 'documentation',
  cleaned: ReadonlyMap<string, number>,
): boolean {
  if (group === 'documentation') return true;
  const last = cleaned.get(`${call.manager} ${group}`) ?? -1;
  return last < call.command.at.start && !isMounted(run, call.manager, group);
}

const unusedRefreshesOf = onceForCommand((run) => unusedRefreshes(run, packageCallsIn(run)));

const lastCleansOf = onceForCommand(lastCleans);

/** Where a RUN empties each manager's groups of folders for the last time. */
function lastCleans(run: Run): ReadonlyMap<string, number> {
  const place = cachePlaceOf(run.scope);
  const cleans = new Map<string, number>();
  for (const command of run.command.script?.commands ?? []) {
    for (const { manager, group } of cleansCacheOf(command, place)) cleans.set(`${manager} ${group}`, command.at.start);
    if (isRubyClean(command)) for (const manager of RUBY) cleans.set(`${manager} downloads`, command.at.start);
  }
  return cleans;
}

const RUBY = ['gem', 'bundler'] as const;
const GEM_CACHE = /(^|\/)cache(\/(\*|\*\.gem)?)?$/;

/** Where gems are depends on Ruby's version and on Bundler's settings: a deleted `cache` is taken to be theirs. */
function isRubyClean({ name, args }: ShellCommand): boolean {
  return name === 'rm' && args.some(({ text }) => GEM_CACHE.test(text) && !text.startsWith('/var/cache'));
}

/** A mount over one of the folders. With a wrong home folder it is another rule's matter. */
function isMounted({ mounts, scope }: Run, manager: Manager, group: FolderGroup): boolean {
  const place = cachePlaceOf(scope);
  const groups: readonly FolderGroup[] = manager === 'apt' ? [group] : ['index', 'downloads'];
  const folders = groups.flatMap((one) => cacheFoldersOf(manager, one, place));
  const tails = knowledgeOf(manager).folders.flatMap(({ path }) => (path.startsWith('~/') ? [path.slice(1)] : []));
  return mounts.some(({ type, target }) => {
    if ((type !== 'cache' && type !== 'tmpfs') || !target) return false;
    const path = scope.expand(target)?.replace(/\/+$/, '');
    if (path === undefined) return true;
    return folders.some((folder) => `${folder}/`.startsWith(`${path}/`)) || tails.some((tail) => path.endsWith(tail));
  });
}

const APT_FILES = /^\/etc\/apt\/apt\.conf/;
const GEM_FILES = /gemrc$/;
const YARN_FILES = /(^|\/)\.(yarnrc\.yml|yarn|pnp\.c?js)$/;

/** Whether the .deb files stay: the hook that deletes them is there in Debian's and Ubuntu's images, until it is removed. */
function keepsPackages(dockerfile: Dockerfile, run: Run, { command }: PackageCall): boolean {
  if (settingsOf(dockerfile).aptHookGone.some((place) => isAbove(place, run, command))) return true;
  const files = filesWrittenBefore(dockerfile, run, command, APT_FILES);
  return files.some(({ text }) => text !== undefined && /Keep-Downloaded-Packages\W+(true|1|yes)/i.test(text));
}

/** Ruby's own images switch documentation off in their gemrc. */
function writesDocumentation(dockerfile: Dockerfile, run: Run, { options, command }: PackageCall): boolean {
  if (options.has('--no-document', '--no-doc', '-N', '--no-ri', '--no-rdoc')) return false;
  if (run.scope.base === undefined || run.scope.base.runtime?.name === 'ruby') return false;
  return filesWrittenBefore(dockerfile, run, command, GEM_FILES).length === 0;
}

/** Signs of a newer yarn, which may run the program from its cache. */
function mayBePlugAndPlay(dockerfile: Dockerfile, run: Run, { options, subcommand, command }: PackageCall): boolean {
  if (options.has('--immutable', '--immutable-cache', '--check-cache') || subcommand?.text === 'focus') return true;
  if (settingsOf(dockerfile).yarnSet.some((place) => isAbove(place, run, command))) return true;
  return filesWrittenBefore(dockerfile, run, command, YARN_FILES).length > 0;
}

/** Commands that change how a manager caches. */
interface Settings {
  readonly aptHookGone: Place[];
  readonly pipCacheOff: Place[];
  readonly yarnSet: Place[];
}

const knownSettings = new WeakMap<Dockerfile, Settings>();

function settingsOf(dockerfile: Dockerfile): Settings {
  const known = knownSettings.get(dockerfile);
  if (known) return known;
  const settings: Settings = { aptHookGone: [], pipCacheOff: [], yarnSet: [] };
  for (const instruction of dockerfile.instructions) {
    const { stage, index } = instruction;
    if (instruction.keyword === 'RUN')
      for (const { name, start } of settingsMadeIn(instruction)) settings[name].push({ stage, index, start });
  }
  knownSettings.set(dockerfile, settings);
  return settings;
}

const settingsMadeIn = onceForCommand(({ command }) =>
  (command.script?.commands ?? []).flatMap((one) => {
    const name = settingMadeBy(one);
    return name ? [{ name, start: one.at.start }] : [];
  }),
);

function settingMadeBy({ name = '', args }: ShellCommand): keyof Settings | undefined {
  if (name === 'rm')
    return args.some(({ text }) => text.endsWith('/apt.conf.d/docker-clean')) ? 'aptHookGone' : undefined;
  if (name === 'yarn') return args[0]?.text === 'set' ? 'yarnSet' : undefined;
  const isPipConfig = /^pip[\d.]*$/.test(name) && args[0]?.text === 'config';
  return isPipConfig && args.some(({ text }) => text.includes('no-cache-dir')) ? 'pipCacheOff' : undefined;
}
