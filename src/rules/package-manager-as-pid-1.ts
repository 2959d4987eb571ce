import {
  type BaseImage,
  type Cmd,
  type Entrypoint,
  execsItself,
  type PackageCall,
  packageCallOf,
  type Script,
  type ShellCommand,
  type Stage,
  startCommandOf,
} from '../model/index.js';
import { replace } from './edits.js';
import { execForm, wordsWithoutShell } from './exec-form.js';
import { signalsGroup } from './init-programs.js';
import { code, type Text, text } from './message.js';
import { packageScriptOf } from './package-script.js';
import { defineRule } from './rule.js';

type Variant = 'npm' | 'yarn' | 'pnpm' | 'node-run' | 'poetry' | 'pipenv' | 'maven' | 'gradle' | 'cargo' | 'go-run';

/** Why each is in the way. The Node.js ones were measured; the others follow from how they start the program. */
const REASONS: Record<Exclude<Variant, 'npm' | 'yarn' | 'pnpm'>, Text> = {
  'node-run': text`As PID 1 it passes no signal on, whatever the base: ${code('docker stop')} waits for its grace period and kills everything.`,
  poetry: text`It makes way for the program, so signals arrive, but Poetry and all that it is made of must be in the image to start one command.`,
  pipenv: text`It makes way for the program, so signals arrive, but Pipenv and all that it is made of must be in the image to start one command.`,
  maven: text`Each start runs a build tool first, and the image must hold Maven, a JDK and the sources.`,
  gradle: text`Each start runs a build tool first, and the image must hold Gradle, a JDK and the sources.`,
  cargo: text`Each start checks first whether it must compile, and the image must hold the whole toolchain and the sources.`,
  'go-run': text`Each start compiles the program, and ${code('go run')} relays no signal to it.`,
};

export const packageManagerAsPid1 = defineRule({
  id: 'package-manager-as-pid-1',
  topic: 'pid-1',
  stages: 'final',
  severity: 'warning',
  variants: {
    npm: {},
    yarn: {},
    pnpm: {},
    'node-run': {},
    poetry: { severity: 'info' },
    pipenv: { severity: 'info' },
    maven: {},
    gradle: {},
    cargo: {},
    'go-run': {},
  },
  summary: 'Start the program itself, not the package manager that would start it.',

  *find({ dockerfile, stages }) {
    for (const stage of stages) {
      const started = startedBy(stage);
      if (!started) continue;
      const { call, variant } = started;
      const script = isOfNode(variant) ? packageScriptOf(dockerfile, call) : undefined;
      const effect = effectOf(variant, script, started.signalsGroup, stage.base);
      const weight = effect === 'costs-a-process' ? ({ severity: 'info' } as const) : {};
      yield { variant, at: call.command.nameAt, ...weight, call, script, effect, only: started.only };
    }
  },

  explain: ({ variant, call, script, effect }) => ({
    what: text`${code(calledAs(call))} stands between Docker and your program.`,
    why: isOfNode(variant) && variant !== 'node-run' ? reasonOf(variant, effect) : REASONS[variant],
    todo: todoOf(variant, script),
  }),

  *repair({ script, only }) {
    const words = script && wordsWithoutShell({ form: 'shell', exec: undefined, script, at: script.at });
    if (!only || words?.[0] !== 'node') return;
    yield {
      title: 'Start the program of the script',
      safety: 'suggested',
      edits: [replace(only.command.at, execForm(words))],
    };
  },
});

interface Started {
  readonly variant: Variant;
  readonly call: PackageCall;
  readonly signalsGroup: boolean;
  /** The instruction that is this call and nothing else. */
  readonly only: Cmd | Entrypoint | undefined;
}

function startedBy(stage: Stage): Started | undefined {
  const { script, entrypoint, cmd } = startCommandOf(stage);
  const last = programOf(script);
  const call = last && packageCallOf(last);
  const variant = call && variantOf(call);
  if (!variant) return undefined;
  const forms = [entrypoint, cmd].filter((started) => started !== undefined);
  const isBare = script?.commands.length === 1 && call.options.all.length === 0 && call.command.wrappers.length === 0;
  const [only, ...more] = forms;
  return {
    variant,
    call,
    signalsGroup: signalsGroup(forms.flatMap(({ command }) => command.exec ?? [])),
    only: isBare && more.length === 0 && only?.commentsInside.length === 0 && !hasMoreWords(call) ? only : undefined,
  };
}

/** Arguments for the script, which would have to be passed on. */
function hasMoreWords({ command, script, subcommand }: PackageCall): boolean {
  return command.args.some((word) => word !== subcommand && word.text !== script && word.text !== '--run');
}

/** The command that runs for as long as the container: the last one, or the first of its pipeline. */
function programOf(script: Script | undefined): ShellCommand | undefined {
  const last = script?.commands.findLast(
    ({ context }) => !context.includes('substitution') && !context.includes('function'),
  );
  return last?.pipeline?.commands[0] ?? last;
}

const RUNS = new Set(['start', 'run', 'run-script', 'rum', 'urn', undefined]);

function variantOf({ manager, tool, action, subcommand }: PackageCall): Variant | undefined {
  if (action !== 'start' && action !== 'run-script') return undefined;
  switch (manager) {
    case 'npm':
      if (tool === 'node --run') return 'node-run';
      return RUNS.has(subcommand?.text) ? 'npm' : undefined;
    case 'yarn':
    case 'pnpm':
      return subcommand && /^(?:exec|node|dlx|test|t)$/.test(subcommand.text) ? undefined : manager;
    case 'poetry':
    case 'pipenv':
      return manager;
    case 'maven':
    case 'gradle':
    case 'cargo':
      return action === 'start' ? manager : undefined;
    case 'go':
      return action === 'start' ? 'go-run' : undefined;
    default:
      return undefined;
  }
}

function isOfNode(variant: Variant): variant is 'npm' | 'yarn' | 'pnpm' | 'node-run' {
  return variant === 'npm' || variant === 'yarn' || variant === 'pnpm' || variant === 'node-run';
}

/** What the managers of Node.js do with SIGTERM depends on the shell that runs the script. */
type Effect = 'killed' | 'fails' | 'unknown' | 'costs-a-process' | undefined;

function effectOf(variant: Variant, script: Script | undefined, isGroup: boolean, base: BaseImage | undefined): Effect {
  if (!isOfNode(variant) || variant === 'node-run') return undefined;
  if (isGroup || script?.commands.some(execsItself)) return 'costs-a-process';
  if (base?.shell === 'ash' || base?.shell === 'bash') return 'costs-a-process';
  if (base?.shell !== 'dash') return 'unknown';
  return variant === 'pnpm' ? 'fails' : 'killed';
}

function reasonOf(variant: Variant, effect: Effect): Text {
  switch (effect) {
    case 'costs-a-process':
      return text`Signals reach the program here, but ${variant} stays in memory beside it for as long as it runs.`;
    case 'fails':
      return text`The program is asked to stop, but pnpm ends with exit code 1 here, so every stop looks like a crash.`;
    case 'killed':
      return text`${variant} asks the shell of the script to stop, and no further: dash dies of it, and the program is killed without notice.`;
    default:
      return text`${variant} asks the shell of the script to stop, and no further; where that is dash, it dies and the program is killed without notice.`;
  }
}

function todoOf(variant: Variant, script: Script | undefined): Text {
  if (isOfNode(variant)) {
    const only = script?.only;
    return only
      ? text`Start what the script starts, in exec form: ${code([only.program, ...only.args.map((word) => word.raw)].join(' '))}.`
      : text`Start the program in exec form, such as ${code('CMD ["node", "server.js"]')}.`;
  }
  if (variant === 'poetry' || variant === 'pipenv')
    return text`Put the environment's ${code('bin')} folder on the PATH and start the program by its name.`;
  return text`Build in an earlier stage, copy the result, and start that.`;
}

function calledAs({ command }: PackageCall): string {
  return [command.program, ...command.args.map((word) => word.raw)].join(' ');
}
