/** A package manager that a container starts its program with. */
import {
  type Cmd,
  type Entrypoint,
  type PackageCall,
  packageCallOf,
  type Script,
  type ShellCommand,
  type Stage,
  startCommandOf,
} from '../model/index.js';
import { signalsGroup } from './init-programs.js';

export type Starter =
  | 'npm'
  | 'yarn'
  | 'pnpm'
  | 'node-run'
  | 'poetry'
  | 'pipenv'
  | 'maven'
  | 'gradle'
  | 'cargo'
  | 'go-run';

/** A start command that goes through a package manager. */
interface ManagerStart {
  readonly starter: Starter;
  readonly call: PackageCall;
  readonly signalsGroup: boolean;
  /** The instruction that is this call and nothing else. */
  readonly only: Cmd | Entrypoint | undefined;
}

export function managerStartOf(stage: Stage): ManagerStart | undefined {
  const { script, entrypoint, cmd } = startCommandOf(stage);
  const last = programOf(script);
  const call = last && packageCallOf(last);
  const starter = call && starterOf(call);
  if (!starter) return undefined;
  const forms = [entrypoint, cmd].filter((started) => started !== undefined);
  const isBare = script?.commands.length === 1 && call.options.all.length === 0 && call.command.wrappers.length === 0;
  const [only, ...more] = forms;
  return {
    starter,
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

function starterOf({ manager, tool, action, subcommand }: PackageCall): Starter | undefined {
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

/** They run scripts of package.json. */
export function isOfNode(starter: Starter): starter is 'npm' | 'yarn' | 'pnpm' | 'node-run' {
  return starter === 'npm' || starter === 'yarn' || starter === 'pnpm' || starter === 'node-run';
}
