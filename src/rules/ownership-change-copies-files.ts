import type { Dockerfile, Instruction, Run, ShellCommand, ShellWord, Span } from '../model/index.js';
import { removeCommand } from './command-edits.js';
import { isWithin, pathOf } from './command-paths.js';
import type { RuleContext, RunCommand } from './context.js';
import { type CopyOrAdd, type Landing, Landings, landingsOf, type Meeting, upwards } from './copied-files.js';
import { insertAt, removeInstruction } from './edits.js';
import { code, type Text, text } from './message.js';
import { defineRule, type Edit } from './rule.js';
import { bytesText } from './sizes.js';
import { type WrittenPath, writtenPaths } from './written-paths.js';

type Variant = 'chown' | 'chmod' | 'move' | 'touch';

const VARIANTS: Readonly<Record<string, Variant>> = {
  chown: 'chown',
  chgrp: 'chown',
  chmod: 'chmod',
  mv: 'move',
  touch: 'touch',
};
/** Below this, the copy is not worth a warning. Bytes. */
const SMALL = 1_000_000;

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
    what: text`${code(wordsOf(dockerfile, change.command))} stores the files of ${code(wordsOf(dockerfile, earlier))} a second time${bytes === undefined ? '' : `: ${bytesText(bytes)}`}.`,
    why: text`A layer holds whole files, so a change of owner, mode, place or time copies their content into the new layer.`,
    todo: adviceFor(change, earlier),
  }),

  *repair({ change, meetings }, context) {
    const edits = flagEdits(change, meetings, context);
    if (edits) yield { title: `Copy the files with ${flagOf(change)}`, safety: 'suggested', edits };
  },
});

/** What a command changes. */
interface Change extends RunCommand {
  readonly variant: Variant;
  /** The owner, or the mode. */
  readonly value: ShellWord | undefined;
  readonly targets: readonly ShellWord[];
  readonly isRecursive: boolean;
}

function wordsOf({ text: source }: Dockerfile, { at }: { readonly at: Span }): string {
  return source.slice(at.start, at.end).replace(/[\\`]\r?\n/g, ' ');
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
  readonly bytes: number | undefined;
}

function filesChanged(
  one: RunCommand,
  landings: Landings,
  written: ReadonlyMap<string, WrittenPath>,
): Found | undefined {
  const change = readChange(one);
  if (!change) return undefined;
  const { command, variant } = change;
  const meetings = change.targets.flatMap((word) => meetingsOf(change, word, landings));
  const writer = meetings.length === 0 ? writerOf(change, written) : undefined;
  const earlier = writer?.command ?? largestOf(meetings)?.landing.copy;
  if (!earlier) return undefined;
  const sizes = meetings.flatMap(({ bytes }) => bytes ?? []);
  const bytes =
    meetings.length > 0 && sizes.length === meetings.length ? sizes.reduce((sum, size) => sum + size) : undefined;
  const isSmall = bytes === undefined ? variant === 'chmod' && !change.isRecursive : bytes < SMALL;
  return {
    variant,
    at: command.nameAt,
    ...(isSmall && { severity: 'info' }),
    change,
    earlier,
    meetings,
    bytes,
  };
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
  const isAlone = copies.every(
    (copy) =>
      meetings.filter(({ landing }) => landing.copy === copy).length >= copy.sources.length + copy.heredocs.length,
  );
  const isFree = copies.every(
    ({ flags }) => !flags.some(({ name }) => name === variant || (variant === 'chmod' && name === 'link')),
  );
  if (!isComplete || !isAlone || !isFree || !copies.every((copy) => isOwnerKnown(value, copy, run, variant)))
    return undefined;
  const removal =
    run.command.script?.only === command
      ? removeInstruction(context.dockerfile, run)
      : removeCommand(context.dockerfile, run, command);
  return removal && [...copies.map(({ keywordAt }) => insertAt(keywordAt.end, ` ${flagOf(change)}`)), removal];
}

function takesInAll({ run, command }: Change, word: ShellWord, landing: Landing): boolean {
  const path = pathOf(run, command, word);
  return path !== undefined && isWithin(landing.path, path);
}

const MAKES_USERS = /^(useradd|adduser|groupadd|addgroup|usermod|groupmod)$/;

/** A name must be known to the image when the files are copied: numbers always are. */
function isOwnerKnown({ text: owner }: ShellWord, copy: CopyOrAdd, run: Run, variant: Variant): boolean {
  if (variant !== 'chown' || /^\d+(:\d+)?$/.test(owner)) return true;
  const between = (run.stage?.instructions ?? []).filter(({ index }) => index > copy.index && index <= run.index);
  return !between.some(
    (instruction) =>
      instruction.keyword === 'RUN' &&
      (instruction.command.script?.commands ?? []).some(({ name }) => MAKES_USERS.test(name ?? '')),
  );
}
