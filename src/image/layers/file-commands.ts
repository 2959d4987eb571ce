/** What programs that handle files do to the files of a stage, as far as their words say so. */
import type { Run, RunCommand, ShellWord } from '../../model/index.js';
import { absolute, pathOf } from '../files/command-paths.js';
import { READING_PROGRAMS } from '../files/reading-programs.js';
import { isInMount } from '../files/written-paths.js';
import { changesSystem, type Doing, type Effect, unknownAt, writesUnknown } from './effect.js';
import { isSystemPath } from './entry.js';
import { download, dpkg, git, unpack } from './fetch-commands.js';

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

const copy: Effect = (doing) => relocate(doing, (from, to) => doing.files.copy(from, to, unknownAt(doing, to)));

function relocate(doing: Doing, act: (from: string, to: string) => void): void {
  const { run, command } = doing;
  const operands = command.args.filter(({ text }) => !text.startsWith('-'));
  const last = operands.at(-1);
  const destination = last && pathOf(run, command, last);
  if (!last || operands.length < 2) return;
  if (destination === undefined) {
    writesUnknown(doing, undefined);
    return;
  }
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

const nothing: Effect = () => {};

function operandPaths(run: Run, command: Doing['command'], words: readonly ShellWord[]): string[] {
  return words.flatMap((word) => {
    const path = word.text.startsWith('-') ? undefined : pathOf(run, command, word);
    return path === undefined || path === '/' ? [] : [path];
  });
}

const find: Effect = (doing) => {
  const { run, command, files } = doing;
  const program = command.args[command.args.findIndex(({ text }) => /^-(?:exec|execdir|ok|okdir)$/.test(text)) + 1];
  const isRun = command.args.some(({ text }) => /^-(?:exec|execdir|ok|okdir)$/.test(text));
  if (isRun && program?.text !== 'rm' && !READING_PROGRAMS.has(program?.text ?? '')) writesUnknown(doing, undefined);
  const isDeleting = command.args.some(({ text }) => text === '-delete' || text === 'rm');
  const roots = command.args.slice(
    0,
    command.args.findIndex(({ text }) => /^[-(!]/.test(text)),
  );
  if (isDeleting) for (const path of operandPaths(run, command, roots)) files.removeSome(path);
};

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
  git,
  dpkg,
  find,
  ...Object.fromEntries(
    ['useradd', 'groupadd', 'adduser', 'addgroup', 'usermod', 'groupmod', 'passwd', 'chpasswd', 'sed', 'ldconfig']
      .concat(['update-alternatives', 'a2enmod', 'a2dismod', 'a2ensite', 'a2dissite', 'corepack', 'chsh', 'ssh-keygen'])
      .map((name) => [name, changesSystem]),
  ),
  ...Object.fromEntries([...READING_PROGRAMS, 'mkdir', 'ln'].map((name) => [name, nothing])),
};

/** `node --version` and the like only print. */
export function onlyPrints({ args }: RunCommand['command']): boolean {
  return args.length === 1 && /^(?:--version|-v|-V|version|--help|-version)$/.test(args[0]?.text ?? '');
}
