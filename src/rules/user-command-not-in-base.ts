import {
  type BaseImage,
  lastOf,
  type PackageCall,
  type Run,
  type ShellCommand,
  type Span,
  type Stage,
} from '../model/index.js';
import { type BroughtAlong, BroughtByStage } from './brought-along.js';
import type { RuleContext } from './context.js';
import { imageOf } from './copied-artifact.js';
import { replace } from './edits.js';
import { code, codes, type Text, text } from './message.js';
import { defineRule, type Severity } from './rule.js';
import { busyboxOption, debianOption, isUserTool, translated } from './user-tools.js';

export const userCommandNotInBase = defineRule({
  id: 'user-command-not-in-base',
  topic: 'correctness',
  stages: 'all',
  severity: 'error',
  variants: { user: {}, 'package-manager': {}, shell: {} },
  summary: 'Call the programs that the base image has.',

  *find(context) {
    const broughtBy = new BroughtByStage();
    for (const stage of context.stages) {
      const brought = broughtBy.open(stage);
      for (const instruction of stage.instructions) {
        if (instruction.keyword === 'RUN') yield* missingIn(instruction, brought, context);
        else if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') brought.takeInCopy(instruction);
      }
      if (stage.isFinal) yield* missingAtStart(stage, brought);
    }
  },

  explain: ({ program, option, image, distribution, isAssumed, isStart, variant }) => ({
    what: option
      ? text`${code(program)} of ${code(image)} has no ${code(option)} of that meaning.`
      : text`${code(image)} has no ${code(program)}${isAssumed ? ', unless a package above brings it' : ''}.`,
    why: isStart
      ? text`The container stops at once, because its program is not found.`
      : option
        ? text`BusyBox and Debian have different programs under this name; this one does not know the option in that meaning and makes nothing.`
        : text`The step fails with “not found”.`,
    todo: adviceFor(variant, distribution),
  }),

  *repair({ at, fixed }) {
    if (fixed) yield { title: `Write ${fixed}`, safety: 'suggested', edits: [replace(at, fixed)] };
  },
});

interface Missing {
  readonly variant: 'user' | 'package-manager' | 'shell';
  readonly at: Span;
  readonly program: string;
  /** An option that the program doesn't have, where the program itself is there. */
  readonly option?: string | undefined;
  readonly image: string;
  readonly distribution: BaseImage['distribution'];
  /** Packages are installed above, and what they depend on is not known. */
  readonly isAssumed: boolean;
  /** What the container starts. */
  readonly isStart: boolean;
  /** What to write there instead. */
  readonly fixed?: string | undefined;
  readonly severity?: Severity;
}

/** Looks at a RUN, and takes in what it brings along, in the order of its commands. */
function* missingIn(run: Run, brought: BroughtAlong, context: RuleContext): Iterable<Missing> {
  const base = run.scope.base;
  const calls = new Map(context.packageCallsOf(run).map(({ call, command }) => [command, call]));
  const commands = run.command.script?.commands ?? [];
  const reported = new Set<string>();
  const interpreter = base && bashInShebang(run);
  if (base && interpreter && lacksBash(base, brought))
    yield weighed({ ...contextOf(run.stage, base), ...interpreter }, brought);
  for (const [index, command] of commands.entries()) {
    const isGuarded =
      isConditional(command, commands[index + 1]) || command.wrappers.some(({ text: word }) => word === 'chroot');
    const call = calls.get(command);
    const missing = base && !isGuarded ? missingProgram(command, call, base, brought) : undefined;
    if (missing && !reported.has(missing.program) && base) {
      if (missing.variant === 'package-manager') reported.add(missing.program);
      yield weighed({ ...missing, ...contextOf(run.stage, base) }, brought);
    }
    if (call) brought.takeIn(call);
    brought.takeInCommand(command);
  }
}

type Found = Pick<Missing, 'variant' | 'at' | 'program' | 'option' | 'fixed'>;

function missingProgram(
  command: ShellCommand,
  call: PackageCall | undefined,
  base: BaseImage,
  brought: BroughtAlong,
): Found | undefined {
  const { name, program = '' } = command;
  if (!isOnPath(program)) return undefined;
  if (isUserTool(name)) return missingUserTool(command, name, base, brought);
  if (call && isForeign(call, base) && !brought.mayHave(call.tool, call.manager))
    return { variant: 'package-manager', at: call.toolAt, program: call.tool };
  if (name === 'bash' && lacksBash(base, brought)) return shellIn(program, command.nameAt);
  return undefined;
}

function missingUserTool(
  command: ShellCommand,
  program: string,
  { distribution, tools }: BaseImage,
  brought: BroughtAlong,
): Found | undefined {
  const isBusybox = distribution === 'alpine' || distribution === 'busybox';
  const isDebian = distribution === 'debian' || distribution === 'ubuntu';
  const at = { start: command.nameAt.start, end: command.args.at(-1)?.at.end ?? command.nameAt.end };
  const isOnOneLine = !command.args.some(({ raw }) => raw.includes('\n'));
  const fixed = isOnOneLine ? translated(command, isBusybox ? 'busybox' : 'shadow') : undefined;
  const found: Found = { variant: 'user', at, program, fixed };
  const isBrought = brought.mayHave(program, 'shadow', 'adduser', 'shadow-utils', 'passwd');
  // Packages of Debian often bring adduser along.
  const mayBeThere = !tools || tools.has(program) || isBrought || (isDebian && brought.hasPackages);
  if (!mayBeThere) return found;
  const option = isDebian ? busyboxOption(command) : isBusybox && !isBrought ? debianOption(command) : undefined;
  return option && { ...found, option: option.text };
}

/** Package managers that can be in one image. */
const FAMILIES: readonly (readonly string[])[] = [['apt'], ['apk'], ['dnf', 'yum', 'microdnf'], ['zypper'], ['pacman']];

function isForeign({ manager }: PackageCall, { packageManager, shell }: BaseImage): boolean {
  const family = FAMILIES.find((members) => members.includes(manager));
  if (!family || packageManager === undefined || shell === 'none') return false;
  if (!family.includes(packageManager)) return true;
  // The minimal images have microdnf alone, old releases yum alone. Elsewhere dnf answers to both names.
  return (packageManager === 'microdnf' || packageManager === 'yum') && manager === 'dnf';
}

function lacksBash({ hasBash, shell }: BaseImage, brought: BroughtAlong): boolean {
  return hasBash === false && shell !== 'none' && shell !== 'cmd' && shell !== 'powershell' && !brought.mayHave('bash');
}

/** What the container starts, and SHELL. Both are looked at as the stage ends. */
function* missingAtStart(stage: Stage, brought: BroughtAlong): Iterable<Missing> {
  const { base } = stage;
  if (!base || !lacksBash(base, brought)) return;
  const about = contextOf(stage, base);
  for (const keyword of ['ENTRYPOINT', 'CMD', 'HEALTHCHECK'] as const) {
    const [first] = lastOf(stage, keyword)?.command?.script?.commands ?? [];
    if (first?.name === 'bash' && isOnPath(first.program ?? ''))
      yield weighed({ ...about, ...shellIn(first.program ?? '', first.nameAt), isStart: true }, brought);
  }
  const [program] = lastOf(stage, 'SHELL')?.exec ?? [];
  if (program && /^(?:\/(?:usr\/)?bin\/)?bash$/.test(program.text))
    yield weighed({ ...about, ...shellIn(program.text, program.inner) }, brought);
}

/** `#!/bin/bash` at the top of a heredoc. */
function bashInShebang({ command, heredocs }: Run): Found | undefined {
  const [heredoc] = heredocs;
  const program = /\S*bash$/.exec(command.script?.shebang?.split(/\s+-/)[0] ?? '')?.[0];
  if (!heredoc || !program) return undefined;
  const name = program.replace(/^#!/, '');
  return { variant: 'shell', at: heredoc.at, program: name };
}

function shellIn(program: string, at: Span): Found {
  return { variant: 'shell', at, program, fixed: program.replace(/bash$/, 'sh') };
}

function contextOf(stage: Stage | undefined, { distribution }: BaseImage) {
  return { image: imageOf(stage) ?? 'the base image', distribution, isAssumed: false, isStart: false };
}

/** A shell may come as a dependency of a package: then the finding says so, and weighs less. */
function weighed(missing: Missing, brought: BroughtAlong): Missing {
  if (!brought.hasPackages || missing.option !== undefined || missing.variant === 'package-manager') return missing;
  return { ...missing, isAssumed: true, severity: 'warning' };
}

/** Called by name, or by one of the folders where the distribution puts programs. */
function isOnPath(program: string): boolean {
  return !program.includes('/') || /^\/(?:usr\/)?s?bin\/[^/]+$/.test(program);
}

/** Whether the step goes on when the command is not there. */
function isConditional(command: ShellCommand, next: ShellCommand | undefined): boolean {
  const inner = ['condition', 'branch', 'loop', 'function', 'substitution'];
  return (
    command.precededBy === '||' ||
    next?.precededBy === '||' ||
    command.context.some((part) => inner.includes(part)) ||
    command.isNegated
  );
}

function adviceFor(variant: Missing['variant'], distribution: BaseImage['distribution']): Text {
  const isBusybox = distribution === 'alpine' || distribution === 'busybox';
  if (variant === 'shell') return text`Write it for ${code('sh')}, or install ${code('bash')}.`;
  if (variant === 'package-manager') return text`Use the base image's own package manager, or another base image.`;
  return isBusybox
    ? text`Use BusyBox's ${codes(['addgroup', 'adduser'])}, or install ${code('shadow')}.`
    : text`Use ${codes(['groupadd', 'useradd'])}.`;
}
