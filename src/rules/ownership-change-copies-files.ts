import type { CopyOrAdd } from '../image/context-files.js';
import { pathOf } from '../image/files/command-paths.js';
import { type Landing, Landings, landingsOf, type Meeting, upwards } from '../image/files/copied-files.js';
import { lastDeletion, type WrittenPath, writtenPaths } from '../image/files/written-paths.js';
import type { Dockerfile, Instruction, Run, RunCommand, ShellCommand, ShellWord, Span, Stage } from '../model/index.js';
import { asWritten } from '../model/index.js';
import { removeCommand } from './command-edits.js';
import type { RuleContext } from './context.js';
import { insertAt, removeInstruction } from './edits.js';
import { code, type Text, text } from './message.js';
import { defineRule, type Edit } from './rule.js';
import { bytesText, SMALL } from './sizes.js';
import { copiesSmallFiles } from './small-files.js';

type Variant = 'chown' | 'chmod' | 'move' | 'touch';

const VARIANTS: Readonly<Record<string, Variant>> = {
  chown: 'chown',
  chgrp: 'chown',
  chmod: 'chmod',
  mv: 'move',
  touch: 'touch',
};

export const ownershipChangeCopiesFiles = defineRule({
  id: 'ownership-change-copies-files',
  topic: 'bloat',
  stages: 'shipped',
  severity: 'warning',
  variants: { chown: {}, chmod: {}, move: {}, touch: {} },
  summary: 'Give files their owner, mode and place when they are copied.',

  *find({ dockerfile, instructions }) {
    const landings = new Landings();
    const written = new Map<string, WrittenPath>();
    for (const instruction of instructions('RUN', 'COPY', 'ADD')) {
      if (instruction.keyword !== 'RUN') {
        for (const landing of landingsOf(dockerfile, instruction)) landings.add(landing);
        continue;
      }
      const commands = (instruction.command.script?.commands ?? []).map((command) => ({ command, run: instruction }));
      yield* commands.flatMap((one) => filesChanged(one, landings, written) ?? []);
      for (const one of commands.flatMap(writtenPaths)) for (const path of upwards(one.path)) written.set(path, one);
    }
  },

  explain: ({ change, earlier, bytes }, { dockerfile }) => ({
    what: text`${code(asWritten(dockerfile, change.command))} stores the files of ${code(asWritten(dockerfile, earlier))} a second time${bytes === undefined ? '' : `: ${bytesText(bytes)}`}.`,
    why: text`A layer holds whole files, so a change of owner, mode, place or time copies their content into the new layer.`,
    todo: adviceFor(change, earlier),
  }),

  *repair({ change, meetings, isComplete }, context) {
    const edits = isComplete ? flagEdits(change, meetings, context) : undefined;
    if (edits) yield { title: `Copy the files with ${flagOf(change)}`, safety: 'suggested', edits };
  },

  withoutIt: ({ change }, { dockerfile }) => {
    const removal = removalOf(change, dockerfile);
    return removal && [removal];
  },
});

/** The command away, and its RUN with it where it is alone there. */
function removalOf({ run, command }: Change, dockerfile: Dockerfile): Edit | undefined {
  return run.command.script?.only === command
    ? removeInstruction(dockerfile, run)
    : removeCommand(dockerfile, run, command);
}

/** What a command changes. */
interface Change extends RunCommand {
  readonly variant: Variant;
  /** The owner, or the mode. */
  readonly value: ShellWord | undefined;
  readonly targets: readonly ShellWord[];
  readonly isRecursive: boolean;
}

function readChange({ command, run }: RunCommand): Change | undefined {
  const variant = Object.hasOwn(VARIANTS, command.name ?? '') ? VARIANTS[command.name ?? ''] : undefined;
  if (!variant) return undefined;
  const operands = command.args.filter(
    ({ text: word }) => !word.startsWith('-') || (variant === 'chmod' && /^-[rwxXst]+$/.test(word)),
  );
  const isRecursive =
    variant === 'move' || command.args.some(({ text: word }) => /^(-[a-zA-Z]*R[a-zA-Z]*|--recursive)$/.test(word));
  const takesValue =
    (variant === 'chown' || variant === 'chmod') &&
    !command.args.some(({ text: word }) => word.startsWith('--reference'));
  const targets = variant === 'move' ? operands.slice(0, -1) : operands.slice(takesValue ? 1 : 0);
  return { command, run, variant, value: takesValue ? operands[0] : undefined, targets, isRecursive };
}

interface Found {
  readonly variant: Variant;
  readonly at: Span;
  readonly severity?: 'info';
  readonly change: Change;
  readonly earlier: Instruction | ShellCommand;
  readonly meetings: readonly Meeting[];
  /** None of the copies was left out. */
  readonly isComplete: boolean;
  readonly bytes: number | undefined;
}

function filesChanged(
  one: RunCommand,
  landings: Landings,
  written: ReadonlyMap<string, WrittenPath>,
): Found | undefined {
  const change = readChange(one);
  if (!change || isDeletedAfter(change)) return undefined;
  const { command, variant } = change;
  const meetings = change.targets.flatMap((word) => meetingsOf(change, word, landings));
  const writer = meetings.length === 0 ? writerOf(change, written) : undefined;
  const earlier = writer?.command ?? largestOf(meetings)?.landing.copy;
  if (!earlier) return undefined;
  const isComplete = change.targets.every((word) => landings.areAllSeen(pathOf(change.run, command, word) ?? '/'));
  const sizes = meetings.flatMap(({ bytes }) => bytes ?? []);
  const isMeasured = isComplete && meetings.length > 0 && sizes.length === meetings.length;
  const bytes = isMeasured ? sizes.reduce((sum, size) => sum + size) : undefined;
  const isSmall = bytes === undefined ? isSmallByName(change, meetings) : bytes < SMALL;
  return {
    variant,
    at: command.nameAt,
    ...(isSmall && { severity: 'info' }),
    change,
    earlier,
    meetings,
    isComplete,
    bytes,
  };
}

/** One file to be made a program is most often a script. */
function isSmallByName({ variant, isRecursive }: Change, meetings: readonly Meeting[]): boolean {
  if (variant === 'chmod' && !isRecursive) return true;
  return meetings.length > 0 && meetings.every(({ landing }) => copiesSmallFiles(landing.copy));
}

/** `chmod +x install.sh && ./install.sh && rm install.sh`: at the end of the step there is nothing to store. */
function isDeletedAfter({ command, run, targets }: Change): boolean {
  return targets.every((word) => {
    const path = pathOf(run, command, word);
    return path !== undefined && (lastDeletion(run, path) ?? -1) > command.at.start;
  });
}

function largestOf(meetings: readonly Meeting[]): Meeting | undefined {
  const [first, ...more] = meetings;
  return more.reduce((largest, one) => ((one.bytes ?? 0) > (largest?.bytes ?? 0) ? one : largest), first);
}

/** The copied files that a word takes in and that are not as it wants them already. */
function meetingsOf(change: Change, word: ShellWord, landings: Landings): Meeting[] {
  const path = pathOf(change.run, change.command, word);
  if (path === undefined || path === '/') return [];
  const isChanged = ({ landing }: Meeting) =>
    !isAsWanted(change, landing.copy) && (change.isRecursive || isFileItself(landing, path));
  return [...landings.meetings(path)].filter(isChanged).reverse();
}

/** Without `-R`, a folder's own entry is changed and no file in it. */
function isFileItself({ isFolder, path: landed, files, source }: Landing, path: string): boolean {
  if (!isFolder) return path === landed || /[*?[]/.test(path);
  const inSource = source === '' ? path.slice(landed.length + 1) : `${source}/${path.slice(landed.length + 1)}`;
  return files?.some((file) => file.path === inSource) ?? false;
}

/** A change that changes nothing adds nothing. */
function isAsWanted({ variant, value, command }: Change, copy: CopyOrAdd): boolean {
  if (variant !== 'chown' && variant !== 'chmod') return false;
  const given = copy.flags.findLast(({ name }) => name === variant)?.value?.text;
  const wanted = value?.text ?? '';
  if (given === undefined) return variant === 'chown' && /^(root|0)(:(root|0)?)?$/.test(wanted);
  if (command.name === 'chgrp') return given.split(':')[1] === wanted;
  return given === wanted || given.split(':')[0] === wanted || given === wanted.split(':')[0];
}

/** A file that an earlier RUN downloaded or cloned. */
function writerOf(
  { run, command, targets, isRecursive }: Change,
  written: ReadonlyMap<string, WrittenPath>,
): WrittenPath | undefined {
  const writers = targets.flatMap((word) => {
    const path = pathOf(run, command, word) ?? '/';
    const writer = path === '/' ? undefined : written.get(path);
    return writer && (isRecursive || writer.path === path) ? [writer] : [];
  });
  return writers.at(-1);
}

function flagOf({ variant, value, command }: Change): string {
  const owner = command.name === 'chgrp' ? `:${value?.text ?? ''}` : (value?.text ?? '');
  return `--${variant}=${owner}`;
}

function adviceFor(change: Change, earlier: Instruction | ShellCommand): Text {
  const isCopied = 'keyword' in earlier;
  if (!isCopied) return text`Do it at the end of the RUN that writes them.`;
  if (change.variant === 'move') return text`Copy them to their final place.`;
  if (change.variant === 'touch') return text`Leave the time as it is; the build cache does not look at it.`;
  return text`Write ${code(`${earlier.keyword} ${flagOf(change)} …`)} instead.`;
}

/** A flag for each COPY, and the command away; undefined where that would not do the same to these files. */
function flagEdits(change: Change, meetings: readonly Meeting[], context: RuleContext): Edit[] | undefined {
  const { variant, value, command, run, targets } = change;
  const copies = [...new Set(meetings.map(({ landing }) => landing.copy))];
  if (!value?.isLiteral || command.name === 'chgrp' || copies.length === 0) return undefined;
  const isComplete = targets.every((word) => meetings.some(({ landing }) => takesInAll(change, word, landing)));
  const counts = new Map<CopyOrAdd, number>();
  for (const { landing } of meetings) counts.set(landing.copy, (counts.get(landing.copy) ?? 0) + 1);
  const isAlone = copies.every((copy) => (counts.get(copy) ?? 0) >= copy.sources.length + copy.heredocs.length);
  const isFree = copies.every(
    ({ flags }) => !flags.some(({ name }) => name === variant || (variant === 'chmod' && name === 'link')),
  );
  const isKnown = variant !== 'chown' || isNumeric(value) || !copies.some((copy) => makesUsersBetween(copy, run));
  if (!isComplete || !isAlone || !isFree || !isKnown) return undefined;
  const removal = removalOf(change, context.dockerfile);
  return removal && [...copies.map(({ keywordAt }) => insertAt(keywordAt.end, ` ${flagOf(change)}`)), removal];
}

function takesInAll({ run, command }: Change, word: ShellWord, landing: Landing): boolean {
  const path = pathOf(run, command, word);
  // In a folder above the files, others may wait for the change as well.
  return path === landing.path;
}

/** Numbers are always known; a name must be known to the image when the files are copied. */
function isNumeric({ text: owner }: ShellWord): boolean {
  return /^\d+(:\d+)?$/.test(owner);
}

const MAKES_USERS = /^(useradd|adduser|groupadd|addgroup|usermod|groupmod)$/;

function makesUsersBetween(copy: CopyOrAdd, { stage, index }: Run): boolean {
  if (!stage) return false;
  const makers = lastMakers.get(stage) ?? makersIn(stage);
  lastMakers.set(stage, makers);
  return (makers.get(index) ?? -1) > copy.index;
}

/** For each RUN of a stage, by its number: that of the last RUN, up to itself, that makes users. */
const lastMakers = new WeakMap<Stage, ReadonlyMap<number, number>>();

function makersIn({ instructions }: Stage): ReadonlyMap<number, number> {
  let last = -1;
  const makers = new Map<number, number>();
  for (const instruction of instructions) {
    if (instruction.keyword !== 'RUN') continue;
    const commands = instruction.command.script?.commands ?? [];
    if (commands.some(({ name }) => MAKES_USERS.test(name ?? ''))) last = instruction.index;
    makers.set(instruction.index, last);
  }
  return makers;
}
