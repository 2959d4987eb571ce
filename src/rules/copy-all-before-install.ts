import {
  type Dockerfile,
  type InstructionOf,
  lineage,
  type Manager,
  type PackageCall,
  type Run,
  type Stage,
  type Word,
} from '../model/index.js';
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
      for (const late of lateInstalls(context, stage)) {
        const variant = MANAGERS.find((manager) => manager === late.call.manager);
        const key = `${late.copy.index} ${variant}`;
        if (!variant || reported.has(key)) continue;
        reported.add(key);
        yield { variant, at: late.source.at, ...late };
      }
  },

  explain: ({ variant, copy, source, call }, { dockerfile }) => ({
    what: text`${code(`${copy.keyword} ${source.raw} ${copy.destination?.raw ?? ''}`)} stands above ${code(wordsOf(call, dockerfile))}.`,
    why: text`A change to any file that it copies runs the copy again, and all below it: every dependency is installed again for a changed line of source.`,
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

/** First installations of a project below a copy of all of it. */
function* lateInstalls(context: RuleContext, stage: Stage): Iterable<LateInstall> {
  const installed = new Set<Manager>();
  const copied: Copied[] = [];
  for (const member of [...lineage(stage)].reverse())
    for (const instruction of member.instructions) {
      if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') copied.push(...sourcesOf(instruction));
      if (instruction.keyword !== 'RUN') continue;
      for (const { call } of context.packageCallsOf(instruction)) {
        if (!installsDependencies(call) || installed.has(call.manager)) continue;
        installed.add(call.manager);
        const all = copied.find(({ source }) => isWhole(context.dockerfile, source.text, call.manager));
        if (all && member === stage && !isServedByMount(instruction, call)) yield { ...all, run: instruction, call };
      }
    }
}

function sourcesOf(copy: InstructionOf<'COPY'> | InstructionOf<'ADD'>): Copied[] {
  return copy.keyword === 'COPY' && copy.from ? [] : copy.sources.map((source: Word) => ({ copy, source }));
}

/** The whole context, or a folder in which the context is known to have the manifest. */
function isWhole({ input }: Dockerfile, source: string, manager: Manager): boolean {
  if (/^(?:\.?\/?|(?:\.\/)?\*)$/.test(source)) return true;
  const folder = source.replace(/^\.?\/+|\/+$/g, '');
  return (input.context ?? []).some(({ path }) => {
    const name = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : '';
    return name !== '' && !name.includes('/') && isDependencyFile(manager, name);
  });
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
  return text`Copy ${shown} first, install, and copy the rest below that.`;
}
