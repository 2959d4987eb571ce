/** Signals of Linux by their names and numbers (signal(7); x86-64 and arm64 agree), and what they do by themselves. */
const NUMBERS: Readonly<Record<string, number>> = {
  HUP: 1,
  INT: 2,
  QUIT: 3,
  ILL: 4,
  TRAP: 5,
  ABRT: 6,
  IOT: 6,
  BUS: 7,
  FPE: 8,
  KILL: 9,
  USR1: 10,
  SEGV: 11,
  USR2: 12,
  PIPE: 13,
  ALRM: 14,
  TERM: 15,
  STKFLT: 16,
  CHLD: 17,
  CLD: 17,
  CONT: 18,
  STOP: 19,
  TSTP: 20,
  TTIN: 21,
  TTOU: 22,
  URG: 23,
  XCPU: 24,
  XFSZ: 25,
  VTALRM: 26,
  PROF: 27,
  WINCH: 28,
  IO: 29,
  POLL: 29,
  PWR: 30,
  SYS: 31,
  RTMIN: 34,
  RTMAX: 64,
};

export interface Signal {
  /** With SIG. */
  readonly name: string;
  readonly number: number;
}

/** A signal as STOPSIGNAL, `kill` or `trap` write it: a name with or without SIG, or a number. */
export function readSignal(text: string): Signal | undefined {
  const name = text.trim().toUpperCase().replace(/^SIG/, '');
  const [, from, offset] = /^(RTMIN|RTMAX)([+-]\d+)$/.exec(name) ?? [];
  if (from) return { name: `SIG${name}`, number: (NUMBERS[from] as number) + Number(offset) };
  const number = /^\d+$/.test(name) ? Number(name) : NUMBERS[name];
  if (number === undefined || number === 0) return undefined;
  const known = Object.keys(NUMBERS).find((one) => NUMBERS[one] === number);
  return { name: known ? `SIG${known}` : String(number), number };
}

export const SIGTERM: Signal = { name: 'SIGTERM', number: NUMBERS.TERM as number };
export const SIGKILL: Signal = { name: 'SIGKILL', number: NUMBERS.KILL as number };

const DOES_NOTHING = new Set([17, 18, 23, 28]);
const STOPS = new Set([19, 20, 21, 22]);

/** Whether a process without a handler dies of it, if it is not PID 1. */
export function endsByDefault({ number }: Signal): boolean {
  return !DOES_NOTHING.has(number) && !STOPS.has(number);
}

/** The exit code of a process that died of a signal, as Docker and shells report it. */
export function exitCodeOf({ number }: Signal): number {
  return 128 + number;
}

/** SIGKILL and SIGSTOP have no handlers. */
export function canBeHandled({ number }: Signal): boolean {
  return number !== 9 && number !== 19;
}
