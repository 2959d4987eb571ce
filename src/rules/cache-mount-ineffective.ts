import { cachePlaceOf } from '../image/files/cache-place.js';
import {
  cleansCacheOf,
  knowledgeOf,
  type Mount,
  mountTargetsOf,
  type PackageCall,
  type Run,
  type ShellCommand,
  type Span,
  type Stage,
} from '../model/index.js';
import { ByStage } from './by-stage.js';
import { type CacheMount, cacheMountsOf, fillsCache, holdsCacheOf, holdsGroup } from './cache-mount.js';
import { prependCommand, removeCommand } from './command-edits.js';
import { insertAt, removeWord, replace } from './edits.js';
import { code, type Message, text } from './message.js';
import { defineRule, type Edit, type Fix } from './rule.js';

export const cacheMountIneffective = defineRule({
  id: 'cache-mount-ineffective',
  topic: 'caching',
  stages: 'all',
  severity: 'warning',
  variants: { 'docker-clean': {}, 'disabled-by-flag': {}, 'wrong-target': {}, 'wrong-user': {}, 'not-locked': {} },
  summary: 'Make a cache mount do what it is there for.',

  *find(context) {
    const cleaned = new Set<Stage>();
    for (const run of context.instructions('RUN')) {
      const mounts = cacheMountsOf(run);
      const calls =
        mounts.length > 0
          ? context
              .packageCallsOf(run)
              .map(({ call }) => call)
              .filter(fillsCache)
          : [];
      const emptied = run.stage && cleaned.has(run.stage) ? undefined : emptiedByHook(run, mounts, calls);
      if (emptied && run.stage) cleaned.add(run.stage);
      yield* emptied ? [emptied] : [];
      yield* switchedOff(run, mounts, calls);
      const misplaced = misplacedMounts(run, mounts, calls);
      yield* misplaced;
      yield* unwritable(
        run,
        mounts.filter(({ mount }) => !misplaced.some((other) => other.mount === mount)),
      );
      yield* unlocked(run, mounts, calls);
    }
  },

  explain: (found) => EXPLAIN[found.variant](found),

  *repair(found, { dockerfile }) {
    const { variant, run, mount, call, flag, clean, expected } = found;
    const fix = (title: string, edit: Edit | undefined, safety: Fix['safety'] = 'suggested') =>
      edit ? [{ title, safety, edits: [edit] }] : [];
    if (variant === 'docker-clean' && call)
      yield* fix(
        'Remove docker-clean first',
        prependCommand(dockerfile, run, firstAptCommand(run, call), `rm -f ${HOOK}`),
      );
    if (variant === 'disabled-by-flag' && clean) yield* fix('Keep the cache', removeCommand(dockerfile, run, clean));
    // apk needs an index; without --no-cache it does not fetch one by itself.
    if (variant === 'disabled-by-flag' && flag && run.command.form === 'shell')
      yield* fix(
        'Let it use the cache',
        call?.manager === 'apk' ? replace(flag, '--update-cache') : removeWord(dockerfile, flag),
      );
    if (variant === 'wrong-target' && expected && !nonRootOf(run))
      yield* fix('Mount where the cache is', replace(found.at, expected));
    if (variant === 'wrong-user') yield* fix('Give the mount to the user', ownershipOf(run, mount));
    if (variant === 'not-locked') yield* fix('Lock the mount', lockOf(mount), 'safe');
  },
});

type Kind = 'docker-clean' | 'disabled-by-flag' | 'wrong-target' | 'wrong-user' | 'not-locked';

interface Found {
  readonly variant: Kind;
  readonly at: Span;
  readonly run: Run;
  readonly mount: Mount;
  readonly path: string;
  readonly call?: PackageCall;
  /** What switches the cache off: a flag, a command, or a variable. */
  readonly flag?: Span;
  readonly clean?: ShellCommand;
  readonly switch?: string;
  /** Where the manager looks. */
  readonly expected?: string;
}

const HOOK = '/etc/apt/apt.conf.d/docker-clean';

/** apt's downloads, which a hook of Debian's and Ubuntu's images deletes after each installation. */
function emptiedByHook(run: Run, mounts: readonly CacheMount[], calls: readonly PackageCall[]): Found | undefined {
  const { base } = run.scope;
  const call = calls.find(({ manager, action }) => manager === 'apt' && action !== 'update-index');
  const held = mounts.find((mount) => holdsGroup(run, mount, 'apt', 'downloads'));
  if (!call || !held || (base?.distribution !== 'debian' && base?.distribution !== 'ubuntu')) return undefined;
  const gone = run.stage ? hookNamed.at(run.stage) : Number.POSITIVE_INFINITY;
  const isGone = gone < call.command.at.start;
  return isGone ? undefined : { variant: 'docker-clean', at: held.mount.at, run, ...held, call };
}

/** The place of the first command that names the hook, in a stage and those it is built FROM. */
const hookNamed = new ByStage<number>((stage, below = Number.POSITIVE_INFINITY) => Math.min(below, firstNaming(stage)));

function firstNaming({ instructions }: Stage): number {
  const commands = instructions.flatMap((one) => (one.keyword === 'RUN' ? (one.command.script?.commands ?? []) : []));
  const first = commands.find(({ args, redirects }) =>
    [...args, ...redirects.map(({ target }) => target)].some((word) => word?.text.includes('docker-clean')),
  );
  return first?.at.start ?? Number.POSITIVE_INFINITY;
}

function firstAptCommand(run: Run, call: PackageCall): ShellCommand {
  return run.command.script?.commands.find(({ name }) => name === call.command.name) ?? call.command;
}

function* switchedOff(run: Run, mounts: readonly CacheMount[], calls: readonly PackageCall[]): Iterable<Found> {
  for (const call of calls) {
    const held = mounts.find((mount) => holdsCacheOf(run, mount, call.manager));
    if (!held) continue;
    const found = { variant: 'disabled-by-flag', run, ...held, call } as const;
    const { cacheOffFlags } = knowledgeOf(call.manager);
    const flag = call.options.find(...cacheOffFlags);
    const variable = flag ? undefined : switchedOffBy(run, call);
    if (flag) yield { ...found, at: flag.at, flag: flag.at, switch: flag.name };
    else if (variable) yield { ...found, at: held.mount.at, switch: variable };
  }
  yield* emptied(run, mounts, calls);
}

/** The variable of the scope that keeps a manager from caching. */
function switchedOffBy({ scope }: Run, { manager }: PackageCall): string | undefined {
  return knowledgeOf(manager).cacheOffEnvironment.find(({ variable, isOn }) => {
    const value = scope.variable(variable)?.value;
    return typeof value === 'string' && isOn(value);
  })?.variable;
}

/** Commands that empty a mounted folder after it was filled. */
function* emptied(run: Run, mounts: readonly CacheMount[], calls: readonly PackageCall[]): Iterable<Found> {
  for (const command of run.command.script?.commands ?? [])
    for (const { manager, group, at } of cleansCacheOf(command, cachePlaceOf(run.scope))) {
      const call = calls.find((one) => one.manager === manager && one.command.at.start < command.at.start);
      const held = mounts.find((mount) => holdsGroup(run, mount, manager, group));
      if (!call || !held) continue;
      yield { variant: 'disabled-by-flag', at, run, ...held, call, clean: command, switch: wordsOf(command) };
      break;
    }
}

function wordsOf({ name, args }: ShellCommand): string {
  return [name, ...args.map((word) => word.text)].join(' ');
}

/** Mounts at a place where a manager of the RUN would look for another user or another setting. */
function misplacedMounts(run: Run, mounts: readonly CacheMount[], calls: readonly PackageCall[]): Found[] {
  // The user and the environment of an unknown image can be anybody's.
  if (!run.scope.base) return [];
  return mounts.flatMap((held): Found[] => {
    const call = calls.find(
      ({ manager }) => looksLikeCacheOf(held, manager) && !mounts.some((other) => holdsCacheOf(run, other, manager)),
    );
    const place = cachePlaceOf(run.scope);
    // Where the home folder is not known, it is not root's.
    if (!call || (place.home === '~' && !/^\/(?:root|~)\/|\/~\//.test(held.path))) return [];
    const tail = tailOf(held, call.manager);
    const targets = mountTargetsOf(call.manager, place);
    const expected = targets.find((target) => tail !== undefined && target.endsWith(tail)) ?? targets[0];
    const isKnown = expected !== undefined && !expected.startsWith('~');
    const at = held.mount.target?.at ?? held.mount.at;
    return [{ variant: 'wrong-target', at, run, ...held, call, ...(isKnown && { expected }) }];
  });
}

function looksLikeCacheOf(held: CacheMount, manager: PackageCall['manager']): boolean {
  const isDefault = knowledgeOf(manager).folders.some(
    ({ path, rootPath }) => held.path === path || held.path === rootPath,
  );
  return isDefault || tailOf(held, manager) !== undefined;
}

/** `/.npm` of `/root/.npm`, `/home/app/.npm`, `~/.npm` and of an empty `$HOME`. */
function tailOf({ path }: CacheMount, manager: PackageCall['manager']): string | undefined {
  const tails = knowledgeOf(manager).folders.flatMap((folder) =>
    folder.path.startsWith('~/') ? [folder.path.slice(1)] : [],
  );
  return tails.find((tail) => {
    const home = path.endsWith(tail) ? path.slice(0, -tail.length) : undefined;
    return home !== undefined && /^(?:\/root|\/home\/[^/]+|.*\/~|)$/.test(home);
  });
}

/** The user of a RUN, if it is known and not root. */
function nonRootOf({ scope }: Run): { user: string; group: string | undefined } | undefined {
  const [user = '', group] = (scope.user ?? '').split(':');
  return user === '' || user === 'root' || user === '0' ? undefined : { user, group };
}

function* unwritable(run: Run, mounts: readonly CacheMount[]): Iterable<Found> {
  const commands = run.command.script?.commands ?? [];
  const isRaised = commands.some(({ wrappers }) => wrappers.some((word) => /^(?:sudo|doas)$/.test(word.text)));
  if (!nonRootOf(run) || isRaised) return;
  for (const held of mounts) {
    const { keys, from, at } = held.mount;
    const isForAll = /[2367]$/.test(keys.get('mode')?.text ?? '');
    if (!keys.has('uid') && !keys.has('gid') && !from && !isForAll) yield { variant: 'wrong-user', at, run, ...held };
  }
}

function* unlocked(run: Run, mounts: readonly CacheMount[], calls: readonly PackageCall[]): Iterable<Found> {
  for (const held of mounts) {
    const sharing = held.mount.keys.get('sharing')?.text ?? 'shared';
    const call = calls.find(
      ({ manager }) => knowledgeOf(manager).cacheMountSharing === 'locked' && holdsCacheOf(run, held, manager),
    );
    if (call && sharing === 'shared') yield { variant: 'not-locked', at: held.mount.at, run, ...held, call };
  }
}

/** Only numbers mean the same to the builder and in the container. */
function ownershipOf(run: Run, { at }: Mount): Edit | undefined {
  const owner = nonRootOf(run);
  if (!owner || !/^\d+$/.test(owner.user)) return undefined;
  const gid = owner.group !== undefined && /^\d+$/.test(owner.group) ? `,gid=${owner.group}` : '';
  return insertAt(at.end, `,uid=${owner.user}${gid}`);
}

function lockOf({ at, keys }: Mount): Edit {
  const sharing = keys.get('sharing');
  return sharing ? replace(sharing.at, 'locked') : insertAt(at.end, ',sharing=locked');
}

const EXPLAIN: Readonly<Record<Kind, (found: Found) => Message>> = {
  'docker-clean': ({ path, run }) => ({
    what: text`${code(path)} is mounted as a cache, and ${code(HOOK)} empties it.`,
    why: text`That file comes with the ${run.scope.base?.distribution === 'ubuntu' ? 'Ubuntu' : 'Debian'} images and deletes every package file after its installation, so the next build downloads all of them again.`,
    todo: text`Remove the file before the installation.`,
  }),
  'disabled-by-flag': ({ path, call, clean, switch: word = '' }) => ({
    what: clean
      ? text`${code(word)} empties the cache that is mounted at ${code(path)}.`
      : text`${code(word)} keeps ${code(call?.tool ?? '')} from using the cache that is mounted at ${code(path)}.`,
    why: text`What is under a mount is not in the layer: there is nothing to save, and the next build downloads everything again.`,
    todo: clean ? text`Leave the command out.` : text`Leave ${code(word)} out where a cache is mounted.`,
  }),
  'wrong-target': ({ path, call, expected, run }) => ({
    what: expected
      ? text`${code(call?.tool ?? '')} keeps its cache in ${code(expected)} here, and the mount is at ${code(path)}.`
      : text`The mount is at ${code(path)}, which is not the home folder of user ${code(run.scope.user ?? '')}.`,
    why: text`The mounted folder stays empty, and the downloads go into the layer.`,
    todo: nonRootOf(run)
      ? text`Mount the folder of the user that runs the command, with ${code('uid=')} and ${code('gid=')} of that user.`
      : text`Mount the folder that ${code(call?.tool ?? '')} uses.`,
  }),
  'wrong-user': ({ path, run }) => ({
    what: text`The cache at ${code(path)} belongs to root, and the command runs as ${code(run.scope.user ?? '')}.`,
    why: text`Without ${code('uid')} the builder makes the folder for root with mode 0755, and nobody else can write to it.`,
    todo: text`Add ${code('uid=')} and ${code('gid=')} of that user to the mount.`,
  }),
  'not-locked': ({ path, call }) => ({
    what: text`Two builds may use the cache at ${code(path)} at the same time.`,
    why: text`${code(call?.tool ?? '')} needs its folders for itself: a second build beside it can fail, or find its files changed.`,
    todo: text`Add ${code('sharing=locked')}, so that the builds take turns.`,
  }),
};
