/** Refreshes of a package index, and whether the RUN that makes one uses it. */
import type { Manager, PackageCall, Run, ShellCommand } from '../../model/index.js';

const USES = new Set(['install', 'upgrade', 'dist-upgrade', 'other']);
const RPM: readonly Manager[] = ['dnf', 'yum', 'microdnf'];
/** Programs that certainly install nothing from a package index. Behind any other one, the index may be in use. */
const INERT = new Set([
  ...['rm', 'echo', 'printf', 'true', ':', 'set', 'export', 'mkdir', 'touch', 'ln', 'cp', 'mv', 'chmod', 'chown'],
  ...[
    'sed',
    'cat',
    'grep',
    'find',
    'test',
    '[',
    'date',
    'curl',
    'wget',
    'tar',
    'gpg',
    'apt-key',
    'groupadd',
    'useradd',
  ],
]);

/** A call of a package manager with the command that makes it. */
export interface Called {
  readonly call: PackageCall;
  readonly command: ShellCommand;
}

/** The manager that stands for all that read the same index. */
export function indexOf(manager: Manager): Manager {
  return RPM.includes(manager) ? 'dnf' : manager;
}

/** Whether a call needs an index that somebody refreshed. */
export function usesIndex({ action }: PackageCall): boolean {
  return USES.has(action);
}

/** The refreshes behind which a RUN certainly installs nothing: the index is for a later step, or for nobody. */
export function unusedRefreshes(run: Run, calls: readonly Called[]): ReadonlySet<PackageCall> {
  const callOf = new Map(calls.map(({ call, command }) => [command, call]));
  const unused = new Set<PackageCall>();
  const used = new Set<Manager>();
  for (const command of [...(run.command.script?.commands ?? [])].reverse()) {
    const call = callOf.get(command);
    if (!call) {
      const isInert = command.name !== undefined && INERT.has(command.name) && command.program === command.name;
      if (!isInert) break;
    } else if (call.action === 'update-index' && !used.has(indexOf(call.manager))) unused.add(call);
    else if (usesIndex(call)) used.add(indexOf(call.manager));
  }
  return unused;
}
