import type { ShellCommand, ShellWord } from '../model/index.js';
import { code, type Text, text } from './message.js';
import { isRoot } from './root-user.js';
import { defineRule, type Edit } from './rule.js';

/** Options that say nothing about who runs the command. */
const PLAIN_OPTIONS = /^(?:-[EHnSk]+|--(?:preserve-env|set-home|non-interactive|stdin)|--)$/;

const NAMES_USER = /^-[A-Za-z]*[ug]$|^--(?:user|group)/;

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
      for (const sudo of sudosOf(command)) {
        const { user } = run.scope;
        // Where the base image's user is not known, sudo may be needed; and root can step down with it.
        const isDoubtful = user === null || sudo.options.some(({ text: word }) => NAMES_USER.test(word));
        yield { ...(isDoubtful && { severity: 'info' as const }), at: sudo.at, sudo, command, user };
      }
  },

  explain: ({ command, user }) => ({
    what: text`${code('sudo')} runs ${code(command.program === 'sudo' ? 'a command' : (command.program ?? 'a command'))}.`,
    why: whyOf(user),
    todo:
      user !== null && !isRoot(user)
        ? text`Put ${code('USER root')} above the step and ${code(`USER ${user}`)} below it.`
        : text`Call the command itself; to run one as somebody else, set ${code('USER')} above the step.`,
  }),

  *repair({ sudo, command, user }) {
    const edit = isRoot(user) ? withoutSudo(command, sudo) : undefined;
    if (edit) yield { title: 'Call the command itself', safety: 'suggested', edits: [edit] };
  },
});

interface Sudo extends Pick<ShellWord, 'at'> {
  readonly options: readonly ShellWord[];
}

function sudosOf({ wrappers, name, args, nameAt, program }: ShellCommand): readonly Sudo[] {
  const isBare = name === 'sudo' && program !== undefined && args.length > 0;
  return [
    ...wrappers.filter(({ text: word }) => /(?:^|\/)sudo$/.test(word)).map(({ at, own }) => ({ at, options: own })),
    ...(isBare ? [{ at: nameAt, options: args }] : []),
  ];
}

function whyOf(user: string | null): Text {
  if (user === null)
    return text`RUN starts as root unless the base image or USER says otherwise, and an image with sudo in it lets a process become root again.`;
  return isRoot(user)
    ? text`The step runs as root already, so sudo is only one more setuid program in the image.`
    : text`For ${code(user)} to become root here, sudo and a rule for it must be in the image, and then they work in the container too.`;
}

/** Takes away the word and its options; undefined where an option names another user, or a place is not exact. */
function withoutSudo(command: ShellCommand, { at, options }: Sudo): Edit | undefined {
  const starts = [...command.wrappers, ...command.assignments, { at: command.nameAt }].map((word) => word.at.start);
  const next = Math.min(...starts.filter((start) => start > at.end));
  const isPlain = options.every((option) => PLAIN_OPTIONS.test(option.text) && option.at.end < next);
  return Number.isFinite(next) && isPlain ? { start: at.start, end: next, text: '' } : undefined;
}
