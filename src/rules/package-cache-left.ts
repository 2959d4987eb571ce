import { usesIndex } from '../image/files/index-refresh.js';
import { type LeftoverCache, leftoverCachesOf } from '../image/files/leftover-caches.js';
import { callName, type Dockerfile, isBuiltOn, knowledgeOf, type PackageCall, type Run } from '../model/index.js';
import { addFlag, appendCommand, prependCommand } from './command-edits.js';
import type { RuleContext } from './context.js';
import { code, type Text, text } from './message.js';
import { isRoot } from './root-user.js';
import { defineRule, type Edit, type Fix } from './rule.js';
import { isForDevelopment } from './stage-purpose.js';

/** Their caches are needed until the program is compiled, which is often a later step. */
const COMPILES = new Set(['go', 'cargo']);

export const packageCacheLeft = defineRule({
  id: 'package-cache-left',
  topic: 'bloat',
  stages: 'shipped',
  onbuild: true,
  severity: 'warning',
  variants: {
    apt: { aliases: ['DL3009', 'df746b39', 'S6587'] },
    apk: { aliases: ['DL3019', 'DS-0025', 'ae9c56a6'] },
    dnf: { aliases: ['DL3040', 'DS-0019', '295acb63'] },
    microdnf: { aliases: ['DL3040', 'DS-0027'] },
    yum: { aliases: ['DL3032', 'DS-0015', '00481784'] },
    zypper: { aliases: ['DL3036', 'DS-0020', '38300d1a'] },
    pip: { aliases: ['DL3042', 'f2f903fb'] },
    npm: {},
    yarn: { aliases: ['DL3060'] },
    // Most of the store are hard links to what is in node_modules, which cost nothing.
    pnpm: { severity: 'info' },
    bundler: {},
    gem: {},
    composer: {},
    cargo: {},
    go: {},
  },
  summary: 'Leave no download cache and no package lists in the image.',

  *find(context) {
    const seen = new Set<string>();
    for (const run of context.instructions('RUN')) {
      if (isForDevelopment(run.stage)) continue;
      for (const leftover of told(
        leftoverCachesOf(context.dockerfile, run, context.packageCallsOf(run)).filter(({ isUnused }) => !isUnused),
      )) {
        const { manager, call } = leftover;
        if (COMPILES.has(manager) && seen.has(manager)) continue;
        seen.add(manager);
        yield { variant: manager, at: { start: call.toolAt.start, end: call.flagsAt }, ...leftover };
      }
    }
  },

  explain: (leftover) => ({
    what: text`${code(callName(leftover.call))} leaves ${leftoversOf(leftover)} in this layer.`,
    why: text`Nothing needs them when the container runs, and a later step cannot take them out of the layer again.`,
    todo: adviceFor(leftover),
  }),

  *repair(leftover, context) {
    const fix = fixFor(leftover, context);
    if (fix) yield fix;
  },
});

/** One finding for each RUN and manager, but one for each call where a flag of the call is what is missing. */
function* told(leftovers: readonly LeftoverCache[]): Iterable<LeftoverCache> {
  const apkRefresh = leftovers.find(({ manager, call }) => manager === 'apk' && call.action === 'update-index');
  const seen = new Set<string>();
  for (const leftover of leftovers) {
    const { manager, call, left } = leftover;
    const key = `${manager} ${left[0]}`;
    const isFirst = manager === 'apk' ? leftover === (apkRefresh ?? leftover) : !seen.has(key);
    seen.add(key);
    if (isFirst || (flagOf(call) !== undefined && !(manager === 'apk' && apkRefresh))) yield leftover;
  }
}

function leftoversOf({ manager, left, folder }: LeftoverCache): Text {
  if (left.includes('index')) return text`its package lists (${code(folder)})`;
  if (manager === 'go') return text`downloaded modules and build results`;
  if (left.includes('documentation'))
    return left.length > 1 ? text`its downloads and the gems' documentation` : text`the gems' documentation`;
  return text`its downloads (${code(folder)})`;
}

function adviceFor({ manager, call, left }: LeftoverCache): Text {
  if (COMPILES.has(manager))
    return text`Compile in a stage of its own and copy the program from it, or put cache mounts over the folders.`;
  const flag = flagOf(call);
  if (flag) return text`Add ${code(flag)}, or put a cache mount over the folder.`;
  if (manager === 'gem' && left.includes('documentation'))
    return text`Add ${code('--no-document')}, and delete the downloads in the same RUN.`;
  return text`End the same RUN with ${code(cleanCommandFor(call, left))}, or put a cache mount over the folder.`;
}

/** The flag that keeps a call from caching. A refresh without a cache would refresh nothing. */
function flagOf({ manager, action }: PackageCall): string | undefined {
  return action === 'update-index' ? undefined : knowledgeOf(manager).cacheOffFlags[0];
}

function cleanCommandFor({ manager }: PackageCall, left: LeftoverCache['left']): string {
  if (manager === 'apt' && left.includes('downloads')) return 'apt-get clean';
  return knowledgeOf(manager).cleanCommand ?? '';
}

function fixFor(leftover: LeftoverCache, context: RuleContext): Fix | undefined {
  const { manager, call, run } = leftover;
  if (COMPILES.has(manager)) return undefined;
  const flag = flagOf(call);
  if (flag) return fixOf(`Add ${flag}`, 'safe', [addFlag(run, call, flag)]);
  const sudo = sudoFor(leftover);
  const clean = sudo + cleanCommandFor(call, leftover.left);
  // Another user may call with sudo only what sudoers allows.
  const safety = sudo === '' ? 'safe' : 'suggested';
  const title = `End the step with ${clean}`;
  const edits = [appendCommand(context.dockerfile, run, clean)];
  if (manager === 'gem') return gemFix(leftover, context.dockerfile);
  if (manager === 'yarn') return fixOf(title, isClassicYarn(run) ? safety : 'suggested', edits);
  const users = leftover.left.includes('index') && manager === 'apt' ? usersOfLists(run, context) : [];
  if (users.length === 0) return fixOf(title, safety, edits);
  return fixOf(`${title}, and refresh the lists where a later step needs them`, 'suggested', [
    ...edits,
    ...users.flatMap((later) => refreshEdits(context.dockerfile, later, clean)),
  ]);
}

function fixOf(title: string, safety: Fix['safety'], edits: readonly (Edit | undefined)[]): Fix | undefined {
  const made = edits.filter((edit) => edit !== undefined);
  return made.length === edits.length ? { title, safety, edits: made } : undefined;
}

/** What a command beside this call needs in front to do as much. */
function sudoFor({ call, run }: User): string {
  return !isRoot(run.scope.user) && call.command.wrappers.some(({ text }) => text === 'sudo') ? 'sudo ' : '';
}

function gemFix({ call, run, left }: LeftoverCache, dockerfile: Dockerfile): Fix | undefined {
  const flag = left.includes('documentation') ? [addFlag(run, call, '--no-document')] : [];
  const clean = left.includes('downloads') ? [appendCommand(dockerfile, run, cleanCommandFor(call, left))] : [];
  const title =
    left.length > 1
      ? 'Keep neither downloads nor documentation'
      : flag[0]
        ? 'Install no documentation'
        : 'Delete the downloads';
  return fixOf(title, flag.length > 0 ? 'suggested' : 'safe', [...flag, ...clean]);
}

/** The yarn of the image itself, which is version 1. */
function isClassicYarn({ scope }: Run): boolean {
  return scope.base?.tools?.has('yarn') ?? false;
}

interface User {
  readonly run: Run;
  readonly call: PackageCall;
}

/** The first calls in later steps that live on the lists of this one, up to the next refresh. */
function usersOfLists(run: Run, { dockerfile, packageCallsOf }: RuleContext): User[] {
  const users: User[] = [];
  for (let index = run.index + 1; index < dockerfile.instructions.length; index++) {
    const later = dockerfile.instructions[index];
    if (later?.keyword !== 'RUN' || !isBuiltOn(later.stage, run.stage)) continue;
    const calls = packageCallsOf(later).filter(({ call }) => call.manager === 'apt');
    const first = calls.find(({ call }) => usesIndex(call) || call.action === 'update-index')?.call;
    if (first?.action === 'update-index') break;
    if (first) users.push({ run: later, call: first });
  }
  return users;
}

function refreshEdits(dockerfile: Dockerfile, user: User, clean: string): (Edit | undefined)[] {
  const { run, call } = user;
  const refresh = `${sudoFor(user)}apt-get update`;
  return [prependCommand(dockerfile, run, call.command, refresh), appendCommand(dockerfile, run, clean)];
}
