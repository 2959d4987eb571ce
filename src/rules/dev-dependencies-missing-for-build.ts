import {
  cover,
  type DevelopmentTool,
  type Dockerfile,
  developmentOmittedBy,
  developmentToolsOf,
  knowledgeOf,
  lineage,
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
    for (const stage of context.stages)
      for (const { install, build } of buildsWithoutTools(context, stage)) {
        const variant = variantOf(install.call);
        const tool = missingTool(context, build);
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

/** Scripts of a stage that build below an install without development dependencies. */
function* buildsWithoutTools(context: RuleContext, stage: Stage): Iterable<{ install: Step; build: Step }> {
  let lacking: Step | undefined;
  for (const member of [...lineage(stage)].reverse())
    for (const instruction of member.instructions) {
      if (instruction.keyword === 'COPY' && instruction.from && instruction.sources.some(isNodeModules))
        lacking = undefined;
      if (instruction.keyword !== 'RUN') continue;
      for (const { call } of context.packageCallsOf(instruction)) {
        const step = { call, run: instruction };
        if (!knowledgeOf(call.manager).dependencyFolders.includes('node_modules')) continue;
        if (call.action === 'install' || isPrune(call))
          lacking = call.packages.length === 0 && isLacking(step) ? step : undefined;
        else if (lacking && member === stage && isBuild(call) && isSameFolder(lacking, step))
          yield { install: lacking, build: step };
      }
    }
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
  return call.installsProject && !asksForDevelopment(call) && isProduction(run, call);
}

/** The environment of the RUN leaves development dependencies out. */
function isProduction({ scope }: Run, { manager }: PackageCall): boolean {
  return [...scope.variableNames].some((name) => {
    const value = scope.variable(name)?.value;
    return typeof value === 'string' && developmentOmittedBy(name, value).includes(manager);
  });
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
  const changesFolder = [one, other].some(({ run }) => run.command.script?.commands.some(({ name }) => name === 'cd'));
  const isSame = one.run.scope.workdir === other.run.scope.workdir && one.call.folder?.text === other.call.folder?.text;
  return isSame && !changesFolder;
}

function variantOf({ manager }: PackageCall): 'npm' | 'pnpm' | 'yarn' | undefined {
  return manager === 'npm' || manager === 'pnpm' || manager === 'yarn' ? manager : undefined;
}

/** A tool that will not be there; `none` where package.json says that there is no such tool, undefined where it isn't known. */
function missingTool({ dockerfile }: RuleContext, { call, run }: Step): DevelopmentTool | 'none' | undefined {
  const json = packageJsonAt(dockerfile, run);
  if (!json || call.folder) return undefined;
  return developmentToolsOf(json, call.script ?? '')?.[0] ?? 'none';
}

/** The package.json of the build context that was copied last above a RUN. */
function packageJsonAt({ input }: Dockerfile, run: Run): PackageJson | undefined {
  const copies = [...lineage(run.stage)].flatMap(({ instructions }) =>
    instructions.filter(({ index }) => index < run.index).reverse(),
  );
  for (const copy of copies) {
    if (copy.keyword !== 'COPY' || copy.from) continue;
    for (const { text } of copy.sources) {
      const folder = text.replace(/(?:^|\/)package(?:\*|-?\*)?\.json$/, '').replace(/^\.?\/+|^\.$|\/+$/g, '');
      const path = folder === '' ? 'package.json' : `${folder}/package.json`;
      const file = input.context?.find((entry) => entry.path === path);
      if (file?.text !== undefined) return readPackageJson(file.text);
    }
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
function isTaken({ stages }: Dockerfile, install: Step, build: Step): boolean {
  const holders = new Set([...lineage(build.run.stage)]);
  const workdir = install.run.scope.workdir ?? '/';
  const below = (path: string) => path.startsWith(`${workdir.replace(/\/$/, '')}/node_modules`);
  const holds = (path: string) => below(path) || `${workdir}/`.startsWith(`${path.replace(/\/+\.?$/, '')}/`);
  return (
    build.run.stage?.isShipped === true ||
    stages.some(({ uses }) =>
      uses.some(({ stage, instruction }) => {
        if (!stage || instruction.keyword !== 'COPY' || ![...lineage(stage)].some((member) => holders.has(member)))
          return false;
        return instruction.sources.some((source) => holds(instruction.scope.expand(source) ?? ''));
      }),
    )
  );
}
