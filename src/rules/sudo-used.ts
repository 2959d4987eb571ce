import type { Dockerfile, Run, ShellCommand, ShellWord } from '../model/index.js';
import { code, type Text, text } from './message.js';
import { defineRule, type Edit } from './rule.js';

/** Options that say nothing about who runs the command. */
const PLAIN_OPTIONS = /^(?:-[EHnSk]+|--(?:preserve-env|set-home|non-interactive|stdin)|--)$/;

export const sudoUsed = defineRule({
  id: 'sudo-used',
  topic: 'security',
  stages: 'all',
  onbuild: true,
  severity: 'warning',
  aliases: ['DL3004', 'DS-0010', 'CKV2_DOCKER_1', '8ada6e80'],
  summary: 'Set USER instead of calling sudo.',

  *find({ commands }) {
    for (const { command, run } of commands)
      for (const sudo of sudosOf(command)) yield { at: sudo.at, command, run, user: run.scope.user };
  },

  explain: ({ command, user }) => ({
    what: text`${code('sudo')} runs ${code(command.program === 'sudo' ? 'a command' : (command.program ?? 'a command'))}.`,
    why: whyOf(user),
    todo:
      user !== null && !isRoot(user)
        ? text`Put ${code('USER root')} above the step and ${code(`USER ${user}`)} below it.`
        : text`Call the command itself; to run one as somebody else, set ${code('USER')} above the step.`,
  }),

  *repair({ at, command, run, user }, { dockerfile }) {
    const edit = user !== null && isRoot(user) ? withoutSudo(dockerfile, run, command, at) : undefined;
    if (edit) yield { title: 'Call the command itself', safety: 'suggested', edits: [edit] };
  },
});

function sudosOf({ wrappers, name, args, nameAt, program }: ShellCommand): readonly Pick<ShellWord, 'at'>[] {
  const isBare = name === 'sudo' && program !== undefined && args.length > 0;
  return [...wrappers.filter(({ text: word }) => /(?:^|\/)sudo$/.test(word)), ...(isBare ? [{ at: nameAt }] : [])];
}

function isRoot(user: string): boolean {
  return /^(?:root|0+)(?::|$)/.test(user);
}

function whyOf(user: string | null): Text {
  if (user === null)
    return text`RUN starts as root unless USER says otherwise, and an image with sudo in it lets a process become root again.`;
  return isRoot(user)
    ? text`The step runs as root already, so sudo is only one more setuid program in the image.`
    : text`For ${code(user)} to become root here, sudo and a rule for it must be in the image, and then they work in the container too.`;
}

/** Takes away the word and its options; undefined where an option names another user, or a place is not exact. */
function withoutSudo(
  { text: source }: Dockerfile,
  run: Run,
  command: ShellCommand,
  at: ShellWord['at'],
): Edit | undefined {
  const words = [
    ...command.wrappers.map((word) => word.at),
    ...command.assignments.map((one) => one.at),
    command.nameAt,
  ];
  const next = words
    .map(({ start }) => start)
    .filter((start) => start > at.end)
    .sort((one, other) => one - other)[0];
  if (next === undefined) return undefined;
  const exec = run.command.exec;
  const options = exec
    ? exec.filter(({ inner }) => inner.start > at.end && inner.start < next).map((word) => word.text)
    : source
        .slice(at.end, next)
        .replaceAll(/[\\`]\r?\n/g, ' ')
        .trim()
        .split(/\s+/)
        .filter(Boolean);
  return options.every((option) => PLAIN_OPTIONS.test(option)) ? { start: at.start, end: next, text: '' } : undefined;
}
