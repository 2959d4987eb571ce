/** How a shell's script comes to rest: what it has started, what it waits for, and what it does about signals. */
import { baseName, type ShellCommand } from '../../model/index.js';
import { type Trap, trapsOf } from './shell-traps.js';
import type { Unit } from './shell-units.js';
import type { ScriptText } from './start-line.js';

/** What was measured: dash 0.5.11 and 0.5.12, busybox 1.30 to 1.38, bash 5.1 to 5.3. */
export type ShellProgram = 'dash' | 'ash' | 'bash';

export interface ShellPlan {
  /** `program`: a command in the foreground, the last of the process's children; `wait`: the builtin, for its jobs. */
  readonly rest: 'program' | 'wait';
  /** It begins again when the command in the foreground has ended. */
  readonly isLoop: boolean;
  readonly traps: readonly Trap[];
  /** The job, as its place among the children, of each variable that `$!` was put into. */
  readonly jobOf: ReadonlyMap<string, number>;
  /** Builtins and commands behind the one that it rests in. */
  readonly after: readonly Unit[];
}

/** Where the walk through a script ends. */
export interface RestingPoint {
  /** Of the unit in which it rests. */
  readonly index: number;
  readonly foreground: Unit | undefined;
  readonly plan: ShellPlan;
}

/** The script as far as it goes when none of its `exec` is reached; undefined where it ends at once. */
export function restingPointOf(source: ScriptText, units: readonly Unit[]): RestingPoint | undefined {
  const jobs = units.filter(({ kind }) => kind === 'job');
  const wait = units.findIndex((unit) => isWait(unit) && units.indexOf(jobs[0] as Unit) < units.indexOf(unit));
  const last = units.findLastIndex(({ kind }) => kind === 'program' || kind === 'pipeline');
  const waits = jobs.length > 0 && wait !== -1;
  const index = waits ? wait : last;
  const unit = units[index];
  if (!unit) return undefined;
  return {
    index,
    foreground: waits ? undefined : unit,
    plan: {
      rest: waits ? 'wait' : 'program',
      isLoop: unit.isInLoop,
      traps: trapsOf(
        source,
        units.slice(0, index).flatMap(({ commands }) => commands),
      ),
      jobOf: jobsByVariable(units.slice(0, index)),
      after: units.slice(index + 1),
    },
  };
}

function isWait({ commands: [{ name }] }: Unit): boolean {
  return name === 'wait';
}

/** `app & pid=$!` */
function jobsByVariable(units: readonly Unit[]): Map<string, number> {
  const jobs = new Map<string, number>();
  let job = -1;
  for (const { kind, commands } of units) {
    if (kind === 'job') {
      job++;
      jobs.set('!', job);
    }
    for (const { assignments } of commands)
      for (const { name, value } of assignments)
        if (/^\$\{?!\}?$/.test(value?.text ?? '') && job >= 0) jobs.set(name, job);
  }
  return jobs;
}

/** Something that only keeps a container up. */
export function isIdle({ name }: ShellCommand): boolean {
  return /^(?:sleep|tail|cat|read)$/.test(baseName(name ?? ''));
}
