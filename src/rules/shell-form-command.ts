import { isExecFormAttempt } from '../image/process/exec-form-attempt.js';
import { signalsGroup } from '../image/process/init-programs.js';
import { misreadsShell } from '../image/process/start-line.js';
import {
  asWritten,
  type Cmd,
  type Dockerfile,
  type Entrypoint,
  type Healthcheck,
  isShellBuiltin,
  ownCommands,
  type ShellCommand,
  type ShellInForce,
  type Stage,
  shellStays,
  startCommandOf,
  trapsStopSignal,
} from '../model/index.js';
import { droppedCmdOf } from './dropped-cmd.js';
import { insertAt, replace } from './edits.js';
import { execForm, placeForExec, wordsWithoutShell } from './exec-form.js';
import { code, type Text, text } from './message.js';
import { defineRule, type Severity } from './rule.js';

type Started = Cmd | Entrypoint;

export const shellFormCommand = defineRule({
  id: 'shell-form-command',
  topic: 'pid-1',
  stages: 'final',
  severity: 'warning',
  variants: {
    cmd: { aliases: ['DL3025', 'JSONArgsRecommended', 'b86987e1', 'S7019'] },
    entrypoint: { aliases: ['DL3025', 'JSONArgsRecommended'] },
    healthcheck: { aliases: ['DL3025'], severity: 'off' },
  },
  summary: 'Write CMD and ENTRYPOINT as an array, so that no shell stands between Docker and the program.',

  *find({ dockerfile, stages, instructions }) {
    for (const stage of stages)
      for (const instruction of startedThroughShell(dockerfile, stage)) {
        const effect = effectOf(instruction, stage);
        if (effect === 'none') continue;
        const variant = instruction.keyword === 'CMD' ? 'cmd' : 'entrypoint';
        yield { variant, at: instruction.keywordAt, ...severityOf(effect), instruction, effect } as const;
      }
    for (const instruction of instructions('HEALTHCHECK'))
      if (isNeedlessCheck(instruction))
        yield { variant: 'healthcheck', at: instruction.keywordAt, instruction, effect: 'check' } as const;
  },

  explain: ({ instruction, effect }, { dockerfile }) => ({
    what: text`${code(written(dockerfile, instruction))} is in shell form: Docker starts ${code(
      instruction.scope.shell.words.join(' '),
    )} and leaves the rest to it.`,
    why: whyOf(effect, instruction.scope.shell.program),
    todo:
      instruction.command && wordsWithoutShell(instruction.command)
        ? text`Write the exec form, a JSON array of the words.`
        : text`Where the line needs a shell, let it make way with ${code('exec')}, or move it into a script that ends in ${code('exec')} and start that in exec form.`,
  }),

  *repair({ instruction, effect }) {
    const { command, commentsInside } = instruction;
    const words = command && wordsWithoutShell(command);
    if (command && words && commentsInside.length === 0)
      yield { title: 'Write the exec form', safety: 'suggested', edits: [replace(command.at, execForm(words))] };
    const place =
      instruction.keyword === 'HEALTHCHECK' || effect === 'misread'
        ? undefined
        : placeForExec(ownCommandsOf(instruction));
    if (place !== undefined)
      yield { title: 'Let the shell make way with exec', safety: 'suggested', edits: [insertAt(place, 'exec ')] };
  },
});

type Effect = 'stays' | 'makes-way' | 'unknown' | 'misread' | 'check' | 'none';

function severityOf(effect: Effect): { severity?: Severity } {
  if (effect === 'misread') return { severity: 'error' };
  return effect === 'makes-way' ? { severity: 'info' } : {};
}

function isNeedlessCheck({ command, scope }: Healthcheck): boolean {
  return command !== undefined && !scope.shell.exec && scope.base?.shell !== 'none' && !!wordsWithoutShell(command);
}

function ownCommandsOf({ command }: Started): readonly ShellCommand[] {
  return ownCommands(command.script?.commands ?? []);
}

/** Those that hold, and that no other rule speaks about. */
function startedThroughShell(dockerfile: Dockerfile, stage: Stage): readonly Started[] {
  const { entrypoint, cmd } = startCommandOf(stage);
  if (stage.base?.shell === 'none' || droppedCmdOf(dockerfile, stage)) return [];
  return [entrypoint, cmd].filter(
    (started) =>
      started?.command.form === 'shell' &&
      started.command.script !== undefined &&
      !started.scope.shell.exec &&
      !isExecFormAttempt(started.command, started.keyword, dockerfile.text),
  ) as Started[];
}

function effectOf(instruction: Started, stage: Stage): Effect {
  const { entrypoint } = startCommandOf(stage);
  const isArgument = instruction.keyword === 'CMD' && entrypoint;
  if (isArgument && misreadsShell(entrypoint, instruction)) return 'misread';
  if (isArgument && signalsGroup(entrypoint.command.exec ?? [])) return 'none';
  const commands = ownCommandsOf(instruction);
  if (trapsStopSignal(commands) || commands.every(({ name }) => isShellBuiltin(name))) return 'none';
  if (commands.some(({ wrappers }) => wrappers.some((word) => word.text === 'exec'))) return 'none';
  const stays = shellStays(commands, instruction.scope.shell.program);
  return stays === undefined ? 'unknown' : stays ? 'stays' : 'makes-way';
}

function whyOf(effect: Effect, program: ShellInForce['program']): Text {
  const shell = program === 'ash' || program === 'bash' || program === 'dash' ? program : 'the shell';
  switch (effect) {
    case 'misread':
      return text`The entrypoint gets the shell's name as its first argument, takes it for a file to run, and fails.`;
    case 'stays':
      return text`Here ${shell} stays in front of the program and passes no signal on, so ${code('docker stop')} ends in SIGKILL.`;
    case 'makes-way':
      return text`Here ${shell} makes way for a simple command, so signals arrive; with another base image, a pipe or one more command they would not.`;
    case 'check':
      return text`Each check starts a shell that it has no use for.`;
    default:
      return text`It depends on the image's shell whether signals reach the program: dash stays in front of it and passes none on, ash and bash make way for a simple command.`;
  }
}

function written(dockerfile: Dockerfile, { keywordText, command }: Started | Healthcheck): string {
  return `${keywordText} ${command ? asWritten(dockerfile, command) : ''}`;
}
