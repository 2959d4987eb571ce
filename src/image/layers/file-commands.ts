/** What programs that handle files do to the files of a stage, as far as their words say so. */
import type { Run, RunCommand, ShellWord } from '../../model/index.js';
import { type Amount, type Size, sizeOf, UNKNOWN } from '../amount.js';
import { absolute, pathOf } from '../files/command-paths.js';
import { isInMount, writtenPaths } from '../files/written-paths.js';
import { tarBytes } from '../tar.js';
import { shortened } from './command-text.js';
import { isSystemPath } from './entry.js';
import type { StageFiles } from './stage-files.js';

/** A command at work. */
export interface Doing extends RunCommand {
  readonly files: StageFiles;
  /** As the file has it, for people and as a key. */
  readonly text: string;
}

export type Effect = (doing: Doing) => void;

/** Files of which nothing but the place is known. */
export function writesUnknown(
  { files, text, run }: Pick<Doing, 'files' | 'text' | 'run'>,
  path: string | undefined,
  isFolder = true,
): void {
  if (path !== undefined && isInMount(run, path)) return;
  const place = path === undefined ? 'anywhere' : 'path';
  files.add({ path: path ?? '/', isFolder, place, size: UNKNOWN, key: text, what: `what ${shortened(text)} writes` });
}

/** A change of the system's own files whose size was measured; see test/experiments/commands. */
function changesSystem(bytes: Amount): Effect {
  const size: Size = { unpacked: bytes, compressed: { min: 0, max: bytes.max } };
  return ({ files, text }) =>
    files.add({ path: '/', isFolder: true, place: 'system', size, key: text, what: shortened(text) });
}

const remove: Effect = ({ run, command, files }) => {
  for (const path of operandPaths(run, command, command.args)) {
    if (isInMount(run, path)) continue;
    files.remove(path);
    if (isSystemPath(path) && !isKnownPlace(path)) files.removeSome(path);
  }
};

/** Folders that have entries of their own, and such as hold next to nothing beside them. */
function isKnownPlace(path: string): boolean {
  return /^\/(?:var\/(?:lib\/apt|cache|log|tmp)|usr\/share\/(?:doc|man|info|locale|lintian|linda))(?:\/|$)/.test(path);
}

const move: Effect = (doing) => relocate(doing, (from, to) => doing.files.move(from, to));

const copy: Effect = (doing) =>
  relocate(doing, (from, to) => {
    if (!doing.files.copy(from, to)) writesUnknown(doing, to);
  });

function relocate({ run, command }: Doing, act: (from: string, to: string) => void): void {
  const operands = command.args.filter(({ text }) => !text.startsWith('-'));
  const last = operands.at(-1);
  const destination = last && pathOf(run, command, last);
  if (!last || destination === undefined || operands.length < 2) return;
  const isInto = operands.length > 2 || last.text.endsWith('/') || last.text === '.';
  for (const from of operandPaths(run, command, operands.slice(0, -1))) {
    const name = from.slice(from.lastIndexOf('/') + 1);
    act(from, isInto && !/[*?[]/.test(name) ? (absolute(`${destination}/${name}`, '/') ?? destination) : destination);
  }
}

/** A change of owner, mode or time. The first word is the owner or the mode. */
function change(takesValue: boolean): Effect {
  return ({ run, command, files }) => {
    const isRecursive = command.args.some(({ text }) => /^(?:-[a-zA-Z]*R[a-zA-Z]*|--recursive)$/.test(text));
    const operands = command.args.filter(({ text }) => !text.startsWith('-'));
    const targets = takesValue ? operands.slice(1) : operands;
    const isRoot = /^(?:root|0)(?::(?:root|0)?)?$/.test(operands[0]?.text ?? '');
    // What is copied belongs to root unless COPY says otherwise: a change that changes nothing stores nothing.
    if (command.name === 'chown' && isRoot) return;
    if (command.name === 'chmod' && isUsualMode(operands[0]?.text ?? '')) return;
    for (const path of operandPaths(run, command, targets)) files.storeAgain(path, isRecursive);
  };
}

/** Modes that files of a build context have already: 644 or 755, as Git keeps them. `X` is for folders and programs. */
function isUsualMode(mode: string): boolean {
  return mode.split(',').every((part) => /^(?:[ugoa]*\+[rX]+|u\+w|[go]+-[wst]+)$/.test(part));
}

const unpack: Effect = (doing) => {
  const { run, command } = doing;
  const at = command.args.findIndex(({ text }) => /^(?:-C|-d|--directory)$/.test(text));
  const joined = command.args.find(({ text }) => /^--directory=/.test(text))?.text.slice('--directory='.length);
  const folder = at === -1 ? undefined : command.args[at + 1];
  const path = folder ? pathOf(run, command, folder) : absolute(joined ?? '.', run.scope.workdir ?? undefined);
  writesUnknown(doing, path);
};

const download: Effect = (doing) => {
  for (const { path } of writtenPaths(doing)) writesUnknown(doing, path, doing.command.name === 'git');
};

const nothing: Effect = () => {};

function operandPaths(run: Run, command: Doing['command'], words: readonly ShellWord[]): string[] {
  return words.flatMap((word) => {
    const path = word.text.startsWith('-') ? undefined : pathOf(run, command, word);
    return path === undefined || path === '/' ? [] : [path];
  });
}

const findDeletes: Effect = ({ run, command, files }) => {
  const isDeleting = command.args.some(({ text }) => text === '-delete' || text === 'rm');
  const roots = command.args.slice(
    0,
    command.args.findIndex(({ text }) => /^[-(!]/.test(text)),
  );
  if (isDeleting) for (const path of operandPaths(run, command, roots)) files.removeSome(path);
};

/** Text that a redirection writes is as long as the words of its command, or its heredoc. */
export function writeRedirected({ run, command, files, text }: Doing): void {
  for (const { operator, target } of command.redirects) {
    const path = target && /^[\d&]?>>?\|?$/.test(operator) ? pathOf(run, command, target) : undefined;
    if (path === undefined || path.startsWith('/dev/') || isInMount(run, path)) continue;
    const isPrinted = command.name === 'echo' || command.name === 'printf' || command.redirects.length > 1;
    const entry = { path, isFolder: false, place: 'path', key: text, what: `what ${shortened(text)} writes` } as const;
    files.add(isPrinted ? { ...entry, size: sizeOf(tarBytes(text.length), text.length) } : { ...entry, size: UNKNOWN });
  }
}

/** An upper bound for a settings file or two that a program rewrites. Bytes. */
const SETTINGS: Amount = { min: 0, max: 100_000 };

export const FILE_EFFECTS: Readonly<Record<string, Effect>> = {
  rm: remove,
  unlink: remove,
  rmdir: remove,
  mv: move,
  cp: copy,
  install: copy,
  chown: change(true),
  chgrp: change(true),
  chmod: change(true),
  touch: change(false),
  tar: unpack,
  unzip: unpack,
  curl: download,
  wget: download,
  git: download,
  find: findDeletes,
  ...Object.fromEntries(
    ['useradd', 'groupadd', 'adduser', 'addgroup', 'usermod', 'groupmod', 'passwd', 'chpasswd', 'sed', 'ldconfig']
      .concat(['update-alternatives', 'a2enmod', 'a2dismod', 'a2ensite', 'a2dissite', 'corepack', 'chsh', 'ssh-keygen'])
      .map((name) => [name, changesSystem(SETTINGS)]),
  ),
  ...Object.fromEntries(
    [
      'cd',
      'set',
      'unset',
      'export',
      'true',
      'false',
      ':',
      'test',
      '[',
      '[[',
      'exit',
      'sleep',
      'echo',
      'printf',
      'umask',
    ]
      .concat(['ulimit', 'trap', 'wait', 'shift', 'local', 'read', 'return', 'cat', 'grep', 'ls', 'which', 'id', 'env'])
      .concat(['whoami', 'uname', 'date', 'dpkg', 'command', 'type', 'hash', 'arch', 'nproc', 'basename', 'dirname'])
      .concat(['sha256sum', 'sha512sum', 'md5sum', 'head', 'tail', 'tr', 'cut', 'sort', 'awk', 'wc', 'mkdir', 'ln'])
      .map((name) => [name, nothing]),
  ),
};

/** `node --version` and the like only print. */
export function onlyPrints({ args }: RunCommand['command']): boolean {
  return args.length === 1 && /^(?:--version|-v|-V|version|--help|-version)$/.test(args[0]?.text ?? '');
}
