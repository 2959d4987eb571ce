/** Programs that start the one behind them: which make way for it, and which stay in front of it. */
import { baseName } from '../../model/index.js';
import type { Forwarder } from './process.js';

/** How its command line is read: options that take a value, and words of its own before the command. */
interface Grammar {
  readonly valued: readonly string[];
  /** Words in front of the command: the user of `gosu`, the folder of `chroot`. */
  readonly takes: number;
}

const PLAIN: Grammar = { valued: [], takes: 0 };
const USER: Grammar = { valued: [], takes: 1 };

/** They replace themselves with the program. */
const MAKING_WAY: Readonly<Record<string, Grammar>> = {
  exec: { valued: ['-a'], takes: 0 },
  command: PLAIN,
  env: { valued: ['-u', '--unset', '-C', '--chdir'], takes: 0 },
  nice: { valued: ['-n', '--adjustment'], takes: 0 },
  ionice: { valued: ['-c', '-n', '-p', '--class', '--classdata'], takes: 0 },
  nohup: PLAIN,
  stdbuf: { valued: ['-i', '-o', '-e'], takes: 0 },
  eatmydata: PLAIN,
  busybox: PLAIN,
  gosu: USER,
  'su-exec': USER,
  's6-setuidgid': USER,
  setuidgid: USER,
  setpriv: {
    valued: [
      '--reuid',
      '--regid',
      '--ruid',
      '--rgid',
      '--euid',
      '--egid',
      '--groups',
      '--inh-caps',
      '--ambient-caps',
      '--bounding-set',
      '--securebits',
      '--pdeathsig',
      '--selinux-label',
      '--apparmor-profile',
    ],
    takes: 0,
  },
  chroot: { valued: [], takes: 1 },
  chpst: { valued: ['-u', '-U', '-b', '-/', '-n', '-l', '-L', '-m', '-d', '-o', '-p', '-f', '-c', '-t'], takes: 0 },
};

/** They change the user, whether they make way or not. */
const CHANGING_USER = new Set([
  'gosu',
  'su-exec',
  's6-setuidgid',
  'setuidgid',
  'setpriv',
  'chroot',
  'chpst',
  'runuser',
  'su',
]);

/** Whether a program of this name starts another one as somebody else. */
export function changesUser(name: string | undefined): boolean {
  return name !== undefined && CHANGING_USER.has(name);
}

const SUDO: Grammar = {
  valued: ['-u', '--user', '-g', '--group', '-C', '-D', '-h', '-p', '-r', '-t', '-T', '-U'],
  takes: 0,
};
const TIMEOUT: Grammar = { valued: ['-s', '--signal', '-k', '--kill-after'], takes: 1 };

/** They wait for the program and pass signals on, as far as this was measured. */
const STAYING: Readonly<Record<string, { readonly grammar: Grammar; readonly nature: Forwarder }>> = {
  sudo: {
    grammar: SUDO,
    nature: {
      kind: 'forwarder',
      passesOn: ({ name }) => (name === 'SIGTERM' ? 'child' : undefined),
      // It sends itself the signal that its child died of, which PID 1 does not notice.
      exitCode: ({ exitCode, by, isPid1 }) => (by && isPid1 ? 0 : exitCode),
      reaps: null,
    },
  },
  timeout: {
    grammar: TIMEOUT,
    nature: {
      kind: 'forwarder',
      passesOn: ({ name }) => (name === 'SIGTERM' ? 'child' : undefined),
      exitCode: ({ exitCode }) => exitCode,
      reaps: null,
    },
  },
};

/** `su` and `runuser` give the program two seconds, kill it, and end as if of the signal themselves. */
export const SU: Forwarder = {
  kind: 'forwarder',
  passesOn: ({ name }) => (name === 'SIGTERM' ? 'child' : undefined),
  exitCode: () => 143,
  waits: 2,
  reaps: null,
};

/** `uv run` passes on what it gets. */
export const UV: Forwarder = {
  kind: 'forwarder',
  passesOn: ({ name }) => (/^SIG(?:TERM|INT|QUIT)$/.test(name) ? 'child' : undefined),
  exitCode: ({ exitCode }) => exitCode,
  reaps: null,
};

/** Their ways with signals were not measured. */
const UNMEASURED =
  /^(?:doas|time|unbuffer|script|cross-env|cross-env-shell|dotenv|dotenvx|env-cmd|nodemon|ts-node-dev|pm2|pm2-runtime|forever|concurrently|npm-run-all|run-p|run-s|foreman|honcho|overmind|s6-svscan|runsvdir|runit|my_init|systemd|dockerize|wait-for-it|wait-for|opentelemetry-instrument|ddtrace-run|newrelic-admin|mvn|mvnw|gradle|gradlew|cargo|corepack|bunx|pnpx|dotnet-watch|watchexec|entr|reflex|air)$/;

/** Whether a program starts others in a way that was not measured. */
export function isUnmeasuredLauncher(path: string): boolean {
  return UNMEASURED.test(baseName(path)) || path === '/init';
}

/** The words of the program that a launcher makes way for; undefined where it is none, or starts nothing. */
export function behindLauncher<Word extends { readonly text: string }>(
  words: readonly Word[],
): readonly Word[] | undefined {
  const name = baseName(words[0]?.text ?? '');
  const grammar = Object.hasOwn(MAKING_WAY, name) ? MAKING_WAY[name] : undefined;
  return grammar && behindOwnWords(words, grammar);
}

/** A launcher that stays, and the words behind it. */
export function stayingLauncher<Word extends { readonly text: string }>(
  words: readonly Word[],
): { nature: Forwarder; behind: readonly Word[] } | undefined {
  const name = baseName(words[0]?.text ?? '');
  const launcher = Object.hasOwn(STAYING, name) ? STAYING[name] : undefined;
  const behind = launcher && behindOwnWords(words, launcher.grammar);
  return launcher && behind && { nature: launcher.nature, behind };
}

function behindOwnWords<Word extends { readonly text: string }>(
  words: readonly Word[],
  { valued, takes }: Grammar,
): readonly Word[] | undefined {
  let left = takes;
  for (let index = 1; index < words.length; index++) {
    const { text } = words[index] as Word;
    if (text === '--' && left === 0) return nonEmpty(words.slice(index + 1));
    if (valued.includes(text)) index++;
    else if (text.startsWith('-') || /^[A-Za-z_]\w*=/.test(text)) continue;
    else if (left-- <= 0) return nonEmpty(words.slice(index));
  }
  return undefined;
}

function nonEmpty<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}

/** `su app -c 'text'`, `runuser -u app -- app`: what it starts. Undefined where it starts a prompt, or can't be read. */
export function suTarget<Word extends { readonly text: string }>(
  words: readonly Word[],
): { readonly text: Word } | { readonly command: readonly Word[] } | undefined {
  const args = words.slice(1);
  const isDirect = args.some(({ text }) => text === '-u' || text === '--user' || text.startsWith('--user='));
  if (isDirect && baseName(words[0]?.text ?? '') === 'runuser') {
    const command = behindOwnWords(words, {
      valued: ['-u', '--user', '-g', '--group', '-G', '--supp-group', '-w'],
      takes: 0,
    });
    return command && { command };
  }
  const flag = args.findIndex(({ text }) => /^-[a-z]*c$|^--command$/.test(text));
  const text = flag === -1 ? undefined : args[flag + 1];
  return text && { text };
}
