import { cachePlaceOf } from '../image/files/cache-place.js';
import { indexOf, unusedRefreshes, usesIndex } from '../image/files/index-refresh.js';
import {
  callName,
  cleansCacheOf,
  type Dockerfile,
  type Manager,
  type PackageCall,
  type Run,
  type Stage,
} from '../model/index.js';
import { prependCommand } from './command-edits.js';
import type { RuleContext } from './context.js';
import { removeInstruction } from './edits.js';
import { code, text } from './message.js';
import { defineRule, type Edit } from './rule.js';

/** They install from the lists that are there; the others look by themselves whether there are newer ones. */
const TRUSTING: readonly Manager[] = ['apt', 'pacman'];

export const packageUpdateAlone = defineRule({
  id: 'package-update-alone',
  topic: 'caching',
  stages: 'all',
  onbuild: true,
  severity: 'warning',
  aliases: ['DS-0017', 'CKV_DOCKER_5', '9bae49be', 'S6595'],
  summary: 'Refresh package lists in the step that installs from them.',

  *find({ instructions, packageCallsOf }) {
    for (const run of instructions('RUN')) {
      const unused = unusedRefreshes(run, packageCallsOf(run));
      const cleans = unused.size > 0 ? lastCleans(run) : undefined;
      for (const call of unused)
        if ((cleans?.get(indexOf(call.manager)) ?? -1) < call.command.at.start)
          yield { at: { start: call.toolAt.start, end: call.flagsAt }, call, run };
    }
  },

  explain: ({ call }) => {
    const isTrusting = TRUSTING.includes(call.manager);
    return {
      what: text`Nothing in this RUN installs from the lists that ${code(callName(call))} fetches.`,
      why: isTrusting
        ? text`The build cache keeps this layer, so a changed install further down works with old lists and may ask for versions that the server no longer has.`
        : text`${code(call.tool)} fetches lists by itself when it installs; this step only puts them into a layer.`,
      todo: isTrusting ? text`Put it in front of the install, in the same RUN.` : text`Take it out.`,
    };
  },

  *repair({ call, run }, context) {
    const edits = mergeEdits(call, run, context);
    if (!edits) return;
    const title = edits.length > 1 ? 'Refresh in the step that installs' : 'Remove this step';
    yield { title, safety: 'suggested', edits };
  },
});

/** Where a RUN deletes each index for the last time: `apt-get update; apt-get dist-clean` leaves no lists to a later step. */
function lastCleans(run: Run): ReadonlyMap<Manager, number> {
  const place = cachePlaceOf(run.scope);
  const cleans = new Map<Manager, number>();
  for (const command of run.command.script?.commands ?? [])
    for (const { manager, group } of cleansCacheOf(command, place))
      if (group === 'index') cleans.set(indexOf(manager), command.at.start);
  return cleans;
}

/** This step away, and the refresh before the first install that needs it; undefined where the step does more. */
function mergeEdits(refresh: PackageCall, run: Run, context: RuleContext): Edit[] | undefined {
  const { dockerfile } = context;
  const isWhole =
    run.command.script?.only === refresh.command &&
    run.command.form === 'shell' &&
    !run.onbuild &&
    run.mounts.length === 0;
  if (!isWhole || run.heredocs.length > 0) return undefined;
  const removal = removeInstruction(dockerfile, run);
  if (!TRUSTING.includes(refresh.manager)) return [removal];
  const next = nextOfIndex(refresh, run, context);
  if (!next) return undefined;
  if (next.call.action === 'update-index') return [removal];
  const words = dockerfile.text.slice(refresh.command.at.start, refresh.command.at.end);
  const merged = words.includes('\n') ? undefined : prependCommand(dockerfile, next.run, next.call.command, words);
  return merged && [removal, merged];
}

interface Next {
  readonly run: Run;
  readonly call: PackageCall;
}

/** The next call below that refreshes the same lists or lives on them, in this stage or one that is built on it. */
function nextOfIndex(refresh: PackageCall, run: Run, context: RuleContext): Next | undefined {
  const calls = knownCalls.get(context.dockerfile) ?? new IndexCalls(context);
  knownCalls.set(context.dockerfile, calls);
  return run.stage && calls.next(indexOf(refresh.manager), run, run.stage);
}

const knownCalls = new WeakMap<Dockerfile, IndexCalls>();

/** Calls that refresh package lists or live on them, in the order of the file. */
class IndexCalls {
  /** By stage and index. */
  private readonly own = new Map<Stage, Map<Manager, Next[]>>();
  /** The first of the stages that are built on one. */
  private readonly above = new Map<Stage, Map<Manager, Next>>();

  constructor({ dockerfile: { stages }, packageCallsOf }: RuleContext) {
    for (const stage of stages) this.own.set(stage, indexCallsIn(stage, packageCallsOf));
    for (const stage of stages.toReversed()) if (stage.parent) this.offer(stage.parent, [...this.firstOf(stage)]);
  }

  next(index: Manager, run: Run, stage: Stage): Next | undefined {
    const own = this.own.get(stage)?.get(index) ?? [];
    return own[firstBehind(own, run.index)] ?? this.above.get(stage)?.get(index);
  }

  /** The first call of each index in a stage, or else in those built on it. */
  private firstOf(stage: Stage): Map<Manager, Next> {
    const first = new Map(this.above.get(stage));
    for (const [index, [call]] of this.own.get(stage) ?? []) if (call) first.set(index, call);
    return first;
  }

  /** The stages come from the last to the first: what comes later stands further up. */
  private offer(stage: Stage, calls: readonly (readonly [Manager, Next])[]): void {
    const known = this.above.get(stage) ?? new Map<Manager, Next>();
    this.above.set(stage, known);
    for (const [index, call] of calls)
      if ((known.get(index)?.run.index ?? Number.POSITIVE_INFINITY) > call.run.index) known.set(index, call);
  }
}

function indexCallsIn({ instructions }: Stage, callsOf: RuleContext['packageCallsOf']): Map<Manager, Next[]> {
  const found = new Map<Manager, Next[]>();
  for (const run of instructions) {
    if (run.keyword !== 'RUN') continue;
    for (const { call } of callsOf(run)) {
      if (!usesIndex(call) && call.action !== 'update-index') continue;
      const list = found.get(indexOf(call.manager)) ?? [];
      found.set(indexOf(call.manager), list);
      list.push({ run, call });
    }
  }
  return found;
}

/** The place of the first call in a RUN below one. */
function firstBehind(calls: readonly Next[], index: number): number {
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calls[middle]?.run.index ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}
