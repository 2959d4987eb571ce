/**
 * What package managers do with a signal and with the end of what they start. Measured with npm 6 to 12, Yarn 1.22 and
 * 4, pnpm 10, Bun 1.4, Node.js 24 and Go 1.24 (E5 and test/experiments/process).
 */
import { goFacts } from './known-programs.js';
import { signalsOrphans } from './manager-effect.js';
import type { ChildEnd, Forwarder } from './process.js';
import type { Around } from './read-process.js';

/** `npm6` is that of Node.js up to 14, `berry` Yarn 2 and later. */
export type NodeManager = 'npm' | 'npm6' | 'yarn' | 'berry' | 'pnpm' | 'bun' | 'node-run';

type Passes = Forwarder['passesOn'];

const onlyTerm: Passes = ({ name }) => (name === 'SIGTERM' ? 'child' : undefined);

function signalCode({ by }: ChildEnd): number | undefined {
  return by && 128 + by.number;
}

export function managerNature(manager: NodeManager | 'go-run', { stage }: Around): Forwarder {
  const ofNode = { kind: 'forwarder', reaps: false } as const;
  switch (manager) {
    case 'npm':
      return {
        ...ofNode,
        passesOn: ({ name }) => (/^SIG(?:TERM|INT)$/.test(name) ? 'child' : name === 'SIGQUIT' ? 'none' : undefined),
        // It sends itself the signal that its child died of; PID 1 does not notice, and then it is an error.
        exitCode: (end) => (end.by ? (end.isPid1 ? 1 : (signalCode(end) ?? null)) : end.exitCode),
      };
    case 'npm6':
      return {
        ...ofNode,
        passesOn: onlyTerm,
        exitCode: ({ by, isPid1, exitCode }) => (by ? (isPid1 ? 0 : 143) : exitCode),
      };
    case 'yarn':
      return { ...ofNode, passesOn: onlyTerm, exitCode: () => 1 };
    case 'berry':
      return { ...ofNode, passesOn: onlyTerm, exitCode: ({ by, exitCode }) => (by ? 129 : exitCode) };
    case 'pnpm':
      return pnpm(signalsOrphans(stage.base));
    case 'bun':
      return { kind: 'forwarder', reaps: null, passesOn: onlyTerm, exitCode: ({ exitCode }) => exitCode };
    case 'node-run':
      return { ...ofNode, passesOn: () => 'none', exitCode: ({ exitCode }) => exitCode };
    case 'go-run':
      return goRun(stage.base?.runtime);
  }
}

function pnpm(hasPs: boolean | null): Forwarder {
  const whenKilled = ({ isPid1, isGroup }: ChildEnd) =>
    isPid1 ? 1 : isGroup || hasPs === null ? null : hasPs ? 143 : 1;
  return {
    kind: 'forwarder',
    reaps: false,
    passesOn: onlyTerm,
    exitCode: (end) => (end.by ? whenKilled(end) : end.exitCode),
    signalsOrphans: hasPs,
  };
}

/** It ignores SIGINT, and leaves the other signals to Go's runtime. */
function goRun(runtime: { readonly version: string | undefined } | undefined): Forwarder {
  const facts = goFacts(runtime?.version);
  return {
    kind: 'forwarder',
    reaps: null,
    passesOn: ({ name }) => (name === 'SIGTERM' || name === 'SIGINT' ? 'none' : undefined),
    exitCode: ({ exitCode }) => exitCode,
    facts: { ...facts, reacts: { ...facts.reacts, SIGINT: 'stays' } },
  };
}

/** Which of its kind it is, as far as the image or the build context tells. */
export function nodeManagersOf(manager: 'npm' | 'yarn' | 'pnpm' | 'node-run', around: Around): readonly NodeManager[] {
  const { base } = around.stage;
  if (manager === 'npm') {
    const isOld = base?.runtime?.name === 'node' && Number.parseInt(base.runtime.version ?? '', 10) < 15;
    return [isOld ? 'npm6' : 'npm'];
  }
  if (manager !== 'yarn') return [manager];
  const berry = saysBerry(around);
  if (berry !== undefined) return [berry ? 'berry' : 'yarn'];
  if (base?.tools?.has('yarn') && !/\bcorepack\b/.test(around.dockerfile.text)) return ['yarn'];
  around.doubts.add('which Yarn it is');
  return ['yarn', 'berry'];
}

/** `.yarnrc.yml` and `packageManager` name a later Yarn than 1. */
function saysBerry({ dockerfile: { input } }: Around): boolean | undefined {
  if (input.context?.some(({ path }) => /(?:^|\/)\.yarnrc\.yml$/.test(path))) return true;
  const manifest = input.context?.find(({ path }) => path === 'package.json')?.text ?? '';
  const version = /"packageManager"\s*:\s*"yarn@(\d+)/.exec(manifest)?.[1];
  return version === undefined ? undefined : Number(version) > 1;
}
