import type { CopyOrAdd } from '../image/context-files.js';
import { cachePlaceOf } from '../image/files/cache-place.js';
import { pathOf } from '../image/files/command-paths.js';
import { changesFolder } from '../image/files/container-path.js';
import { Landings, landingsOf, upwards } from '../image/files/copied-files.js';
import { indexOf } from '../image/files/index-refresh.js';
import { type LeftoverCache, leftoverCachesOf } from '../image/files/leftover-caches.js';
import { isInMount, lastDeletion, type WrittenPath, writtenPaths } from '../image/files/written-paths.js';
import type { RunCommand } from '../model/index.js';
import {
  asWritten,
  cleansCacheOf,
  type Instruction,
  type Manager,
  type PackageArgument,
  type PackageCall,
  type Run,
  type ShellCommand,
  type ShellWord,
  type Span,
} from '../model/index.js';
import type { RuleContext, RunPackageCall } from './context.js';
import { insertAt, removeInstruction } from './edits.js';
import { code, codes, type Text, text } from './message.js';
import { defineRule, type Edit } from './rule.js';
import { bytesText, SMALL } from './sizes.js';
import { copiesSmallFiles } from './small-files.js';
import { isForDevelopment } from './stage-purpose.js';

const FILLING = new Set(['install', 'upgrade', 'dist-upgrade', 'update-index']);

export const removeInLaterLayer = defineRule({
  id: 'remove-in-later-layer',
  topic: 'bloat',
  stages: 'shipped',
  severity: 'warning',
  summary: 'Delete files in the step that makes them, or do not make them.',

  *find(context) {
    for (const removal of new Layers(context).removals())
      yield isSmall(removal) ? { ...removal, severity: 'info' as const } : removal;
  },

  explain: ({ names, earlier, bytes, kind }, { dockerfile }) => ({
    what: text`${codes(names)} ${names.length > 1 ? 'stay' : 'stays'} in the layer of ${code(asWritten(dockerfile, earlier))}${bytes === undefined ? '' : `: ${bytesText(bytes)}`}.`,
    why: text`A layer can hide what is in the layers below it, but it cannot make them smaller.`,
    todo: ADVICE[kind],
  }),

  withoutIt: (removal, context) => {
    const { copy } = removal;
    if (copy) return copy.sources.length === 1 ? [removeInstruction(context.dockerfile, copy)] : undefined;
    return removedAtOnce(removal, context);
  },
});

/** The same command once more, at the end of the RUN that wrote what it deletes. */
function removedAtOnce({ at, earlier }: Removal, { dockerfile, commands }: RuleContext): Edit[] | undefined {
  const deletion = commands.find(({ command }) => command.at.start <= at.start && at.end <= command.at.end);
  const writer = commands.find(({ command }) => command === earlier);
  if (!deletion || !writer || writer.run.command.form === 'exec' || writer.run.heredocs.length > 0) return undefined;
  const isSamePlace = writer.run.scope.workdir === deletion.run.scope.workdir;
  if (!isSamePlace || changesFolder(writer.run) || changesFolder(deletion.run)) return undefined;
  return [insertAt(writer.run.command.at.end, ` && ${asWritten(dockerfile, deletion.command)}`)];
}

type Kind = 'copied' | 'written' | 'packages' | 'cache';

const ADVICE: Readonly<Record<Kind, Text>> = {
  copied: text`Leave it out of the copy, read it through ${code('RUN --mount=type=bind')}, or use it in a build stage.`,
  written: text`Delete it at the end of the RUN that writes it.`,
  packages: text`Remove packages at the end of the RUN that installs them, or install them in a build stage.`,
  cache: text`Clean up at the end of the RUN that fills the cache.`,
};

interface Removal {
  readonly at: Span;
  readonly kind: Kind;
  readonly names: readonly string[];
  /** The instruction, or the command in it, whose layer keeps the files. */
  readonly earlier: Instruction | ShellCommand;
  /** The instruction that copied them. */
  readonly copy?: CopyOrAdd;
  readonly bytes?: number | undefined;
}

/** Not worth a warning: a script, a line of `echo`. */
function isSmall({ copy, bytes, kind, earlier }: Removal): boolean {
  if (bytes !== undefined) return bytes < SMALL;
  if (copy) return copiesSmallFiles(copy);
  return kind === 'written' && 'name' in earlier && (earlier.name === 'echo' || earlier.name === 'printf');
}

/** What the steps of the image made so far. They are read in order: the stages of the context are built upon each other. */
class Layers {
  private readonly calls: ReadonlyMap<ShellCommand, PackageCall>;
  /** By index and name: the last call that installed a package. */
  private readonly installs = new Map<string, RunPackageCall>();
  private readonly projects = new Map<Manager, RunPackageCall>();
  private readonly leftovers = new Map<string, LeftoverCache>();
  private readonly written = new Map<string, WrittenPath>();
  private readonly landings = new Landings();

  constructor(private readonly context: RuleContext) {
    this.calls = new Map(context.packageCalls.map(({ command, call }) => [command, call]));
  }

  *removals(): Iterable<Removal> {
    for (const instruction of this.context.instructions('RUN', 'COPY', 'ADD'))
      if (isForDevelopment(instruction.stage)) continue;
      else if (instruction.keyword === 'RUN') yield* this.removalsIn(instruction);
      else for (const landing of landingsOf(this.context.dockerfile, instruction)) this.landings.add(landing);
  }

  private *removalsIn(run: Run): Iterable<Removal> {
    const calls = this.context.packageCallsOf(run);
    const filled = new Set(calls.flatMap(({ call }) => (FILLING.has(call.action) ? [indexOf(call.manager)] : [])));
    for (const command of run.command.script?.commands ?? []) {
      const one = { command, run };
      const removal = this.packagesRemoved(one) ?? this.cacheCleaned(one, filled) ?? this.filesDeleted(one);
      if (removal) yield removal;
      this.record(one);
    }
    for (const leftover of leftoverCachesOf(this.context.dockerfile, run, calls).filter(({ isUnused }) => !isUnused))
      for (const group of leftover.left) {
        const key = `${indexOf(leftover.manager)} ${group}`;
        if (!this.leftovers.has(key)) this.leftovers.set(key, leftover);
      }
  }

  private record({ command, run }: RunCommand): void {
    for (const one of writtenPaths({ command, run })) for (const path of upwards(one.path)) this.written.set(path, one);
    const call = this.calls.get(command);
    if (call?.action !== 'install') return;
    const names = call.virtualName ? [call.virtualName.text] : call.packages.map(({ name }) => name);
    for (const name of names) this.installs.set(`${indexOf(call.manager)} ${name}`, { call, command, run });
    if (call.installsProject && !call.omitsDevelopment) this.projects.set(call.manager, { call, command, run });
  }

  /** Packages, or a virtual package, that an earlier RUN installed. */
  private packagesRemoved({ command, run }: RunCommand): Removal | undefined {
    const removal = this.calls.get(command);
    if (removal?.action !== 'remove') return undefined;
    if (removal.subcommand?.text === 'prune') return pruned(removal, run, this.projects.get(removal.manager));
    const installOf = ({ name }: PackageArgument) => this.installs.get(`${indexOf(removal.manager)} ${name}`);
    const known = removal.packages.filter(installOf);
    const [first] = known;
    const install = first && installOf(first);
    if (!first || !install || known.some((one) => installOf(one)?.run === run)) return undefined;
    const names = known.filter((one) => installOf(one) === install).map(({ name }) => name);
    return { at: first.at, kind: 'packages', names, earlier: install.command };
  }

  /** A package manager's cache that an earlier RUN left; not where this RUN fills it as well. */
  private cacheCleaned({ command, run }: RunCommand, filled: ReadonlySet<Manager>): Removal | undefined {
    const call = this.calls.get(command);
    for (const { manager, group, at } of cleansCacheOf(command, cachePlaceOf(run.scope))) {
      const earlier = this.leftovers.get(`${indexOf(manager)} ${group}`);
      if (!earlier || filled.has(indexOf(manager))) continue;
      const place = call ? { start: call.toolAt.start, end: call.flagsAt } : at;
      return { at: place, kind: 'cache', names: [earlier.folder], earlier: earlier.call.command };
    }
    return undefined;
  }

  /** Files that an earlier step copied or wrote: those that one step made, in one finding. */
  private filesDeleted({ command, run }: RunCommand): Removal | undefined {
    if (command.name !== 'rm' && command.name !== 'unlink') return undefined;
    const removals = command.args.flatMap((word) => this.originOf(word, { command, run }) ?? []);
    const [first] = removals;
    const same = removals.filter(({ earlier }) => earlier === first?.earlier);
    const sizes = same.flatMap(({ bytes }) => bytes ?? []);
    const bytes = sizes.length === same.length ? sizes.reduce((sum, size) => sum + size, 0) : undefined;
    return first && { ...first, names: same.flatMap(({ names }) => names), bytes };
  }

  private originOf(word: ShellWord, { command, run }: RunCommand): Removal | undefined {
    const path = word.text.startsWith('-') ? undefined : pathOf(run, command, word);
    if (path === undefined || path === '/' || isInMount(run, path)) return undefined;
    const writer = this.written.get(path.replace(/\/\*$/, ''));
    if (writer?.run === run) return undefined;
    const found = { at: word.at, names: [word.text] };
    if (writer && !isDeletedIn(writer)) return { ...found, kind: 'written', earlier: writer.command };
    const [meeting] = this.landings.meetings(path);
    if (!meeting) return undefined;
    const { copy } = meeting.landing;
    return { ...found, kind: 'copied', earlier: copy, copy, bytes: meeting.bytes };
  }
}

/** Whether the RUN that writes a file deletes it itself. */
function isDeletedIn({ run, path }: WrittenPath): boolean {
  return lastDeletion(run, path) !== undefined;
}

/** `npm prune` takes out what `npm ci` installed. */
function pruned(removal: PackageCall, run: Run, install: RunPackageCall | undefined): Removal | undefined {
  if (!install || install.run === run) return undefined;
  const at = { start: removal.toolAt.start, end: removal.flagsAt };
  return { at, kind: 'packages', names: ['node_modules'], earlier: install.command };
}
