/** A start command that goes through a package manager. */
import { signalsGroup } from '../image/process/init-programs.js';
import { type Starter, starterOf } from '../image/process/manager-start.js';
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
