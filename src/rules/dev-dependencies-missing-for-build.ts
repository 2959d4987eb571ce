import { changesFolder } from '../image/files/container-path.js';
import { upwards } from '../image/files/copied-files.js';
import {
  cover,
  type DevelopmentTool,
  type Dockerfile,
  developmentToolsOf,
  type InstructionOf,
  isDevelopmentOmittedIn,
  knowledgeOf,
  type PackageCall,
  type PackageJson,
  type Run,
  readPackageJson,
  type Span,
  type Stage,
} from '../model/index.js';
import { addFlag, appendCommand } from './command-edits.js';
import type { RuleContext } from './context.js';
import { removeWord } from './edits.js';
import { code, text } from './message.js';
import { defineRule, type Edit } from './rule.js';

export const devDependenciesMissingForBuild = defineRule({
  id: 'dev-dependencies-missing-for-build',
  topic: 'multi-stage',
  stages: 'all',
  severity: 'warning',
  variants: { npm: {}, pnpm: {}, yarn: {} },
  summary: 'Install development dependencies where they build the project.',

  *find(context) {
    const reported = new Set<PackageCall>();
    const atEnd = new Map<Stage, State>();
    for (const stage of context.stages)
      for (const { install, build, manifest } of buildsWithoutTools(context, stage, atEnd)) {
        const variant = variantOf(install.call);
        const tool = missingTool(manifest, build);
        if (!variant || tool === 'none' || reported.has(install.call)) continue;
        reported.add(install.call);
        const severity = tool ? { severity: 'error' as const } : {};
        yield { variant, at: placeOf(install.call), ...severity, install, build, tool };
      }
  },

  explain: ({ install, build, tool }) => ({
    what: text`${code(wordsOf(install.call))} leaves development dependencies out, and ${code(wordsOf(build.call))} comes after it.`,
    why: tool
      ? text`The script calls ${code(tool.program)}, which package.json has in devDependencies as ${code(tool.package)}: the build stops because it is not found.`
      : text`Compilers and bundlers usually are development dependencies, and without them the build stops with “not found”.`,
    todo: text`Install everything to build, and leave the development dependencies out of the image afterwards: by pruning them, or by installing again in a stage of their own.`,
  }),

  *repair({ variant, install, build }, { dockerfile }) {
    const edits = installEverything(dockerfile, install);
    if (!edits || isPrune(install.call)) return;
    if (!isTaken(dockerfile, install, build)) return yield { title: 'Install everything', safety: 'suggested', edits };
    const prune = appendCommand(dockerfile, build.run, PRUNE[variant]);
    if (prune)
      yield { title: 'Install everything, and prune after the build', safety: 'suggested', edits: [...edits, prune] };
  },
});

/** What holds at a place of a stage. */
interface State {
  /** The last install, where it leaves development dependencies out. */
  readonly lacking?: Step | undefined;
  /** The package.json of the build context that was copied last. */
  readonly manifest?: PackageJson | undefined;
}

interface Step {
  readonly call: PackageCall;
  readonly run: Run;
}

const PRUNE = {
  npm: 'npm prune --omit=dev',
  pnpm: 'pnpm prune --prod',
  yarn: 'yarn install --production',
} as const;
const OMIT_FLAGS = ['--omit', '--production', '--prod', '--only', '-P'];
const NODE_MODULES = /(?:^|\/)node_modules(?:\/|$)/;

/** Scripts that are known to build or check, by the first word of their name. */
const BUILD_SCRIPTS =
  /^(?:build|compile|bundle|transpile|typecheck|type-check|lint|test|tsc|webpack|vite|rollup|tsup|ng|nest|vue-cli-service)(?:[:_-]|$)/;

/** Scripts of a stage that build below an install without development dependencies. `atEnd`: of the stages above. */
function* buildsWithoutTools(
  context: RuleContext,
  stage: Stage,
  atEnd: Map<Stage, State>,
): Iterable<Required<Pick<State, 'manifest'>> & { install: Step; build: Step }> {
  let { lacking, manifest }: State = (stage.parent && atEnd.get(stage.parent)) ?? {};
  for (const instruction of stage.instructions) {
    if (instruction.keyword === 'COPY') {
      if (instruction.from && instruction.sources.some(isNodeModules)) lacking = undefined;
      if (!instruction.from) manifest = manifestIn(context.dockerfile, instruction) ?? manifest;
    }
    if (instruction.keyword !== 'RUN') continue;
    for (const { call } of context.packageCallsOf(instruction)) {
      const step = { call, run: instruction };
      if (!knowledgeOf(call.manager).dependencyFolders.includes('node_modules')) continue;
      if (call.action === 'install' || isPrune(call))
        lacking = call.packages.length === 0 && isLacking(step) ? step : undefined;
      else if (lacking && isBuild(call) && isSameFolder(lacking, step))
        yield { install: lacking, build: step, manifest };
    }
  }
  atEnd.set(stage, { lacking, manifest });
}

function isNodeModules({ text }: { readonly text: string }): boolean {
  return NODE_MODULES.test(text);
}

/** `npm prune --omit=dev` */
function isPrune({ action, subcommand, omitsDevelopment }: PackageCall): boolean {
  return action === 'remove' && subcommand?.text === 'prune' && omitsDevelopment;
}

function isLacking({ call, run }: Step): boolean {
  if (call.omitsDevelopment || isPrune(call)) return true;
  return call.installsProject && !asksForDevelopment(call) && isDevelopmentOmittedIn(run.scope, call.manager) === true;
}

function asksForDevelopment({ options }: PackageCall): boolean {
  return (
    options.has('--dev') ||
    options.values('--include').includes('dev') ||
    ['false', '0'].includes(options.value('--production', '--prod') ?? '')
  );
}

function isBuild({ action, script }: PackageCall): boolean {
  return action === 'run-script' && script !== undefined && BUILD_SCRIPTS.test(script);
}

/** Both work in the same folder, as far as can be seen. */
function isSameFolder(one: Step, other: Step): boolean {
  const isSame = one.run.scope.workdir === other.run.scope.workdir && one.call.folder?.text === other.call.folder?.text;
  return isSame && !changesFolder(one.run) && !changesFolder(other.run);
}

function variantOf({ manager }: PackageCall): 'npm' | 'pnpm' | 'yarn' | undefined {
  return manager === 'npm' || manager === 'pnpm' || manager === 'yarn' ? manager : undefined;
}

/** A tool that will not be there; `none` where package.json says that there is no such tool, undefined where it isn't known. */
function missingTool(manifest: PackageJson | undefined, { call }: Step): DevelopmentTool | 'none' | undefined {
  if (!manifest || call.folder) return undefined;
  return developmentToolsOf(manifest, call.script ?? '')?.[0] ?? 'none';
}

/** The package.json of the build context that a COPY takes. */
function manifestIn({ input }: Dockerfile, { sources }: InstructionOf<'COPY'>): PackageJson | undefined {
  for (const { text } of input.context ? sources : []) {
    const folder = text.replace(/(?:^|\/)package(?:\*|-?\*)?\.json$/, '').replace(/^\.?\/+|^\.$|\/+$/g, '');
    const path = folder === '' ? 'package.json' : `${folder}/package.json`;
    const file = input.context?.find((entry) => entry.path === path);
    if (file?.text !== undefined) return readPackageJson(file.text);
  }
  return undefined;
}

function placeOf({ options, toolAt, subcommand }: PackageCall): Span {
  return options.at(...OMIT_FLAGS) ?? (subcommand ? cover(toolAt, subcommand.at) : toolAt);
}

function wordsOf({ tool, subcommand, script, options }: PackageCall): string {
  const flag = options.find(...OMIT_FLAGS);
  const words = [tool, subcommand?.text, script === subcommand?.text ? undefined : script, flag?.name];
  const value = flag?.value === undefined ? '' : `=${flag.value}`;
  return words.filter((word) => word !== undefined).join(' ') + value;
}

/** Takes the flags away, or outranks the environment by one. */
function installEverything(dockerfile: Dockerfile, { call, run }: Step): Edit[] | undefined {
  const flags = call.options.all.filter(({ name }) => OMIT_FLAGS.includes(name));
  if (flags.length > 0) return run.command.exec ? undefined : flags.map(({ at }) => removeWord(dockerfile, at));
  const flag = call.manager === 'npm' ? '--include=dev' : `${knowledgeOf(call.manager).omitDevelopmentFlag}=false`;
  const edit = addFlag(run, call, flag);
  return edit && [edit];
}

/** The dependencies reach the image: their stage is shipped, or another one copies them. */
function isTaken(dockerfile: Dockerfile, install: Step, { run: { stage } }: Step): boolean {
  if (!stage) return false;
  const workdir = install.run.scope.workdir ?? '/';
  const { whole, around } = copiedFrom(dockerfile, stage.root);
  const isBelow = around.has(`${workdir.replace(/\/$/, '')}/node_modules`);
  return stage.isShipped || isBelow || [...upwards(workdir)].some((folder) => whole.has(folder));
}

/** Paths that are copied from the stages with one root. */
interface CopiedPaths {
  readonly whole: Set<string>;
  /** Those, and every folder above them. */
  readonly around: Set<string>;
}

const knownPaths = new WeakMap<Dockerfile, Map<Stage, CopiedPaths>>();

function copiedFrom(dockerfile: Dockerfile, root: Stage): CopiedPaths {
  const known = knownPaths.get(dockerfile) ?? copiedPaths(dockerfile);
  knownPaths.set(dockerfile, known);
  return known.get(root) ?? { whole: new Set(), around: new Set() };
}

/** By the root of the stage that they are copied from. A path that is not known may be any. */
function copiedPaths({ stages }: Dockerfile): Map<Stage, CopiedPaths> {
  const copied = new Map<Stage, CopiedPaths>();
  for (const { stage, instruction } of stages.flatMap(({ uses }) => uses)) {
    if (!stage || instruction.keyword !== 'COPY') continue;
    const { whole, around } = copied.get(stage.root) ?? { whole: new Set(), around: new Set() };
    copied.set(stage.root, { whole, around });
    for (const source of instruction.sources) {
      const path = (instruction.scope.expand(source) ?? '').replace(/\/+\.?$/, '') || '/';
      whole.add(path);
      for (const folder of upwards(path)) around.add(folder);
    }
  }
  return copied;
}
