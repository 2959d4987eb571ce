/** Commands that make users and groups: BusyBox has `adduser` and `addgroup`, everybody else `useradd` and `groupadd`. */
import type { ShellCommand, ShellWord } from '../model/index.js';

export type UserTool = 'adduser' | 'addgroup' | 'useradd' | 'groupadd' | 'usermod';

const TOOLS = new Set(['adduser', 'addgroup', 'useradd', 'groupadd', 'usermod']);

export function isUserTool(name: string | undefined): name is UserTool {
  return name !== undefined && TOOLS.has(name);
}

/** The first option that only BusyBox's tool of this name has. Debian's stops at most of them; at `-H` and `-h` it prints its help. */
export function busyboxOption({ name, args }: ShellCommand): ShellWord | undefined {
  if (name !== 'adduser' && name !== 'addgroup') return undefined;
  return args.find(({ text }) => (name === 'adduser' ? /^-[SDHhGsg]+$/ : /^-[Sg]+$/).test(text));
}

/** The first option that only Debian's tool of this name has. */
export function debianOption({ name, args }: ShellCommand): ShellWord | undefined {
  if (name !== 'adduser' && name !== 'addgroup') return undefined;
  return args.find(({ text }) =>
    /^--(?:group|disabled-login|quiet|force-badname|allow-bad-names|add-extra-groups)$/.test(text),
  );
}

/** An option: its letters and long name, what it is called in the other family, and whether a value follows. */
interface Option {
  readonly from: readonly string[];
  /** Undefined: left out. */
  readonly to: string | undefined;
  readonly takesValue?: true;
}

interface Translation {
  readonly program: string;
  /** Always added. */
  readonly extra?: readonly string[];
  /** Added unless one of the flags is there: the two families differ in whether they make a home folder. */
  readonly home?: { readonly unless: readonly string[]; readonly word: string };
  readonly options: readonly Option[];
}

const TO_SHADOW: Partial<Record<UserTool, Translation>> = {
  addgroup: {
    program: 'groupadd',
    options: [
      { from: ['-S', '--system'], to: '--system' },
      { from: ['-g', '--gid'], to: '--gid', takesValue: true },
    ],
  },
  adduser: {
    program: 'useradd',
    home: { unless: ['-H', '--no-create-home', '-S', '--system'], word: '--create-home' },
    options: [
      { from: ['-S', '--system'], to: '--system' },
      { from: ['-D', '--disabled-password'], to: undefined },
      { from: ['-H', '--no-create-home'], to: '--no-create-home' },
      { from: ['-u', '--uid'], to: '--uid', takesValue: true },
      { from: ['-G', '--ingroup'], to: '--gid', takesValue: true },
      { from: ['-h', '--home'], to: '--home-dir', takesValue: true },
      { from: ['-s', '--shell'], to: '--shell', takesValue: true },
      { from: ['-g', '--gecos'], to: '--comment', takesValue: true },
    ],
  },
};

const TO_BUSYBOX: Partial<Record<UserTool, Translation>> = {
  groupadd: {
    program: 'addgroup',
    options: [
      { from: ['-r', '--system'], to: '-S' },
      { from: ['-g', '--gid'], to: '-g', takesValue: true },
    ],
  },
  useradd: {
    program: 'adduser',
    extra: ['-D'],
    home: { unless: ['-m', '--create-home', '-M', '--no-create-home'], word: '-H' },
    options: [
      { from: ['-r', '--system'], to: '-S' },
      { from: ['-M', '--no-create-home'], to: '-H' },
      { from: ['-m', '--create-home'], to: undefined },
      { from: ['-l', '--no-log-init'], to: undefined },
      { from: ['-u', '--uid'], to: '-u', takesValue: true },
      { from: ['-g', '--gid'], to: '-G', takesValue: true },
      { from: ['-d', '--home-dir', '--home'], to: '-h', takesValue: true },
      { from: ['-s', '--shell'], to: '-s', takesValue: true },
      { from: ['-c', '--comment'], to: '-g', takesValue: true },
    ],
  },
};

/** The command in the words of the other family; undefined where an option or an argument has no counterpart. */
export function translated({ name, args }: ShellCommand, to: 'shadow' | 'busybox'): string | undefined {
  const translation = isUserTool(name) ? (to === 'shadow' ? TO_SHADOW : TO_BUSYBOX)[name] : undefined;
  if (!translation) return undefined;
  const words: string[] = [translation.program, ...(translation.extra ?? [])];
  const given = new Set<string>();
  let names = 0;
  for (let index = 0; index < args.length; index++) {
    const { raw, text } = args[index] as ShellWord;
    if (!text.startsWith('-')) {
      words.push(raw);
      names++;
      continue;
    }
    const [flag = '', inline] = text.split('=', 2);
    const options = optionsOf(flag, translation);
    if (!options) return undefined;
    for (const { from } of options) for (const name of from) given.add(name);
    for (const option of options) if (option.to !== undefined && !option.takesValue) words.push(option.to);
    const valued = options.find(({ takesValue }) => takesValue);
    const value = valued && (inline ?? args[++index]?.raw);
    // BusyBox names the group; a number would be the name of one.
    if (valued && (value === undefined || (valued.to === '-G' && /^\d+$/.test(value)))) return undefined;
    if (valued?.to && value !== undefined) words.push(valued.to, value);
  }
  const { home } = translation;
  if (home && !home.unless.some((flag) => given.has(flag))) words.splice(1, 0, home.word);
  return names === 1 ? words.join(' ') : undefined;
}

/** The options of a word such as `-SD` or `--uid`; only the last of a cluster may take a value. */
function optionsOf(flag: string, { options }: Translation): Option[] | undefined {
  const parts = flag.startsWith('--') ? [flag] : [...flag.slice(1)].map((letter) => `-${letter}`);
  const found = parts.map((part) => options.find(({ from }) => from.includes(part)));
  const isKnown = found.every((option, index) => option && (!option.takesValue || index === found.length - 1));
  return isKnown ? (found as Option[]) : undefined;
}
