/**
 * What calls of apt leave in the layer of one RUN. They are looked at together, at its end: what the same RUN installs
 * and takes away again was never in the layer.
 */
import type { PackageCall } from '../../model/index.js';
import { type Size, UNKNOWN } from '../amount.js';
import { Memo } from '../memo.js';
import { addedBy, type InstalledPackages, type PackageTable, removalOf, sizeOfAdded } from '../packages/index.js';
import type { StageState } from './stage-state.js';

/** One call, as far as it changes which packages are there. */
type Step =
  | { readonly does: 'install'; readonly names: readonly string[]; readonly recommends: boolean }
  | { readonly does: 'remove'; readonly names: readonly string[]; readonly autoRemove: boolean };

export class AptCalls {
  private readonly steps: Step[] = [];
  /** Why it can't be known what is there at the end. */
  private unknown: string | undefined;

  /** Takes in one call. `isCertain`: it is always made. */
  take(call: PackageCall, isCertain: boolean): void {
    const names = call.packages.map(({ name }) => name);
    switch (call.action) {
      case 'install':
        if (!isCertain || !isVisible(call)) this.unknown ??= `it can't be seen what ${call.tool} installs`;
        this.steps.push({ does: 'install', names, recommends: call.skipsRecommended !== true });
        return;
      case 'upgrade':
      case 'dist-upgrade':
        this.unknown ??= `what ${call.tool} ${call.subcommand?.text} brings depends on the day`;
        return;
      case 'remove':
        this.steps.push({ does: 'remove', names, autoRemove: takesRest(call) });
        return;
      default:
    }
  }

  /** Stores what is left at the end of the RUN. */
  finish(state: StageState): void {
    if (this.steps.length === 0 && this.unknown === undefined) return;
    const asked = this.steps.flatMap((step) => (step.does === 'install' ? step.names : []));
    const { key } = this;
    const { what, size, documentation } = this.outcome(state, [...new Set(asked)]);
    state.files.add({ key, what, isFolder: true, path: '/', place: 'system', size });
    if (!documentation) return;
    const beside = { key: `${key}: documentation`, what: 'their documentation', size: documentation };
    state.files.add({ ...beside, isFolder: true, path: '/usr/share', place: 'path' });
  }

  private get key(): string {
    return `apt ${JSON.stringify(this.steps)}`;
  }

  private outcome(state: StageState, asked: readonly string[]): Outcome {
    const reason = this.unknown ?? (state.apt ? undefined : 'no table has the packages of this base image');
    if (!state.apt || reason !== undefined) return forget(state, asked, reason);
    const { table, installed } = state.apt;
    const found = outcomes.get(installed, this.key, () => outcomeOf(this.steps, asked, table, installed));
    if ('unknown' in found) return forget(state, asked, found.unknown);
    state.apt = { table, installed: found.installed };
    return found;
  }
}

/** Of the calls of one RUN, by what they do. */
const outcomes = new Memo<InstalledPackages, (Outcome & { readonly installed: InstalledPackages }) | Unknown>(200);

interface Unknown {
  readonly unknown: string;
}

function outcomeOf(
  steps: readonly Step[],
  asked: readonly string[],
  table: PackageTable,
  before: InstalledPackages,
): (Outcome & { readonly installed: InstalledPackages }) | Unknown {
  const added = addedInAll(steps, table, before);
  if ('unknown' in added) return added;
  const installed = { ...before, names: new Set([...before.names, ...added]) };
  if (added.length === 0) return { what: 'the records of apt and dpkg', size: RECORDS, installed };
  const query = { table, installed: before.names };
  const slim = sizeOfAdded({ ...query, slim: true }, added);
  const what = whatOf(added.length, asked);
  if (before.isSlim) return { what, size: slim, installed };
  return { what, size: slim, documentation: between(sizeOfAdded({ ...query, slim: false }, added), slim), installed };
}

/** The packages that are there more than before. */
function addedInAll(
  steps: readonly Step[],
  table: PackageTable,
  { names: before }: InstalledPackages,
): readonly string[] | Unknown {
  let added: readonly string[] = [];
  const manual = new Set<string>();
  for (const step of steps) {
    if (step.does === 'install') {
      const { names, recommends } = step;
      const found = addedBy({ table, installed: new Set([...before, ...added]), names, recommends });
      if ('unknown' in found) return found;
      for (const name of names) manual.add(name);
      added = [...added, ...found];
    } else {
      const { names, autoRemove } = step;
      const gone = new Set(removalOf({ graph: table, installed: before, added, manual, names, autoRemove }));
      added = added.filter((name) => !gone.has(name));
    }
  }
  return added;
}

interface Outcome {
  readonly what: string;
  readonly size: Size;
  /** What an image that is not slim keeps beside what a slim one does. */
  readonly documentation?: Size;
}

/** dpkg's and apt's own records, written anew by a removal. Bytes, an upper bound. */
const RECORDS: Size = { unpacked: { min: 0, max: 2_000_000 }, compressed: { min: 0, max: 600_000 } };

function isVisible({ packages, options }: PackageCall): boolean {
  const isOrdinary = !options.has('-d', '--download-only', '-t', '--target-release');
  return isOrdinary && packages.every(({ kind }) => kind === 'name');
}

function takesRest({ subcommand, options }: PackageCall): boolean {
  return subcommand?.text === 'autoremove' || options.has('--auto-remove', '--autoremove');
}

/** From here on it is not known what is installed. */
function forget(state: StageState, asked: readonly string[], reason: string | undefined): Outcome {
  state.apt = undefined;
  return { what: `${listed(asked)}: unknown, ${reason}`, size: UNKNOWN };
}

function between(one: Size, other: Size): Size {
  const rest = (amount: keyof Size) => {
    const bytes = Math.max(0, (one[amount].min + one[amount].max - other[amount].min - other[amount].max) / 2);
    return { min: Math.round(bytes), max: Math.round(bytes) };
  };
  return { unpacked: rest('unpacked'), compressed: rest('compressed') };
}

function whatOf(count: number, asked: readonly string[]): string {
  const packages = count === 1 ? '1 package of apt' : `${count} packages of apt`;
  return `${packages} (${listed(asked)}${count > asked.length ? ' and what they need' : ''})`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 4).join(', ');
  return names.length > 4 ? `${shown}, …` : shown || 'packages of apt';
}
