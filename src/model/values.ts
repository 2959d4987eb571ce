/** Values that Go's libraries read for BuildKit: durations, signals, file modes, numbers, sizes. */
import { suggest } from './suggest.js';

const UNIT_NANOSECONDS: Record<string, number> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10,
  h: 3.6e12,
};
const DURATION = /^[+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;
const LONGEST_NANOSECONDS = 2 ** 63;

/** What is wrong with a duration of HEALTHCHECK (time.ParseDuration): zero is right, anything else below 1 ms is not. */
export function durationProblem(text: string): 'duration' | 'too-short' | undefined {
  if (/^[+-]?0$/.test(text)) return undefined;
  if (!DURATION.test(text)) return 'duration';
  let nanoseconds = 0;
  for (const [, number, unit] of text.matchAll(/([\d.]+)([a-zµμ]+)/g))
    nanoseconds += Number(number) * (UNIT_NANOSECONDS[unit as string] ?? 0);
  if (nanoseconds >= LONGEST_NANOSECONDS) return 'duration';
  if (nanoseconds === 0) return undefined;
  return text.startsWith('-') || nanoseconds < 1e6 ? 'too-short' : undefined;
}

const SIGNALS = new Set(
  'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX'.split(
    ' ',
  ),
);

/** The names of signals, with SIG. */
export const SIGNAL_NAMES: readonly string[] = [...SIGNALS].map((name) => `SIG${name}`);

/** The signal that a misspelt name means, with SIG. */
export function suggestSignal(text: string): string | undefined {
  return suggest(text, SIGNAL_NAMES);
}

/** A signal that STOPSIGNAL takes (moby/sys/signal): a name with or without SIG, or any number but 0. */
export function isSignal(text: string): boolean {
  if (/^[+-]?\d+$/.test(text)) return Number(text) !== 0;
  const name = text.toUpperCase().replace(/^SIG/, '');
  const [, base, offset] = /^(RTMIN\+|RTMAX-)([1-9]\d?)$/.exec(name) ?? [];
  if (base) return Number(offset) <= (base === 'RTMIN+' ? 15 : 14);
  return SIGNALS.has(name);
}

const SYMBOLIC_CLAUSE = /^[augo]*(?:[-+=][rstwXxugo]*)+$/;

/** A mode that `--chmod` takes: octal up to 7777, or symbolic as chmod(1) has it. */
export function isFileMode(text: string): boolean {
  if (/^\d/.test(text)) return /^[0-7]+$/.test(text) && Number.parseInt(text, 8) <= 0o7777;
  return text.split(',').every((clause) => SYMBOLIC_CLAUSE.test(clause));
}

export function isPositiveInt32(text: string): boolean {
  return /^(?:\+?\d+|-0+)$/.test(text) && Number(text) < 2 ** 31;
}

/** A user or group id of a mount. */
export function isUnsigned32(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) < 2 ** 32;
}

/** A mode of a mount: octal only. */
export function isOctal(text: string): boolean {
  return /^[0-7]+$/.test(text) && Number.parseInt(text, 8) < 2 ** 32;
}

/** A boolean as Go's strconv.ParseBool reads it. */
export function isGoBoolean(text: string): boolean {
  return /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(text);
}

/** A size such as `64m` or `1.5 GiB`. */
export function isByteSize(text: string): boolean {
  return /^(?:\d+(?:\.\d*)?|\.\d+) ?(?:[kmgtp]?i?b?)$/i.test(text);
}
