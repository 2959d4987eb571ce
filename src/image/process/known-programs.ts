/**
 * What programs do with a signal, apart from what an application in them does. `measuredIn` names the experiments
 * (test/experiments/process) that show it; what none shows is not here.
 */
import type { Signal } from './signals.js';

/** The exit code as PID 1 and as any other process; `stays`: the signal does not end it. It ends at once. */
export type Reaction = { readonly pid1: number | null; readonly child: number | null } | 'stays';

export interface ProgramFacts {
  readonly names: RegExp;
  /** Only where its arguments, joined by blanks, match. */
  readonly arguments?: RegExp;
  /** `asked`: the application decides; `own`: the program has its own handlers; `none`: it has none, and can't get one. */
  readonly handler: 'asked' | 'own' | 'none';
  /** Without a handler of the application; signals that are not here have their default action or, for some, none known. */
  readonly reacts?: Readonly<Record<string, Reaction>>;
  readonly isKnownOnlyFor?: 'these-signals';
  /** The exit code is that of the signal, whatever the application's handler does. */
  readonly endsAsKilled?: boolean;
  /** As PID 1 it waits for processes that lost their parent. */
  readonly reaps?: boolean;
  readonly measuredIn: readonly string[];
}

const always = (exitCode: number): Reaction => ({ pid1: exitCode, child: exitCode });

/** The first that fits holds. */
const PROGRAMS: readonly ProgramFacts[] = [
  { names: /^(?:sleep|tail)$/, handler: 'none', measuredIn: ['sleep', 'tail', 'sleep-init'] },
  { names: /^cron$/, handler: 'none', measuredIn: ['cron'] },
  {
    names: /^(?:node|nodejs)$/,
    handler: 'asked',
    reaps: false,
    measuredIn: ['node', 'node-handler', 'node-init', 'node-sigint', 'zombies-node'],
  },
  {
    names: /^(?:gunicorn|python[\d.]*)$/,
    arguments: /^gunicorn |^-m gunicorn\b/,
    handler: 'own',
    reacts: { SIGTERM: always(0) },
    isKnownOnlyFor: 'these-signals',
    measuredIn: ['gunicorn'],
  },
  {
    names: /^(?:uvicorn|python[\d.]*)$/,
    arguments: /^uvicorn |^-m uvicorn\b/,
    handler: 'own',
    reacts: { SIGTERM: { pid1: 0, child: null } },
    isKnownOnlyFor: 'these-signals',
    measuredIn: ['uvicorn'],
  },
  {
    names: /^python[\d.]*$/,
    arguments: /^-m http\.server\b/,
    handler: 'none',
    reaps: false,
    reacts: { SIGINT: { pid1: null, child: null } },
    measuredIn: ['python-http-server'],
  },
  {
    names: /^python[\d.]*$/,
    handler: 'asked',
    reaps: false,
    // Python brings a handler for it, which raises KeyboardInterrupt.
    reacts: { SIGINT: always(130) },
    measuredIn: ['python', 'python-handler', 'python-init', 'python-sigint', 'zombies-python'],
  },
  { names: /^php$/, arguments: /^-S\b/, handler: 'none', measuredIn: ['php-server'] },
  { names: /^php$/, handler: 'asked', measuredIn: ['php'] },
  { names: /^perl$/, handler: 'asked', measuredIn: ['perl'] },
  {
    names: /^ruby$/,
    handler: 'asked',
    // Ruby raises SignalException, and then sends itself the signal again.
    reacts: { SIGTERM: { pid1: 1, child: 143 }, SIGINT: { pid1: 0, child: null } },
    isKnownOnlyFor: 'these-signals',
    measuredIn: ['ruby', 'ruby-handler', 'ruby-init', 'ruby-sigint'],
  },
  {
    names: /^java$/,
    handler: 'asked',
    reacts: {
      SIGTERM: always(143),
      SIGINT: { pid1: 130, child: null },
      SIGHUP: { pid1: 129, child: null },
      // It prints the stacks of its threads.
      SIGQUIT: 'stays',
    },
    isKnownOnlyFor: 'these-signals',
    endsAsKilled: true,
    measuredIn: ['java', 'java-hook', 'java-init', 'java-sigint', 'java-sighup', 'java-sigquit'],
  },
  {
    names: /^redis-server$/,
    handler: 'own',
    reacts: { SIGTERM: always(0), SIGINT: always(0) },
    isKnownOnlyFor: 'these-signals',
    measuredIn: ['redis', 'redis-sigint'],
  },
  {
    names: /^nginx$/,
    handler: 'own',
    reacts: { SIGTERM: always(0), SIGQUIT: always(0), SIGINT: always(0) },
    isKnownOnlyFor: 'these-signals',
    measuredIn: ['nginx', 'nginx-sigquit', 'nginx-sigint'],
  },
  {
    names: /^(?:apache2|httpd)$/,
    handler: 'own',
    reacts: { SIGTERM: always(0), SIGWINCH: always(0) },
    isKnownOnlyFor: 'these-signals',
    measuredIn: ['apache', 'apache-sigwinch'],
  },
  {
    names: /^php-fpm[\d.]*$/,
    handler: 'own',
    reacts: { SIGTERM: always(0), SIGQUIT: always(0) },
    isKnownOnlyFor: 'these-signals',
    measuredIn: ['php-fpm', 'php-fpm-sigquit'],
  },
  {
    names: /^memcached$/,
    handler: 'own',
    reacts: { SIGTERM: always(0) },
    isKnownOnlyFor: 'these-signals',
    measuredIn: ['memcached'],
  },
  {
    names: /^supervisord$/,
    handler: 'own',
    reacts: { SIGTERM: always(0) },
    isKnownOnlyFor: 'these-signals',
    reaps: true,
    measuredIn: ['supervisord'],
  },
];

export const knownPrograms: readonly ProgramFacts[] = PROGRAMS;

export function factsOf(name: string, words: readonly string[]): ProgramFacts | undefined {
  const behind = words.slice(1).join(' ');
  return PROGRAMS.find((facts) => {
    if (!facts.names.test(name)) return false;
    return facts.arguments === undefined || facts.arguments.test(behind) || facts.arguments.test(`${name} ${behind}`);
  });
}

/** A shell or a prompt that reads its commands from a terminal. */
export const PROMPT: ProgramFacts = {
  names: /^/,
  handler: 'none',
  measuredIn: ['bash-interactive', 'dash-interactive', 'node-interactive', 'python-interactive'],
};

/** Without a terminal a prompt reads the end of its input, and ends. */
export function isPrompt(name: string, args: readonly string[]): boolean {
  if (/^(?:node|python[\d.]*|irb)$/.test(name)) return args.length === 0;
  return name === 'php' && args.length === 1 && args[0] === '-a';
}

/**
 * A program that Go built: without `signal.Notify` the runtime ends it, as PID 1 with 2 (Go 1.19 and 1.24) or with the
 * signal's own code (1.27). What the versions between do was not measured.
 */
export function goFacts(version: string | undefined): ProgramFacts {
  const minor = Number(/^1\.(\d+)/.exec(version ?? '')?.[1] ?? Number.NaN);
  const asPid1 = (signal: number) => (minor <= 24 ? 2 : minor >= 27 ? 128 + signal : null);
  return {
    names: /^/,
    handler: 'asked',
    reacts: {
      SIGTERM: { pid1: asPid1(15), child: 143 },
      SIGINT: { pid1: minor <= 24 ? 2 : null, child: null },
      SIGHUP: { pid1: minor <= 24 ? 2 : null, child: null },
      SIGQUIT: { pid1: minor <= 24 ? 2 : null, child: 2 },
    },
    measuredIn: ['go', 'go-init', 'go-sigint', 'go-handler'],
  };
}

/** The reaction to a signal where the application has no handler; undefined: the default action of the signal. */
export function reactionOf(facts: ProgramFacts | undefined, { name }: Signal): Reaction | 'unknown' | undefined {
  const known = facts?.reacts?.[name];
  if (known !== undefined) return known;
  return facts?.isKnownOnlyFor ? 'unknown' : undefined;
}
