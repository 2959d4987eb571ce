import { absolute, isWithin } from '../image/files/command-paths.js';
import {
  type CommandLine,
  type Dockerfile,
  isDevelopmentOmittedIn,
  knowledgeOf,
  lastOf,
  lineage,
  type Manager,
  onlyPackageJson,
  type PackageCall,
  type Run,
  type ShellCommand,
  type Span,
  type Stage,
  type StageUse,
  type Word,
} from '../model/index.js';
import { ByStage } from './by-stage.js';
import { addFlag, prependCommand } from './command-edits.js';
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
function* wholeInstalls(stage: Stage, context: RuleContext): Iterable<Install> {
  const { open, lastBuild } = installsAtEnd.at(stage, context);
  for (const variant of VARIANTS)
    for (let entry = open.get(variant); entry; entry = entry.before)
      yield { variant, ...entry.step, isBuildBehind: lastBuild > entry.step.call.command.at.start };
}

/** An install, with the one of its manager before it. */
interface Entry {
  readonly step: Step;
  readonly before: Entry | undefined;
}

interface InstallsAtEnd {
  /** By manager: the last install that nothing narrowed so far. */
  readonly open: ReadonlyMap<Manager, Entry>;
  /** Managers that a setting keeps from installing all. */
  readonly settings: ReadonlySet<Manager>;
  readonly lastBuild: number;
}

const installsAtEnd = new ByStage<InstallsAtEnd, RuleContext>((stage, below, context) => {
  const installs = new Installs(context, below);
  for (const instruction of stage.instructions) if (instruction.keyword === 'RUN') installs.takeIn(instruction);
  return installs;
});

/** Follows the commands of a stage. */
class Installs implements InstallsAtEnd {
  readonly open: Map<Manager, Entry>;
  readonly settings: Set<Manager>;
  lastBuild: number;

  constructor(
    private readonly context: RuleContext,
    below: InstallsAtEnd | undefined,
  ) {
    this.open = new Map(below?.open);
    this.settings = new Set(below?.settings);
    this.lastBuild = below?.lastBuild ?? -1;
  }

  takeIn(run: Run): void {
    const calls = new Map(this.context.packageCallsOf(run).map(({ call, command }) => [command, call]));
    for (const command of run.command.script?.commands ?? []) {
      const call = calls.get(command);
      if (BUILDERS.has(command.name ?? '')) this.lastBuild = command.at.start;
      if (command.name === 'rm') for (const manager of managersOfFolders(command)) this.open.delete(manager);
      if (call) this.takeInCall({ call, run });
    }
  }

  private takeInCall(step: Step): void {
    const { manager, action, command } = step.call;
    if (action === 'run-script' || action === 'build') this.lastBuild = command.at.start;
    if (isNarrowing(step.call)) this.open.delete(manager);
    if (isSetting(step.call)) this.settings.add(manager);
    const variant = VARIANTS.find((one) => one === manager);
    const isKept = variant && isWhole(step.call) && !this.settings.has(manager) && !isOmittedByScope(step);
    if (isKept && !hasNoneToInstall(this.context.dockerfile, variant))
      this.open.set(manager, { step, before: this.open.get(manager) });
  }
}

/** Those whose dependencies a command deletes. */
function managersOfFolders({ args }: ShellCommand): Variant[] {
  return VARIANTS.filter((manager) =>
    knowledgeOf(manager).dependencyFolders.some((folder) => args.some(({ text }) => isFolderNamed(text, folder))),
  );
}

function isWhole({ installsProject, omitsDevelopment, isGlobal, options, action }: PackageCall): boolean {
  const isInstall = action === 'install' || action === 'upgrade';
  const isAskedFor =
    options.values('--include', '--with').some((value) => value.includes('dev')) || options.has('--dev');
  return isInstall && installsProject && !omitsDevelopment && !isGlobal && !isAskedFor;
}

/** A variable whose value is not known may leave them out. */
function isOmittedByScope({ run: { scope }, call }: Step): boolean {
  return isDevelopmentOmittedIn(scope, call.manager) !== false;
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
  return onlyPackageJson(input)?.devDependencies.size === 0;
}

/** How many installs of a stage a copied path is compared with. */
const LAST_INSTALLS = 50;

/** Dependencies that a COPY takes from a stage that installed all of them. */
function* copiedInstalls({ instruction, stage }: StageUse, context: RuleContext) {
  if (instruction.keyword !== 'COPY' || !stage) return;
  const installs = [...take(wholeInstalls(stage, context), LAST_INSTALLS)].sort(byPlace);
  for (const source of instruction.sources) {
    const install = installs.find((one) => isTaken(one, source, instruction.scope.expand(source)));
    if (install) yield { ...install, at: source.at, copied: source };
  }
}

function* take<Value>(values: Iterable<Value>, count: number): Iterable<Value> {
  let left = count;
  for (const value of values) {
    if (left-- === 0) return;
    yield value;
  }
}

function byPlace(one: Install, other: Install): number {
  return one.call.command.at.start - other.call.command.at.start;
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
