/**
 * Whether a RUN that runs again may write a path. Programs that are known write what their words say. Of any other
 * program it is assumed that it leaves alone what was copied in from elsewhere and lies apart from its working
 * directory, and, unless it administers the system, the folders of the distribution.
 */
import { isShellName, packageCallOf, type Run, type ShellCommand, type ShellWord } from '../../model/index.js';
import { isWithin, pathOf } from '../files/command-paths.js';
import { READING_PROGRAMS } from '../files/reading-programs.js';
import { isInMount } from '../files/written-paths.js';
import { onceForCommand } from '../once-for-command.js';

interface Writes {
  /** What its known commands write. */
  readonly paths: readonly string[];
  /** A command whose words do not say what it writes. */
  readonly hasOther: boolean;
  /** It installs packages of the distribution, adds users or the like. */
  readonly administers: boolean;
}

/** `isCopied`: the path came into the stage by a COPY or ADD. */
export function mayWrite(run: Run, path: string, isCopied: boolean): boolean {
  const writes = knownWritesOf(run);
  if (writes.paths.some((written) => isWithin(written, path) || isWithin(path, written))) return true;
  if (!writes.hasOther) return false;
  if (isCopied) return isWithin(run.scope.workdir ?? '/', path);
  return writes.administers || !isOfDistribution(path);
}

/** A folder that the distribution and its packages fill, and hardly anything else. */
export function isOfDistribution(path: string): boolean {
  return /^\/(?:bin|boot|etc|lib|lib32|lib64|libx32|sbin|usr\/(?:bin|sbin|lib|lib32|lib64|libexec|share))(?:\/|$)/.test(
    path,
  );
}

const knownWritesOf = onceForCommand(writesOf);

function writesOf(run: Run): Writes {
  const { script } = run.command;
  if (!script || script.hasErrors) return { paths: [], hasOther: true, administers: true };
  const paths: string[] = [];
  let [hasOther, administers] = [false, false];
  for (const command of script.commands) {
    const written = writtenBy(run, command);
    if (written) paths.push(...written.filter((path) => !isInMount(run, path) && !path.startsWith('/dev/')));
    else hasOther = true;
    administers ||= isAdministration(command);
  }
  return { paths, hasOther, administers };
}

/** Programs that write each of the paths that they are given. */
const WRITES_ALL = new Set('chgrp chmod chown gunzip gzip mkdir mv rm rmdir tee touch truncate unlink xz'.split(' '));
/** Programs that write the last of the paths that they are given. */
const WRITES_LAST = new Set(['cp', 'install', 'ln']);
const ADMINISTRATION = new Set(
  `adduser addgroup chpasswd chsh groupadd groupmod ldconfig locale-gen passwd update-alternatives
  update-ca-certificates useradd usermod userdel`.split(/\s+/),
);
const SYSTEM_MANAGERS = new Set(['apt', 'apk', 'dnf', 'yum', 'microdnf', 'zypper', 'pacman']);

/** Paths that a command writes; undefined where its words do not say. */
function writtenBy(run: Run, command: ShellCommand): string[] | undefined {
  const words = wordsWritten(command);
  if (!words) return undefined;
  const written = words.map((word) => pathOf(run, command, word));
  const redirected = command.redirects.flatMap(({ operator, target }) =>
    target && operator.includes('>') && !/^[\d-]$/.test(target.text) ? [pathOf(run, command, target)] : [],
  );
  const paths = [...written, ...redirected];
  return paths.every((path) => path !== undefined) ? paths.map(withoutGlob) : undefined;
}

/** `/tmp` for `/tmp/*.log`. */
function withoutGlob(path: string): string {
  return path.replace(/\/[^/]*[*?[].*$/, '') || '/';
}

function wordsWritten({ name, args, assignments, redirects }: ShellCommand): readonly ShellWord[] | undefined {
  const operands = args.filter(({ text }) => !text.startsWith('-'));
  // Without a name it is an assignment, a redirection alone, or a program that a variable names.
  if (name === undefined) return assignments.length + redirects.length > 0 ? [] : undefined;
  if (READING_PROGRAMS.has(name)) return [];
  // The commands of `sh -c` stand behind it in the script.
  if (isShellName(name) && args.some(({ text }) => /^-[a-z]*c$/.test(text))) return [];
  if (WRITES_ALL.has(name)) return operands;
  if (WRITES_LAST.has(name)) return args.some(({ text }) => /^-[a-zA-Z]*t/.test(text)) ? operands : operands.slice(-1);
  if (name === 'sed') return args.some(({ text }) => /^(?:-[a-zA-Z]*i|--in-place)/.test(text)) ? operands : [];
  return undefined;
}

function isAdministration(command: ShellCommand): boolean {
  const manager = packageCallOf(command)?.manager;
  return (manager && SYSTEM_MANAGERS.has(manager)) || ADMINISTRATION.has(command.name ?? '');
}
