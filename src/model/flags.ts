/** The flags that each instruction takes, and what BuildKit refuses in them (instructions/parse.go, bflag.go). */
import type { Flag, Keyword } from './instruction.js';
import type { Problem } from './problems.js';
import { suggest } from './suggest.js';
import { nextWordSpan, parseWord } from './syntax/word.js';

/** What stands behind a flag: a text, nothing (or true, false), or a text that may be given several times. */
export type FlagKind = 'text' | 'boolean' | 'list';

const FLAGS: Partial<Record<Keyword, Readonly<Record<string, FlagKind>>>> = {
  FROM: { platform: 'text' },
  RUN: { mount: 'list', network: 'text', security: 'text', device: 'list' },
  COPY: { from: 'text', chown: 'text', chmod: 'text', link: 'boolean', parents: 'boolean', exclude: 'list' },
  ADD: {
    chown: 'text',
    chmod: 'text',
    link: 'boolean',
    'keep-git-dir': 'boolean',
    checksum: 'text',
    exclude: 'list',
    unpack: 'boolean',
  },
  HEALTHCHECK: { interval: 'text', timeout: 'text', 'start-period': 'text', 'start-interval': 'text', retries: 'text' },
};

/** The flags that an instruction takes, by name, in the order in which its reference names them. */
export function flagsOf(keyword: Keyword): Readonly<Record<string, FlagKind>> {
  return FLAGS[keyword] ?? {};
}

/** Reads the flags at the start of an instruction's arguments; `next` is where the arguments begin. */
export function readFlags(
  joined: string,
  from: number,
  offset: number,
  escape: '\\' | '`',
): { flags: Flag[]; next: number } {
  const flags: Flag[] = [];
  let next = from;
  for (;;) {
    const place = nextWordSpan(joined, next, escape);
    if (!place || !joined.startsWith('--', place.start)) break;
    const source = joined.slice(place.start, place.end);
    next = place.end;
    if (source === '--') break;
    const equals = source.indexOf('=');
    const valueStart = offset + place.start + equals + 1;
    const flag: Flag = {
      name: (equals === -1 ? source : source.slice(0, equals)).slice(2).replaceAll('\0', ''),
      value: equals === -1 ? undefined : parseWord(source.slice(equals + 1), valueStart, escape),
      at: { start: offset + place.start, end: offset + place.end },
    };
    flags.push(flag);
  }
  return { flags, next };
}

/** Looks at an instruction's flags as BuildKit does. Not for ARG, STOPSIGNAL and HEALTHCHECK NONE: there it never looks. */
export function checkFlags(keyword: Keyword, flags: readonly Flag[], problems: Problem[]): void {
  const seen = new Set<string>();
  for (const flag of flags) {
    checkFlag(keyword, flag, seen, problems);
    seen.add(flag.name);
  }
}

function checkFlag(keyword: Keyword, flag: Flag, seen: ReadonlySet<string>, problems: Problem[]): void {
  const known = FLAGS[keyword] ?? {};
  const kind = Object.hasOwn(known, flag.name) ? known[flag.name] : undefined;
  const report = (reason: Extract<Problem, { variant: 'flag' }>['reason'], suggestion?: string) =>
    problems.push({ variant: 'flag', reason, at: flag.at, keyword, flag: flag.name, suggestion });
  if (!kind) {
    const isElsewhere = Object.values(FLAGS).some((flags) => Object.hasOwn(flags, flag.name));
    report(isElsewhere ? 'not-here' : 'unknown', suggest(flag.name, Object.keys(known)));
  } else if (kind !== 'list' && seen.has(flag.name)) report('repeated');
  else if (kind === 'boolean') {
    const value = flag.value;
    if (value && !/^(?:true|false)$/i.test(value.text)) report('not-boolean');
  } else if (!flag.value) report('no-value');
}
