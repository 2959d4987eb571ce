import {
  contains,
  type Dockerfile,
  isShellName,
  type Run,
  type Script,
  type ShellCommand,
  type ShellPipeline,
  type Stage,
} from '../model/index.js';
import { insertAt, insertLineBefore, lineBreakOf } from './edits.js';
import { inCaseOf } from './keyword-case.js';
import { code, text } from './message.js';
import { defineRule, type Fix } from './rule.js';

export const pipeWithoutPipefail = defineRule({
  id: 'pipe-without-pipefail',
  topic: 'correctness',
  stages: 'all',
  onbuild: true,
  severity: 'warning',
  aliases: ['DL4006', 'efbf148a'],
  summary: 'Let a pipe fail when its first command fails.',

  *find({ instructions }) {
    const firstOf = new Map<Stage | undefined, Run>();
    for (const run of instructions('RUN'))
      for (const { lost, last, quitsEarly } of lostFailures(run)) {
        const first = firstOf.get(run.stage) ?? run;
        firstOf.set(run.stage, first);
        const isNoticed = REFUSES_A_PART.has(last?.name ?? '');
        const weight = FETCHES.has(lost.name ?? '') && !isNoticed ? {} : ({ severity: 'info' } as const);
        yield {
          ...weight,
          at: lost.nameAt,
          name: lost.program ?? '',
          last: last?.program ?? '',
          isNoticed,
          isCutShort: quitsEarly,
          run,
          first,
        };
      }
  },

  explain: ({ name, last, isNoticed, isCutShort, run }) => ({
    what: isNoticed
      ? text`Only ${code(last)} decides whether this step succeeds; that ${code(name)} failed is lost.`
      : text`If ${code(name)} fails here, the step succeeds nevertheless.`,
    why: isNoticed
      ? text`${code(last)} refuses input that is empty or cut off, so such a failure stops the build, but the log blames ${code(last)} and not ${code(name)}.`
      : text`A pipe has the exit status of its last command, ${code(last)}; those before it are not looked at unless ${code('pipefail')} is set.`,
    todo: isCutShort
      ? text`Write the output to a file, and read that: with ${code('pipefail')}, a reader that stops early can fail the step.`
      : understandsPipefail(run)
        ? text`Put ${code('set -o pipefail')} in front, or set it with ${code('SHELL')} for all steps.`
        : text`Set ${code('SHELL ["/bin/bash", "-o", "pipefail", "-c"]')} where there is a bash; not every ${code('sh')} knows ${code('pipefail')}.`,
  }),

  *repair({ run, first, isCutShort }, { dockerfile }) {
    const fix = isCutShort ? undefined : fixFor(run, first, dockerfile);
    if (fix) yield { ...fix, safety: 'suggested' };
  },
});

/** Commands that print what they are given or have at hand. Their failure is nothing to wait for, and `yes` is always killed by the pipe. */
const CANNOT_FAIL = new Set(['echo', 'printf', 'yes', 'true', ':', 'tr', 'date', 'uname', 'arch', 'nproc']);

/** `dpkg --print-architecture` knows its answer since it was built. */
function canFail({ name, args }: ShellCommand): boolean {
  if (name === undefined || CANNOT_FAIL.has(name)) return false;
  return !args.some(({ text: word }) => /^--print-arch(?:itecture)?$/.test(word));
}

/** Downloads and archives: these do fail, and leave something that looks complete. */
const FETCHES = new Set(
  'aria2c aws bunzip2 bzcat bzip2 curl git gpg gsutil gunzip gzip openssl pg_dump scp ssh tar unxz unzip wget xz xzcat zcat zstd zstdcat'.split(
    ' ',
  ),
);

/** Exit with an error on empty and on truncated input: tried with GNU tar 1.34, gzip 1.12, xz 5.4, gpg 2.2, November 2026. */
const REFUSES_A_PART = new Set('apt-key bunzip2 gpg gunzip gzip tar unxz unzip xz xzcat zcat'.split(' '));

/** `sha256sum -c` fails where there is nothing to check, so nothing is lost. */
function isChecksumCheck({ name = '', args }: ShellCommand): boolean {
  return /^(?:sha\d+|md5|b2)sum$/.test(name) && args.some(({ text: word }) => /^(?:-\w*c\w*|--check)$/.test(word));
}

/** `grep` fails where nothing matches, and so where nothing comes. */
function needsAMatch({ name, args }: ShellCommand): boolean {
  return /^[ef]?grep$/.test(name ?? '') && !args.some(({ text: word }) => /^-\w*[vcL]|^--(?:invert|count)/.test(word));
}

/** Stops reading before the end, which kills what writes into the pipe: `pipefail` would take that for a failure. */
function stopsReading({ name, args }: ShellCommand): boolean {
  if (name === 'head') return true;
  return (
    /^[ef]?grep$/.test(name ?? '') &&
    args.some(({ text: word }) => /^-\w*[qm]|^--(?:quiet|silent|max-count)/.test(word))
  );
}

interface LostFailure {
  readonly lost: ShellCommand;
  readonly last: ShellCommand;
  readonly quitsEarly: boolean;
}

function* lostFailures(run: Run): Iterable<LostFailure> {
  const { script } = run.command;
  for (const pipeline of script?.pipelines ?? []) {
    const last = pipeline.commands.at(-1);
    const lost = pipeline.commands.slice(0, -1).find(canFail);
    if (
      !script ||
      !lost ||
      !last ||
      isChecksumCheck(last) ||
      !isStatusWanted(pipeline, script) ||
      hasPipefail(pipeline, run, script)
    )
      continue;
    const quitsEarly = pipeline.commands.slice(1).some(stopsReading);
    if (FETCHES.has(lost.name ?? '') || !(quitsEarly || needsAMatch(last))) yield { lost, last, quitsEarly };
  }
}

/** The step's success hangs on the pipe: it is no condition, not negated, not behind `|| true`, no part of another command. */
function isStatusWanted({ commands, at }: ShellPipeline, script: Script): boolean {
  const [first] = commands;
  if (!first || first.isNegated || first.context.includes('condition')) return false;
  if (first.context.includes('substitution') && !isAssigned(at, script)) return false;
  const next = script.commands[firstFrom(script, at.end)];
  return !(next?.precededBy === '||' && (next.name === 'true' || next.name === ':'));
}

/** `A=$(b | c)`: the assignment has the status of the pipe. */
function isAssigned(at: ShellPipeline['at'], script: Script): boolean {
  return script.commands.some((command) => command.program === undefined && contains(command.at, at));
}

/** What is in force where the pipe stands: `set`, the shell that runs this part of the script, or SHELL. */
function hasPipefail({ at, commands }: ShellPipeline, run: Run, script: Script): boolean {
  const context = commands[0]?.context ?? [];
  const { shells, settings } = marksOf(script);
  const isInner = run.command.exec || context.some((part) => part === 'sh -c' || part === 'substitution');
  const own = isInner ? shells.findLast((shell) => contains(shell.at, at) && shell.at !== at) : undefined;
  const setting = settings.findLast(
    (command) =>
      command.at.end <= at.start &&
      command.context.every((part, index) => context[index] === part) &&
      (!own || contains(own.at, command.at)),
  );
  if (setting) return isSwitchedOn(setting);
  if (own) return own.args.some(({ text: word }) => word === 'pipefail');
  if (script.shebang !== undefined) return script.shebang.includes('pipefail');
  return !hasOwnInterpreter(run) && run.scope.shell.hasPipefail;
}

/** Commands of a script that decide on its pipes. */
interface Marks {
  readonly shells: readonly ShellCommand[];
  /** `set -o pipefail`, `set +o pipefail` */
  readonly settings: readonly ShellCommand[];
}

const knownMarks = new WeakMap<Script, Marks>();

function marksOf(script: Script): Marks {
  const marks = knownMarks.get(script) ?? {
    shells: script.commands.filter(({ name }) => isShellName(name)),
    settings: script.commands.filter(
      ({ name, args }) => name === 'set' && args.some(({ text: word }) => word === 'pipefail'),
    ),
  };
  knownMarks.set(script, marks);
  return marks;
}

/** The index of the first command that starts at a place or behind it. Commands are in the order of their starts. */
function firstFrom({ commands }: Script, place: number): number {
  let low = 0;
  let high = commands.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((commands[middle]?.at.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isSwitchedOn({ args }: ShellCommand): boolean {
  const index = args.findLastIndex(({ text: word }) => word === 'pipefail');
  return args[index - 1]?.text.startsWith('-') ?? false;
}

/** `RUN <<EOF bash`: the body is read by a shell of its own, and SHELL only starts that. */
function hasOwnInterpreter({ heredocs, command }: Run): boolean {
  const [heredoc] = heredocs;
  if (!heredoc || !command.script || !contains(heredoc.body, command.script.at)) return false;
  return command.at.start < heredoc.at.start || command.at.end > heredoc.at.end;
}

/** bash, zsh and BusyBox's ash know the option, dash since Debian 13. Of another dash it is not known. */
function understandsPipefail({ scope }: Run): boolean {
  const { program } = scope.shell;
  if (program === 'dash') return scope.base?.distribution === 'debian' && Number(scope.base.release) >= 13;
  return program === 'bash' || program === 'ash' || program === 'zsh';
}

type Repair = Omit<Fix, 'safety'>;

function fixFor(run: Run, first: Run, dockerfile: Dockerfile): Repair | undefined {
  if (run.command.form === 'exec' || run.command.script?.shebang !== undefined || hasOwnInterpreter(run))
    return undefined;
  if (understandsPipefail(run)) return setInFront(run, dockerfile);
  const isDefaultShell = run.scope.shell.exec === undefined;
  if (!isDefaultShell || run.onbuild || first.onbuild || run.scope.base?.hasBash !== true) return undefined;
  const shell = `${inCaseOf(first.keywordText, 'SHELL')} ["/bin/bash", "-o", "pipefail", "-c"]`;
  return { title: 'Set SHELL with pipefail above the first pipe', edits: [insertLineBefore(dockerfile, first, shell)] };
}

function setInFront({ command, heredocs }: Run, { text: source }: Dockerfile): Repair | undefined {
  const script = command.script as Script;
  const start = script.statements[0]?.start;
  if (start === undefined) return undefined;
  const isHeredoc = heredocs.some(({ body }) => contains(body, script.at));
  const separator = isHeredoc
    ? lineBreakOf(source)
    : script.commands.some(({ isBackground }) => isBackground)
      ? '; '
      : ' && ';
  return { title: 'Set pipefail in front', edits: [insertAt(start, `set -o pipefail${separator}`)] };
}
