import { signalsGroup } from '../image/process/init-programs.js';
import {
  type ExecWord,
  isShellBuiltin,
  isShellName,
  ownCommands,
  type ShellCommand,
  type ShellInForce,
  type Stage,
  shellStays,
  startCommandOf,
  trapsStopSignal,
} from '../model/index.js';
import { insertAt } from './edits.js';
import { placeForExec } from './exec-form.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

/** Commands that the shell of the exec form runs stand in one `sh -c`. */
const DEPTH = 1;

export const shellWrapperKeepsPid1 = defineRule({
  id: 'shell-wrapper-keeps-pid-1',
  topic: 'pid-1',
  stages: 'final',
  severity: 'info',
  summary: 'Let a shell that starts a program make way for it with exec.',

  *find({ stages }) {
    for (const stage of stages) {
      const wrapper = wrapperOf(stage);
      if (wrapper && !signalsGroup(wrapper.words)) yield { at: wrapper.shell.nameAt, ...wrapper };
    }
  },

  explain: ({ shell, program, commands }) => ({
    what: text`${code(shell.name ?? 'sh')} starts ${code(programOf(commands))} and stays in front of it.`,
    why: program
      ? text`Here it is ${program}, which passes no signal on, so ${code('docker stop')} ends in SIGKILL.`
      : text`Which shell this is, is not known here; dash stays in front of every program and passes no signal on.`,
    todo: text`Start the program last and put ${code('exec')} before it, or leave the shell out if nothing needs it.`,
  }),

  *repair({ commands }) {
    const place = placeForExec(commands, DEPTH);
    if (place !== undefined)
      yield { title: 'Let the shell make way with exec', safety: 'suggested', edits: [insertAt(place, 'exec ')] };
  },
});

interface Wrapper {
  readonly shell: ShellCommand;
  readonly program: ShellInForce['program'];
  readonly commands: readonly ShellCommand[];
  readonly words: readonly ExecWord[];
}

/** A shell that the exec form starts with `-c`, and that is still there while the program runs. */
function wrapperOf(stage: Stage): Wrapper | undefined {
  const { script, entrypoint, cmd } = startCommandOf(stage);
  const forms = [entrypoint, cmd].filter((started) => started !== undefined);
  if (!script || forms.some(({ command }) => !command.exec)) return undefined;
  const [shell] = script.commands;
  const commands = ownCommands(script.commands.slice(1), DEPTH);
  if (!shell || !isShellName(shell.name) || commands.every(({ name }) => isShellBuiltin(name))) return undefined;
  const program = programBehind(shell.name, stage);
  const stays = shellStays(commands, program, DEPTH) ?? program === undefined;
  if (!stays || trapsStopSignal(commands) || isCompound(commands)) return undefined;
  return { shell, program, commands, words: forms.flatMap(({ command }) => command.exec ?? []) };
}

function programBehind(name: string | undefined, { base }: Stage): ShellInForce['program'] {
  if (name === 'bash' || name === 'dash' || name === 'ash' || name === 'zsh') return name;
  return name === 'sh' && base?.shell !== 'none' ? base?.shell : undefined;
}

/** A loop or a branch at the end is a program of the shell's own. */
function isCompound(commands: readonly ShellCommand[]): boolean {
  return (commands.at(-1)?.context.length ?? 0) > DEPTH;
}

function programOf(commands: readonly ShellCommand[]): string {
  return commands.findLast(({ name }) => !isShellBuiltin(name))?.program ?? '';
}
