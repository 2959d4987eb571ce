import {
  type CommandLine,
  type Dockerfile,
  developmentOmittedBy,
  knowledgeOf,
  lastOf,
  lineage,
  type Manager,
  type PackageCall,
  type Run,
  readPackageJson,
  type Span,
  type Stage,
  type StageUse,
  type Word,
} from '../model/index.js';
import { addFlag, prependCommand } from './command-edits.js';
import { absolute, isWithin } from './command-paths.js';
import type { RuleContext } from './context.js';
import { code, text } from './message.js';
import { defineRule, type Edit } from './rule.js';
import { isForDevelopment } from './stage-purpose.js';

export const devDependenciesShipped = defineRule({
  id: 'dev-dependencies-shipped',
  topic: 'multi-stage',
  stages: 'final',
  severity: 'warning',
  variants: { npm: {}, pnpm: {}, yarn: {}, bundler: {}, composer: {}, pip: {}, uv: {}, poetry: {} },
  summary: 'Leave development dependencies out of the image that ships.',

  *find(context) {
    for (const stage of context.stages) {
      if (isForDevelopment(stage) || startsDevelopment(stage, context)) continue;
      for (const install of wholeInstalls(stage, context))
        yield { ...install, at: placeOf(install.call), copied: undefined };
      for (const member of lineage(stage)) for (const use of member.uses) yield* copiedInstalls(use, context);
    }
  },

  explain: ({ call, variant, copied, isBuildBehind }) => ({
    what: copied
      ? text`${code(copied.text)} comes from a stage where ${code(wordsOf(call))} also installed development dependencies.`
      : text`${code(wordsOf(call))} also installs development dependencies, and they stay in the image.`,
    why: text`Compilers, linters and test runners are not called when the program runs; they make the image larger, and their flaws become flaws of the image.`,
    todo: adviceFor(variant, isBuildBehind),
  }),

  *repair({ variant, call, run, isBuildBehind }, { dockerfile }) {
    if (isBuildBehind) return;
    const edit = omissionEdit(variant, call, run, dockerfile);
    if (edit) yield { title: 'Leave development dependencies out', safety: 'suggested', edits: [edit] };
  },
});

type Variant = (typeof VARIANTS)[number];

const VARIANTS = ['npm', 'pnpm', 'yarn', 'bundler', 'composer', 'pip', 'uv', 'poetry'] as const;
const WITHOUT_GROUPS = `bundle config set --local without 'development test'`;
/** Programs that come with development dependencies and build the project. */
const BUILDERS = new Set([
  'npx',
  'tsc',
  'vite',
  'webpack',
  'rollup',
  'esbuild',
  'ng',
  'next',
  'nuxt',
  'nest',
  'turbo',
  'nx',
  'make',
]);

interface Install {
  readonly variant: Variant;
  readonly call: PackageCall;
  readonly run: Run;
  /** Something below it in its stage builds the project, and may need them all. */
  readonly isBuildBehind: boolean;
}

interface Step {
  readonly call: PackageCall;
  readonly run: Run;
}

function placeOf({ toolAt, flagsAt }: PackageCall): Span {
  return { start: toolAt.start, end: flagsAt };
}

function wordsOf({ tool, subcommand, manifestArguments }: PackageCall): string {
  const manifest = tool.includes('pip') ? manifestArguments.map((word) => ` -r ${word.text}`).join('') : '';
  return `${tool} ${subcommand?.text ?? ''}${manifest}`;
}

function adviceFor(variant: Variant, isBuildBehind: boolean) {
  if (variant === 'pip') return text`Install from a list without them.`;
  const flag = knowledgeOf(variant).omitDevelopmentFlag;
  const how = flag ? text`with ${code(flag)}` : text`behind ${code(WITHOUT_GROUPS)}`;
  return isBuildBehind
    ? text`Build in one stage, install ${how} in another one, and copy from both.`
    : text`Install ${how}.`;
}

/** Installs of a stage that nothing narrows: no flag, no environment, no setting above and no pruning below. */
function wholeInstalls(stage: Stage, { dockerfile, packageCallsOf }: RuleContext): Install[] {
  const runs = [...lineage(stage)]
    .reverse()
    .flatMap(({ instructions }) => instructions.filter((one) => one.keyword === 'RUN'));
  const steps = runs.flatMap((run) => packageCallsOf(run).map(({ call }): Step => ({ call, run })));
  const around = new Surroundings(runs, steps);
  return steps.flatMap((step) => {
    const variant = VARIANTS.find((manager) => manager === step.call.manager);
    const isNarrowed = isOmittedByScope(step) || around.narrow(step.call);
    if (!variant || !isWhole(step.call) || isNarrowed || hasNoneToInstall(dockerfile, variant)) return [];
    return { variant, ...step, isBuildBehind: around.buildBehind(step.call) };
  });
}

function isWhole({ installsProject, omitsDevelopment, isGlobal, options, action }: PackageCall): boolean {
  const isInstall = action === 'install' || action === 'upgrade';
  const isAskedFor =
    options.values('--include', '--with').some((value) => value.includes('dev')) || options.has('--dev');
  return isInstall && installsProject && !omitsDevelopment && !isGlobal && !isAskedFor;
}

/** A variable whose value is not known may leave them out. */
function isOmittedByScope({ run: { scope }, call }: Step): boolean {
  return knowledgeOf(call.manager).omitDevelopmentEnvironment.some(({ variable, ignoreCase }) => {
    const names = ignoreCase ? [variable, variable.toUpperCase()] : [variable];
    return names.some((name) => {
      const set = scope.variable(name);
      return set && (typeof set.value !== 'string' || developmentOmittedBy(name, set.value).includes(call.manager));
    });
  });
}

/** What the commands of a stage do before and behind an install, by their places. */
class Surroundings {
  private readonly settings = new Map<Manager, number>();
  private readonly prunings = new Map<Manager, number>();
  private lastBuild = -1;

  constructor(runs: readonly Run[], steps: readonly Step[]) {
    for (const { call } of steps) {
      const place = call.command.at.start;
      if (isSetting(call) && !this.settings.has(call.manager)) this.settings.set(call.manager, place);
      if (isNarrowing(call)) this.prunings.set(call.manager, place);
      if (call.action === 'run-script' || call.action === 'build') this.lastBuild = place;
    }
    for (const { name, args, at } of runs.flatMap((run) => run.command.script?.commands ?? [])) {
      if (BUILDERS.has(name ?? '')) this.lastBuild = Math.max(this.lastBuild, at.start);
      if (name !== 'rm') continue;
      for (const manager of VARIANTS)
        if (
          knowledgeOf(manager).dependencyFolders.some((folder) => args.some(({ text }) => isFolderNamed(text, folder)))
        )
          this.prunings.set(manager, Math.max(this.prunings.get(manager) ?? -1, at.start));
    }
  }

  narrow({ manager, command }: PackageCall): boolean {
    const setting = this.settings.get(manager);
    return (
      (setting !== undefined && setting < command.at.start) || (this.prunings.get(manager) ?? -1) > command.at.start
    );
  }

  buildBehind({ command }: PackageCall): boolean {
    return this.lastBuild > command.at.start;
  }
}

/** `npm config set omit dev`, `bundle config set without development` */
function isSetting({ action, omitsDevelopment }: PackageCall): boolean {
  return action === 'config' && omitsDevelopment;
}

/** `npm prune --omit=dev`, a second install without them, `bundle clean`. What pip installs once stays. */
function isNarrowing({ tool, action, subcommand, installsProject, omitsDevelopment }: PackageCall): boolean {
  if (action === 'remove') return subcommand?.text === 'prune' || subcommand?.text === 'clean';
  const isSecond =
    action === 'install' &&
    (installsProject || subcommand?.text === 'workspaces focus' || subcommand?.text === 'focus');
  return isSecond && omitsDevelopment && !/pip[\d.]*$/.test(tool);
}

function isFolderNamed(path: string, folder: string): boolean {
  return path === folder || path.replace(/\/+$/, '').endsWith(`/${folder}`);
}

/** The only package.json of the build context has no development dependencies. */
function hasNoneToInstall({ input }: Dockerfile, variant: Variant): boolean {
  if (variant !== 'npm' && variant !== 'pnpm' && variant !== 'yarn') return false;
  const [manifest, ...more] = (input.context ?? []).filter(({ path }) => /(^|\/)package\.json$/.test(path));
  const json = more.length === 0 && manifest?.text !== undefined ? readPackageJson(manifest.text) : undefined;
  return json?.devDependencies.size === 0;
}

/** Dependencies that a COPY takes from a stage that installed all of them. */
function* copiedInstalls({ instruction, stage }: StageUse, context: RuleContext) {
  if (instruction.keyword !== 'COPY' || !stage) return;
  const installs = wholeInstalls(stage, context);
  for (const source of instruction.sources) {
    const install = installs.find((one) => isTaken(one, source, instruction.scope.expand(source)));
    if (install) yield { ...install, at: source.at, copied: source };
  }
}

/** The source is the folder of the dependencies, lies in it, or holds it. */
function isTaken({ call, run }: Install, source: Word, expanded: string | null): boolean {
  const path = expanded === null || /[*?]/.test(source.text) ? undefined : absolute(expanded, '/');
  const folder = absolute(call.folder?.text ?? '.', run.scope.workdir ?? undefined);
  if (path === undefined || folder === undefined || path === '/') return false;
  const places = knowledgeOf(call.manager).dependencyFolders.map((name) => absolute(name, folder) ?? '');
  if (call.manager === 'bundler') places.push('/usr/local/bundle');
  return places.some((place) => isWithin(place, path) || isWithin(path, place));
}

/** `npm run dev`, `nodemon server.js`: the image is for working on the program. */
function startsDevelopment(stage: Stage, { dockerfile }: RuleContext): boolean {
  const commands = [lastOf(stage, 'CMD'), lastOf(stage, 'ENTRYPOINT')].flatMap((one) => one?.command ?? []);
  return commands.some((command) => DEVELOPMENT.test(wordsIn(command, dockerfile)));
}

const DEVELOPMENT =
  /\b(dev|develop|watch|test|storybook)(:\S+)?\s*$|\b(nodemon|ts-node|ts-node-dev|tsx|jest|vitest|pytest|rspec|phpunit)\b/;

function wordsIn({ exec, at }: CommandLine, dockerfile: Dockerfile): string {
  return exec ? exec.map((word) => word.text).join(' ') : dockerfile.text.slice(at.start, at.end);
}

function omissionEdit(variant: Variant, call: PackageCall, run: Run, dockerfile: Dockerfile): Edit | undefined {
  if (variant === 'bundler') return prependCommand(dockerfile, run, call.command, WITHOUT_GROUPS);
  const flag = knowledgeOf(variant).omitDevelopmentFlag;
  // Newer versions of yarn have no such flag for `install`.
  const isNewYarn = variant === 'yarn' && call.options.has('--immutable', '--immutable-cache', '--mode');
  return flag === undefined || isNewYarn ? undefined : addFlag(run, call, flag);
}
