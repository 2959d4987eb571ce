import { scriptFileOf } from '../../image/process/script-file.js';
import { type Dockerfile, readScript, type ShellCommand, type Stage, startCommandOf } from '../../model/index.js';
import { code, text } from '../../model/text.js';
import { defineCondition, HOLDS } from '../condition.js';
import { textField } from '../field.js';
import { doesRun } from '../whereabouts.js';

export const startRuns = defineCondition({
  kind: 'start-runs',
  title: 'The container runs a command when it starts',
  fields: { command: textField('Command', 'node migrate.js') },
  states: {
    missing: 'What the start prepared is not prepared any more.',
    'never-reached': '`exec` puts a program in the place of the shell: nothing behind it is run.',
  },
  says: ({ command }) => text`When it starts, the container runs ${code(command)}`,
  check({ dockerfile, target }, { command }) {
    const commands = target ? [...commandsOf(dockerfile, target)] : [];
    if (reached(commands).some((one) => doesRun(one, command))) return HOLDS;
    if (commands.some((one) => doesRun(one, command)))
      return { holds: false, state: 'never-reached', now: text`${code(command)} stands behind an ${code('exec')}.` };
    return { holds: false, state: 'missing', now: text`Nothing runs ${code(command)} when the container starts.` };
  },
});

const DEEPEST = 5;

/** The commands of the start command, and of the scripts that it names. */
function* commandsOf(dockerfile: Dockerfile, stage: Stage): Iterable<ShellCommand> {
  const { script, baseEntrypoint } = startCommandOf(stage);
  if (baseEntrypoint && !script) return;
  yield* withScripts(dockerfile, stage, script?.commands ?? [], 0);
}

function* withScripts(
  dockerfile: Dockerfile,
  stage: Stage,
  commands: readonly ShellCommand[],
  depth: number,
): Iterable<ShellCommand> {
  for (const command of commands) {
    yield command;
    if (depth === DEEPEST) continue;
    for (const word of [command.program ?? '', ...command.args.map((arg) => arg.text)]) {
      const source = /\.sh$|entrypoint/.test(word) ? scriptFileOf(dockerfile, stage, word) : undefined;
      if (typeof source === 'string') yield* withScripts(dockerfile, stage, readScript(source, 0).commands, depth + 1);
    }
  }
}

/** Up to the first program that takes the place of the shell whatever happens. */
function reached(commands: readonly ShellCommand[]): readonly ShellCommand[] {
  const end = commands.findIndex(
    ({ wrappers, context }) => context.length === 0 && wrappers.some(({ text: word }) => word === 'exec'),
  );
  return end === -1 ? commands : commands.slice(0, end + 1);
}
