/** The prediction: every reading of the start command is stopped, and only what they agree on is said. */
import { type Dockerfile, lastOf, lineage, type Stage } from '../../model/index.js';
import { lifetimeOf } from './fate.js';
import { DOCKER_INIT } from './init-programs.js';
import { stopProcess, unknownOutcome } from './outcome.js';
import {
  GRACE_PERIOD,
  type ProcessNode,
  type ProcessOptions,
  type ProcessPrediction,
  type StopOutcome,
} from './prediction.js';
import type { Process } from './process.js';
import { type Around, readProcess } from './read-process.js';
import { readSignal, SIGTERM, type Signal } from './signals.js';
import { startLineOf } from './start-line.js';
import { areAllThere, lacksShell } from './starts.js';

/** What a container of the target's image runs, and how it stops. */
export function predictProcess(dockerfile: Dockerfile, options: ProcessOptions = {}): ProcessPrediction {
  const stage = dockerfile.target;
  if (!stage) return nothing(SIGTERM, null, 'There is no stage to start.');
  const signal = stopSignalOf(stage, options);
  const line = startLineOf(dockerfile, stage);
  if (!line.words) return nothing(signal, line.starts, line.why);
  if (lacksShell(dockerfile, stage, line.words))
    return nothing(signal, false, 'The command needs a shell, and the image has none.');
  const around: Around = {
    dockerfile,
    stage,
    asksGroup: asksGroup(stage),
    isInteractive: options.interactive ?? false,
    depth: 0,
    doubts: new Set(),
  };
  const front = options.init === 'docker-init' ? [{ text: DOCKER_INIT }, { text: '--' }] : [];
  const readings = readProcess([...front, ...line.words], around);
  const query = { signal, gracePeriod: options.gracePeriod ?? GRACE_PERIOD };
  return agreed(
    readings.map((root) => predictionOf(stage, root, query)),
    around.doubts,
  );
}

function predictionOf(
  stage: Stage,
  root: Process,
  query: { readonly signal: Signal; readonly gracePeriod: number },
): ProcessPrediction {
  const isUnknown = root.nature.kind === 'unknown';
  const lifetime = lifetimeOf(root);
  return {
    pid1: isUnknown && isScript(root) ? null : root.command || null,
    tree: isUnknown && isScript(root) ? [] : lifetime === 0 ? [] : [nodeOf(root)],
    stopSignal: query.signal.name,
    stop: [false, true].map((handlesSignal) => stopProcess(root, { ...query, handlesSignal })),
    reapsZombies: reaps(root),
    starts: areAllThere(stage, root),
    keepsRunning: isUnknown ? null : lifetime === undefined,
    why: root.nature.kind === 'unknown' ? root.nature.reason : (root.why ?? `${root.command} is PID 1.`),
  };
}

/** A script may make way for something else. */
function isScript({ command }: Process): boolean {
  return command === '' || /sh$|entrypoint/.test(command);
}

function nothing(signal: Signal, starts: false | null, why: string): ProcessPrediction {
  const stop = [false, true].map((handlesSignal) => unknownOutcome(handlesSignal, why));
  const keepsRunning = starts === false ? false : null;
  return { pid1: null, tree: [], stopSignal: signal.name, stop, reapsZombies: null, starts, keepsRunning, why };
}

function agreed(all: readonly ProcessPrediction[], doubts: ReadonlySet<string>): ProcessPrediction {
  const [first, ...others] = all as readonly [ProcessPrediction, ...ProcessPrediction[]];
  if (others.length === 0) return first;
  const reasons = [...doubts].join(' and ');
  const pid1 = common(all.map((one) => one.pid1));
  return {
    pid1,
    tree: commonTree(all.map(({ tree }) => tree)),
    stopSignal: first.stopSignal,
    stop: first.stop.map((_, index) =>
      agreedOutcome(
        all.map(({ stop }) => stop[index] as StopOutcome),
        reasons,
      ),
    ),
    reapsZombies: common(all.map(({ reapsZombies }) => reapsZombies)),
    starts: common(all.map(({ starts }) => starts)),
    keepsRunning: common(all.map(({ keepsRunning }) => keepsRunning)),
    why: common(all.map(({ why }) => why)) ?? whyOf(pid1 !== null, reasons),
  };
}

/** Why more than one reading is possible, and whether that makes a difference. */
function whyOf(areAlike: boolean, reasons: string): string {
  return areAlike ? `It does not matter here ${reasons}.` : `This is not known here: it depends on ${reasons}.`;
}

function agreedOutcome(all: readonly StopOutcome[], reasons: string): StopOutcome {
  const [first] = all as readonly [StopOutcome, ...StopOutcome[]];
  const receives = all.every((one) => JSON.stringify(one.receives) === JSON.stringify(first.receives));
  const shared = {
    seconds: common(all.map(({ seconds }) => seconds)),
    exitCode: common(all.map(({ exitCode }) => exitCode)),
    graceful: common(all.map(({ graceful }) => graceful)),
  };
  return {
    handlesSignal: first.handlesSignal,
    ...shared,
    receives: receives ? first.receives : [],
    why: common(all.map(({ why }) => why)) ?? whyOf(!Object.values(shared).includes(null), reasons),
  };
}

/** The value that all have; `null` where they differ. */
function common<Value>(values: readonly Value[]): Value | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

/** The processes that are there in every reading, as far down as they agree. */
function commonTree(trees: readonly (readonly ProcessNode[])[]): readonly ProcessNode[] {
  const [first = []] = trees;
  if (trees.some(({ length }) => length !== first.length)) return [];
  const nodes = first.map((node, index) => {
    const same = trees.map((tree) => tree[index] as ProcessNode);
    if (same.some(({ words }) => words.join(' ') !== node.words.join(' '))) return undefined;
    return { ...node, children: commonTree(same.map(({ children }) => children)) };
  });
  return nodes.some((node) => node === undefined) ? [] : (nodes as ProcessNode[]);
}

function nodeOf({ command, words, children }: Process): ProcessNode {
  return { command, words, children: children.map(nodeOf) };
}

/** Shells wait for whatever becomes their child (E6). */
function reaps({ nature }: Process): boolean | null {
  switch (nature.kind) {
    case 'shell':
      return true;
    case 'forwarder':
      return nature.reaps;
    case 'program':
      return nature.facts?.reaps ?? null;
    default:
      return null;
  }
}

function stopSignalOf(stage: Stage, { stopSignal }: ProcessOptions): Signal {
  const set = lastOf(stage, 'STOPSIGNAL');
  const written = stopSignal ?? (set?.word ? set.scope.expand(set.word) : stage.base?.stopSignal);
  return (written ? readSignal(written) : undefined) ?? SIGTERM;
}

/** `ENV TINI_KILL_PROCESS_GROUP=1`, with any value. */
function asksGroup(stage: Stage): boolean {
  for (const { instructions } of lineage(stage))
    for (const instruction of instructions)
      if (instruction.keyword === 'ENV' && instruction.pairs.some(({ key }) => key.text === 'TINI_KILL_PROCESS_GROUP'))
        return true;
  return false;
}
