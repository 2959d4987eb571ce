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
      const values = earlyValues(context, stage);
      for (const value of values) {
        const moved = new Set(values.filter(({ install }) => install === value.install).flatMap(({ group }) => group));
        yield { variant: variantOf(value), at: value.pair.key.at, value, moved: [...moved].sort(byPlace) };
      }
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

  *repair({ moved, value: { install } }, { dockerfile }) {
    if (moved.every(isMovable))
      yield { title: 'Move it below the installation', safety: 'suggested', edits: moves(dockerfile, moved, install) };
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

/** What an instruction uses, and what it installs. */
interface Step {
  readonly instruction: Instruction;
  readonly names: ReadonlySet<string>;
  readonly call: PackageCall | undefined;
}

function earlyValues(context: RuleContext, stage: Stage): EarlyValue[] {
  const taken = new Set<Setting>();
  const values: EarlyValue[] = [];
  const steps = stage.instructions.map((instruction): Step => {
    const call = instruction.keyword === 'RUN' ? context.packageCallsOf(instruction).find(installs)?.call : undefined;
    return { instruction, names: namesUsedIn(context.dockerfile, instruction), call };
  });
  for (const [index, { instruction }] of steps.entries()) {
    if ((instruction.keyword !== 'ARG' && instruction.keyword !== 'ENV') || taken.has(instruction)) continue;
    for (const pair of instruction.pairs) {
      if (!VOLATILE.test(pair.key.text) || TOO_PLAIN.test(pair.key.text)) continue;
      const value = earlyValue(steps.slice(index + 1), instruction, pair);
      for (const member of value?.group ?? []) taken.add(member);
      if (value) values.push(value);
    }
  }
  return values;
}

function earlyValue(below: readonly Step[], instruction: Arg | Env, pair: KeyValue): EarlyValue | undefined {
  const names = new Set([pair.key.text]);
  const takers: Setting[] = [];
  let installation: { install: Run; call: PackageCall; takers: number } | undefined;
  for (const { instruction: later, names: used, call } of below) {
    if ([...names].some((name) => used.has(name))) {
      if (later.keyword !== 'ENV' && later.keyword !== 'LABEL') break;
      takers.push(later);
      if (later.keyword === 'ENV') for (const { key } of later.pairs) names.add(key.text);
    }
    if (call && later.keyword === 'RUN') installation = { install: later, call, takers: takers.length };
  }
  if (!installation) return undefined;
  const { install, call, takers: count } = installation;
  return { pair, instruction, group: [instruction, ...takers.slice(0, count)], install, call };
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
function moves({ text: source }: Dockerfile, moved: readonly Setting[], install: Run): Edit[] {
  const spans = moved.map(({ commentsAbove, at }) => ({ start: commentsAbove[0]?.at.start ?? at.start, end: at.end }));
  const lines = spans.map(({ start, end }) => lineBreakOf(source) + source.slice(start, end));
  const removed = spans.map(({ start, end }) => {
    const lineBreak = source.indexOf('\n', end);
    return { start, end: lineBreak === -1 ? source.length : lineBreak + 1, text: '' };
  });
  return [...removed, insertAt(install.at.end, lines.join(''))];
}
