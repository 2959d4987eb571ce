import type { ContextFile, Dockerfile, InstructionOf, Manager, PackageCall, Run, Word } from '../model/index.js';
import { ByStage } from './by-stage.js';
import { cacheMountsOf, holdsCacheOf } from './cache-mount.js';
import type { RuleContext } from './context.js';
import { dependencyFilesOf, isDependencyFile } from './dependency-files.js';
import { copyManifestsFirst, type LateInstall } from './manifests-first.js';
import { code, codes, type Text, text } from './message.js';
import { defineRule } from './rule.js';

export const copyAllBeforeInstall = defineRule({
  id: 'copy-all-before-install',
  topic: 'caching',
  stages: 'all',
  severity: 'warning',
  variants: {
    ...{ npm: {}, pnpm: {}, yarn: {}, bun: {}, pip: {}, uv: {}, poetry: {}, go: {}, cargo: {} },
    ...{ maven: {}, gradle: {}, bundler: {}, composer: {}, dotnet: {} },
  },
  summary: 'Copy the manifests, install, and copy the rest after that.',

  *find(context) {
    const reported = new Set<string>();
    for (const stage of context.stages)
      for (const late of progressOf.at(stage, context).late) {
        const variant = MANAGERS.find((manager) => manager === late.call.manager);
        const key = `${late.copy.index} ${variant}`;
        if (!variant || reported.has(key)) continue;
        reported.add(key);
        yield { variant, at: late.source.at, ...late };
      }
  },

  explain: ({ variant, copy, source, call }, { dockerfile }) => ({
    what: text`${code(`${copy.keyword} ${source.raw} ${copy.destination?.raw ?? ''}`)} stands above ${code(wordsOf(call, dockerfile))}.`,
    why: text`A change to any file that it copies runs the copy and this step again: one changed line of source installs every dependency again.`,
    todo: todoOf(variant, dockerfile, call),
  }),

  *repair(late, { dockerfile }) {
    const edits = copyManifestsFirst(dockerfile, late);
    if (edits) yield { title: 'Copy the manifests first', safety: 'suggested', edits };
  },
});

const MANAGERS = [
  ...(['npm', 'pnpm', 'yarn', 'bun', 'pip', 'uv', 'poetry', 'go', 'cargo'] as const),
  ...(['maven', 'gradle', 'bundler', 'composer', 'dotnet'] as const),
] as const;
type Variant = (typeof MANAGERS)[number];

/** These compile, or unpack little: with their cache mounted, a second run is a short one. */
const SERVED_BY_MOUNT: readonly Manager[] = ['go', 'cargo', 'maven', 'gradle', 'dotnet'];

type Copied = Pick<LateInstall, 'copy' | 'source'>;

/** What a stage has copied and installed at its end. */
interface Progress {
  readonly installed: Set<Manager>;
  /** The first copy of the whole project, as each manager sees it. */
  readonly wholes: Map<Manager, Copied>;
  readonly late: readonly LateInstall[];
}

/** First installations of a project below a copy of all of it. */
const progressOf = new ByStage<Progress, RuleContext>((stage, below, context) => {
  const late: LateInstall[] = [];
  const progress = { installed: new Set(below?.installed), wholes: new Map(below?.wholes), late };
  for (const instruction of stage.instructions) {
    if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD')
      for (const copied of sourcesOf(instruction)) recordWhole(context.dockerfile, copied, progress.wholes);
    if (instruction.keyword !== 'RUN') continue;
    for (const { call } of context.packageCallsOf(instruction)) {
      if (!installsDependencies(call) || progress.installed.has(call.manager)) continue;
      progress.installed.add(call.manager);
      const all = progress.wholes.get(call.manager);
      if (all && !isServedByMount(instruction, call)) late.push({ ...all, run: instruction, call });
    }
  }
  return progress;
});

function recordWhole(dockerfile: Dockerfile, copied: Copied, wholes: Map<Manager, Copied>): void {
  for (const manager of MANAGERS)
    if (!wholes.has(manager) && isWhole(dockerfile, copied.source.text, manager)) wholes.set(manager, copied);
}

function sourcesOf(copy: InstructionOf<'COPY'> | InstructionOf<'ADD'>): Copied[] {
  return copy.keyword === 'COPY' && copy.from ? [] : copy.sources.map((source: Word) => ({ copy, source }));
}

/** The whole context, or a folder in which the context is known to have the manifest. */
function isWhole({ input }: Dockerfile, source: string, manager: Manager): boolean {
  if (/^(?:\.?\/?|(?:\.\/)?\*)$/.test(source)) return true;
  if (!input.context) return false;
  const folders = manifestFolders.get(input.context) ?? foldersOfManifests(input.context);
  manifestFolders.set(input.context, folders);
  return folders.get(manager)?.has(source.replace(/^\.?\/+|\/+$/g, '')) ?? false;
}

const manifestFolders = new WeakMap<readonly ContextFile[], ReadonlyMap<Manager, ReadonlySet<string>>>();

/** By manager: folders of the context in which a manifest or lock file of it lies. */
function foldersOfManifests(context: readonly ContextFile[]): ReadonlyMap<Manager, ReadonlySet<string>> {
  return new Map(
    MANAGERS.map((manager) => {
      const found = context.filter(({ path }) => isDependencyFile(manager, path));
      return [manager, new Set(found.map(({ path }) => path.slice(0, Math.max(path.lastIndexOf('/'), 0))))];
    }),
  );
}

/** What the manifests say, not the project alone (`pip install .`), and not from a folder in the repository (`-mod=vendor`). */
function installsDependencies({ manager, action, installsProject, manifestArguments, options }: PackageCall): boolean {
  if (!installsProject || !['install', 'build', 'start'].includes(action)) return false;
  if (manager === 'pip') return manifestArguments.length > 0;
  return manager !== 'go' || options.value('-mod', '--mod') !== 'vendor';
}

function isServedByMount(run: Run, { manager }: PackageCall): boolean {
  return SERVED_BY_MOUNT.includes(manager) && cacheMountsOf(run).some((mount) => holdsCacheOf(run, mount, manager));
}

/** `go mod download`, `pip install -r requirements.txt`. */
function wordsOf({ toolAt, subcommand, options }: PackageCall, { text: source }: Dockerfile): string {
  const file = options.find('-r', '--requirement');
  return [source.slice(toolAt.start, subcommand?.at.end ?? toolAt.end), file?.name, file?.value]
    .filter((word) => word !== undefined)
    .join(' ');
}

function todoOf(variant: Variant, dockerfile: Dockerfile, call: PackageCall): Text {
  if (variant === 'cargo')
    return text`Mount the folders of Cargo as caches, or build the dependencies in a step of their own with cargo-chef.`;
  const files = dependencyFilesOf(dockerfile, call, '');
  const names = [...(files?.files ?? []), ...[...(files?.members.values() ?? [])].flat()];
  const shown =
    names.length > 0
      ? codes(names.map((name) => name.replace(/(\w)\*$/, '$1')))
      : text`the manifests and the lock file`;
  return text`Copy ${shown} first, install the dependencies, and copy the rest below that.`;
}
