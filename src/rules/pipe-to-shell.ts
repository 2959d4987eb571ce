import { contains, isShellName, type Script, type ShellCommand, type ShellWord } from '../model/index.js';
import { code, text } from './message.js';
import { defineRule } from './rule.js';

const DOWNLOADERS = new Set(['curl', 'wget', 'fetch', 'aria2c', 'http', 'https', 'lynx', 'Invoke-WebRequest']);
const INTERPRETER = /^(?:python[\d.]*|pypy[\d.]*|perl|ruby|node|deno|bun|php)$/;
/** Reads the script from standard input all the same; anything else is a file, or a script of its own. */
const READS_INPUT = new Set(['-', '-s', '/dev/stdin']);

export const pipeToShell = defineRule({
  id: 'pipe-to-shell',
  topic: 'security',
  stages: 'all',
  onbuild: true,
  severity: 'warning',
  summary: 'Look at a download, or check it, before you run it.',

  *find({ commands }) {
    for (const { command, run } of commands) {
      const download = run.command.script && downloadRunBy(command, run.command.script);
      if (download) yield { at: command.nameAt, interpreter: command.name ?? '', download };
    }
  },

  explain: ({ interpreter, download }) => ({
    what: text`${code(interpreter)} runs whatever ${code(addressOf(download))} sends.`,
    why: text`Nothing checks it: the script can be another one tomorrow, and where the connection breaks, a part of it has run.`,
    todo: text`Download it to a file, compare it with a checksum, then run it: ${code('ADD --checksum=sha256:…')} does the first two. Or take a package that is signed.`,
  }),
});

/** The download that a command runs as a script. */
function downloadRunBy(command: ShellCommand, { commands }: Script): ShellCommand | undefined {
  const { name, args, pipeline } = command;
  const isShell = isShellName(name);
  if (isShell || INTERPRETER.test(name ?? '')) {
    const before = pipeline?.commands.slice(0, pipeline.commands.indexOf(command)) ?? [];
    const piped = before.find(isDownload);
    if (piped && readsScript(args, isShell)) return piped;
  } else if (name !== 'eval' && name !== '.' && name !== 'source') return undefined;
  const given = scriptWord(command, isShell);
  return given && commands.find((inner) => isDownload(inner) && isWhole(given, inner));
}

/** The word that holds a script or names its file: behind `-c` or `<<<`, the first of `eval`, `.` and `bash <(…)`. */
function scriptWord({ args, redirects }: ShellCommand, isShell: boolean): ShellWord | undefined {
  const option = args.findIndex(({ text: word }) => isOwnScript(word, isShell));
  if (option !== -1) return args[option + 1];
  return (
    args.find(({ text: word }) => !word.startsWith('-')) ?? redirects.find(({ operator }) => operator === '<<<')?.target
  );
}

function isDownload({ name }: ShellCommand): boolean {
  return name !== undefined && DOWNLOADERS.has(name);
}

/** `sh -s -- x`, `bash -e`, `python3 -`: no file and no text of its own. */
function readsScript(args: readonly ShellWord[], isShell: boolean): boolean {
  const first = args.find(
    ({ text: word }) => READS_INPUT.has(word) || !/^[-+]/.test(word) || isOwnScript(word, isShell),
  );
  return first === undefined || READS_INPUT.has(first.text);
}

/** `sh -c '…'`, `python3 -m json.tool`, `perl -ne '…'`, `node -p '…'` */
function isOwnScript(option: string, isShell: boolean): boolean {
  return (isShell ? /^-[a-z]*c$/ : /^-[a-zA-Z]*[ceEmpnr]/).test(option) || /^--(?:eval|print|check)$/.test(option);
}

/** The word is the output of the command and nothing else: `"$(curl …)"`, `<(wget …)`. */
function isWhole(word: ShellWord, { at, context }: ShellCommand): boolean {
  return (
    context.includes('substitution') &&
    contains(word.at, at) &&
    /^["']?(?:\$\(|`|<\()[\s\S]*(?:\)|`)["']?$/.test(word.raw)
  );
}

function addressOf({ args, program }: ShellCommand): string {
  return args.find(({ text: word }) => /^(?:https?|ftp):\/\//i.test(word))?.raw ?? program ?? '';
}
