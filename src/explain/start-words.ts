/** CMD, ENTRYPOINT and HEALTHCHECK in plain words: what a container runs. */
import {
  type Cmd,
  type CommandLine,
  type Dockerfile,
  type Entrypoint,
  type Healthcheck,
  type Scope,
  type Stage,
  startCommandOf,
} from '../model/index.js';
import { code, type Text, text } from '../model/text.js';
import { shownCode, wordText } from './words.js';

/** The command as a person would type it. */
export function commandText({ text: file }: Dockerfile, { exec, at }: CommandLine): string {
  if (!exec) return file.slice(at.start, at.end).replace(/[\\`]\r?\n/g, ' ');
  return exec.map(({ text: word }) => (/^[^\s"'\\]+$/.test(word) ? word : JSON.stringify(word))).join(' ');
}

function isEmpty({ exec }: CommandLine): boolean {
  return exec?.length === 0;
}

/** Runs it directly, or through a shell. */
function runs(dockerfile: Dockerfile, command: CommandLine, scope: Scope): Text {
  const words = shownCode(commandText(dockerfile, command));
  if (command.form === 'exec') return text`runs ${words} directly, as PID 1`;
  return text`starts the shell ${code(scope.shell.words.join(' '))} as PID 1, which runs ${words}`;
}

export function entrypointSentences(dockerfile: Dockerfile, { command, scope, stage }: Entrypoint): Text[] {
  if (isEmpty(command)) return [['Takes away the entrypoint that the base image brings, and its CMD.']];
  const what = text`When the container starts, ${runs(dockerfile, command, scope)}`;
  const cmd = stage && startCommandOf(stage).cmd;
  if (command.form === 'shell') return [text`${what}. A CMD, and arguments of ${code('docker run')}, are not used.`];
  if (cmd) return [text`${what}, with the CMD behind it: ${shownCode(commandText(dockerfile, cmd.command))}.`];
  return [text`${what}, with arguments of ${code('docker run')} behind it.`];
}

export function cmdSentences(dockerfile: Dockerfile, cmd: Cmd): Text[] {
  const { command, scope, stage } = cmd;
  if (isEmpty(command)) return [['Takes away the CMD that the base image brings.']];
  const words = shownCode(commandText(dockerfile, command));
  const start = stage && startCommandOf(stage);
  const later = stage && laterThan(stage, cmd);
  if (later)
    return [
      text`Would be the command of the container, but the CMD in line ${dockerfile.lines.lineAt(later.at.start)} takes its place.`,
    ];
  if (start?.entrypoint?.command.form === 'shell')
    return [text`Is not used: the ENTRYPOINT is written as a shell command, which takes no arguments.`];
  if (start?.entrypoint)
    return [text`Is put behind the ENTRYPOINT as its arguments, unless ${code('docker run')} gives others: ${words}.`];
  if (start?.baseEntrypoint && start.baseEntrypoint.length > 0)
    return [
      text`Is given to the entrypoint of the base image, ${shownCode(start.baseEntrypoint.join(' '))}, unless ${code('docker run')} gives another command: ${words}.`,
    ];
  const unsure =
    stage && !stage.base ? ' The base image is unknown here; an entrypoint of it would take this as arguments.' : '';
  return [
    text`When the container starts, ${runs(dockerfile, command, scope)}, unless ${code('docker run')} gives another command.${unsure}`,
  ];
}

function laterThan({ instructions }: Stage, cmd: Cmd): Cmd | undefined {
  const last = instructions.findLast((instruction) => instruction.keyword === 'CMD') as Cmd | undefined;
  return last && last !== cmd && last.index > cmd.index ? last : undefined;
}

/** The settings of a health check with the values that Docker takes where none is given. */
const DEFAULTS = { interval: '30s', timeout: '30s', retries: '3' } as const;

export function healthcheckSentences(dockerfile: Dockerfile, { type, command, flags, scope }: Healthcheck): Text[] {
  if (type === 'NONE') return [['Switches off the health check that the base image brings.']];
  if (!command || isEmpty(command)) return [['Names no command to check with.']];
  const setting = (name: keyof typeof DEFAULTS) => {
    const value = flags.find((flag) => flag.name === name)?.value;
    return value ? wordText(value, scope) : DEFAULTS[name];
  };
  const how = command.form === 'exec' ? 'directly' : 'in a shell';
  return [
    text`Has Docker run ${shownCode(commandText(dockerfile, command))} ${how} every ${shownCode(setting('interval'))} while the container runs.`,
    text`It is unhealthy after ${shownCode(setting('retries'))} failures in a row; a check fails too if it takes longer than ${shownCode(setting('timeout'))}.`,
  ];
}
