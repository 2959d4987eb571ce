import type { Arg, Dockerfile, Env, Instruction, KeyValue, Label, PackageCall, Run, Stage } from '../model/index.js';
import type { RuleContext } from './context.js';
import { insertAt, lineBreakOf } from './edits.js';
import { code, text } from './message.js';
import { defineRule, type Edit } from './rule.js';

export const volatileValueEarly = defineRule({
  id: 'volatile-value-early',
  topic: 'caching',
  stages: 'all',
  severity: 'info',
  variants: { arg: {}, env: {}, label: {} },
  summary: 'Declare what changes with every build below what takes long.',

  *find(context) {
    for (const stage of context.stages) {
      const moves = new Map<Run, Move>();
      const values = earlyValues(context, stage).map((value) => ({ value, move: joinMove(moves, value) }));
      for (const { value, move } of values) yield { variant: variantOf(value), at: value.pair.key.at, value, move };
    }
  },

  explain({ variant, value: { pair, install, call, instruction } }) {
    const name = code(pair.key.text);
    const command = code([call.tool, call.subcommand?.text].join(' ').trim());
    const isKey = text`the value is part of the cache key of every ${code('RUN')} below it, used or not, so a new one runs ${command} again.`;
    if (variant === 'label')
      return {
        what: text`${name} is declared above ${command}, and only a ${code('LABEL')} uses it.`,
        why: text`A ${code('LABEL')} makes nothing run again, but its ${code('ARG')} does: ${isKey}`,
        todo: text`Move both below the last ${code(install.keyword)} that installs something.`,
      };
    return {
      what: text`${name} looks like a value that changes with every build, and is set above ${command}.`,
      why: text`An ${code(instruction.keyword)} costs nothing by itself, but ${isKey}`,
      todo: text`Set it below, just before the line that needs it.`,
    };
  },

  *repair({ move }, { dockerfile }) {
    move.edits ??= editsOf(dockerfile, move);
    if (move.edits) yield { title: 'Move it below the installation', safety: 'suggested', edits: move.edits };
  },
});

type Setting = Arg | Env | Label;

interface EarlyValue {
  readonly pair: KeyValue;
  readonly instruction: Arg | Env;
  /** The instruction, and ENVs and LABELs between it and the installation that take its value. */
  readonly group: readonly Setting[];
  /** The last installation that does not use it. */
  readonly install: Run;
  readonly call: PackageCall;
}

/** Values of a commit, a build or a release. Not those of a dependency (`NODE_VERSION`) and no checksums. */
const VOLATILE =
  /^(?:(?:ci|git|github|gitlab|vcs|scm|source|app|build|image|project|bitbucket|circle|drone)_)*(?:sha1?|short_sha|commit(?:_(?:sha|hash|ref|id|short_sha|date|time))?|hash|rev|revision|vcs_ref|ref|ref_name|branch|build_(?:date|time|timestamp|number|num|no|id|tag|version)|run_(?:id|number)|job_id|pipeline_i?id|created|date|timestamp|date_epoch|git_tag|tag|version|number|release)$/i;
/** Alone these say nothing of a build. */
const TOO_PLAIN = /^(?:hash|ref|tag|number|branch|created|source_ref|image_tag)$/i;

/** What goes below one installation. All findings of these values share its edits. */
interface Move {
  readonly install: Run;
  readonly settings: Set<Setting>;
  edits?: Edit[] | undefined;
}

function joinMove(moves: Map<Run, Move>, { install, group }: EarlyValue): Move {
  const move = moves.get(install) ?? { install, settings: new Set() };
  moves.set(install, move);
  for (const setting of group) move.settings.add(setting);
  return move;
}

function earlyValues(context: RuleContext, stage: Stage): EarlyValue[] {
  if (!stage.instructions.some((instruction) => volatilePairs(instruction).length > 0)) return [];
  const steps = new Steps(context, stage);
  const taken = new Set<Setting>();
  const values: EarlyValue[] = [];
  for (const [index, instruction] of stage.instructions.entries()) {
    if ((instruction.keyword !== 'ARG' && instruction.keyword !== 'ENV') || taken.has(instruction)) continue;
    for (const pair of volatilePairs(instruction)) {
      const value = steps.earlyValue(index, instruction, pair);
      for (const member of value?.group ?? []) taken.add(member);
      if (value) values.push(value);
    }
  }
  return values;
}

function volatilePairs(instruction: Instruction): readonly KeyValue[] {
  if (instruction.keyword !== 'ARG' && instruction.keyword !== 'ENV') return [];
  return instruction.pairs.filter(({ key }) => VOLATILE.test(key.text) && !TOO_PLAIN.test(key.text));
}

/** A value that more lines take on is left where it is. */
const MOST_TAKERS = 100;

/** What the instructions of a stage use, and where something is installed. */
class Steps {
  private readonly instructions: readonly Instruction[];
  /** By name: the numbers of the instructions in the stage that use it. */
  private readonly uses = new Map<string, number[]>();
  /** For each instruction, the number of the last installation above it. */
  private readonly lastInstall: number[] = [];
  private readonly calls = new Map<number, PackageCall>();

  constructor(context: RuleContext, { instructions }: Stage) {
    this.instructions = instructions;
    let last = -1;
    for (const [index, instruction] of instructions.entries()) {
      for (const name of namesUsedIn(context.dockerfile, instruction)) append(this.uses, name, index);
      this.lastInstall.push(last);
      const call = instruction.keyword === 'RUN' ? context.packageCallsOf(instruction).find(installs)?.call : undefined;
      if (!call) continue;
      this.calls.set(index, call);
      last = index;
    }
    this.lastInstall.push(last);
  }

  earlyValue(index: number, instruction: Arg | Env, pair: KeyValue): EarlyValue | undefined {
    const { takers, end } = this.takersOf(pair.key.text, index);
    const installIndex = this.lastInstall[end] ?? -1;
    const [install, call] = [this.instructions[installIndex], this.calls.get(installIndex)];
    if (installIndex <= index || install?.keyword !== 'RUN' || !call) return undefined;
    const above = takers.filter((taker) => taker.index < install.index);
    return { pair, instruction, group: [instruction, ...above], install, call };
  }

  /** ENVs and LABELs below that take a value on, and the number of the first other instruction that uses it. */
  private takersOf(name: string, index: number): { takers: readonly Setting[]; end: number } {
    const names = new Set([name]);
    const takers: Setting[] = [];
    for (let next = this.nextUse(names, index); next < this.instructions.length; next = this.nextUse(names, next)) {
      const taker = this.instructions[next];
      if ((taker?.keyword !== 'ENV' && taker?.keyword !== 'LABEL') || takers.length === MOST_TAKERS)
        return { takers, end: next };
      takers.push(taker);
      if (taker.keyword === 'ENV') for (const { key } of taker.pairs) names.add(key.text);
    }
    return { takers, end: this.instructions.length };
  }

  /** The number of the first instruction below one that uses any of the names. */
  private nextUse(names: ReadonlySet<string>, index: number): number {
    return Math.min(...[...names].map((name) => firstAbove(this.uses.get(name) ?? [], index)));
  }
}

function append(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The first of growing numbers that is larger than one. */
function firstAbove(numbers: readonly number[], number: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= number) low = middle + 1;
    else high = middle;
  }
  return numbers[low] ?? Number.POSITIVE_INFINITY;
}

function installs({ call }: { readonly call: PackageCall }): boolean {
  return ['install', 'update-index', 'upgrade', 'dist-upgrade'].includes(call.action);
}

/** As `$NAME`, or by its name alone in a RUN, where a program may read it. */
function namesUsedIn({ text: source }: Dockerfile, { keyword, keywordAt, at }: Instruction): ReadonlySet<string> {
  const own = source.slice(keywordAt.end, at.end);
  const found = keyword === 'RUN' ? own.matchAll(/\b(\w+)\b/g) : own.matchAll(/\$\{?(\w+)/g);
  return new Set([...found].map(([, name]) => name as string));
}

function variantOf({ instruction, group }: EarlyValue): 'arg' | 'env' | 'label' {
  const takers = group.slice(1);
  if (instruction.keyword === 'ENV' || takers.some(({ keyword }) => keyword === 'ENV')) return 'env';
  return takers.length > 0 ? 'label' : 'arg';
}

/** Another variable of the same line may be needed where it is. */
function isMovable({ keyword, pairs }: Setting): boolean {
  return keyword === 'LABEL' || pairs.length === 1;
}

function byPlace(one: Setting, other: Setting): number {
  return one.index - other.index;
}

/** Takes the lines away, with the comments above them, and writes them below the installation. */
function editsOf({ text: source }: Dockerfile, { settings, install }: Move): Edit[] | undefined {
  const moved = [...settings].sort(byPlace);
  if (!moved.every(isMovable)) return undefined;
  const spans = moved.map(({ commentsAbove, at }) => ({ start: commentsAbove[0]?.at.start ?? at.start, end: at.end }));
  const lines = spans.map(({ start, end }) => lineBreakOf(source) + source.slice(start, end));
  const removed = spans.map(({ start, end }) => {
    const lineBreak = source.indexOf('\n', end);
    return { start, end: lineBreak === -1 ? source.length : lineBreak + 1, text: '' };
  });
  return [...removed, insertAt(install.at.end, lines.join(''))];
}
