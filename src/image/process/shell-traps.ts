/** `trap`: what a shell does when a signal arrives for which the script has an action. */
import { readScript, type ShellCommand } from '../../model/index.js';
import { readSignal, type Signal } from './signals.js';
import type { ScriptText } from './start-line.js';

export interface Trap {
  /** Names without SIG; `EXIT`. */
  readonly signals: readonly string[];
  readonly action: TrapAction;
}

export type TrapAction =
  | { readonly kind: 'ignore' }
  | {
      readonly kind: 'run';
      /** What `kill` is aimed at: variables, `all` for every job, or something that can't be seen. */
      readonly kills: readonly { readonly target: string | undefined; readonly signal: Signal | undefined }[];
      readonly waits: boolean;
      /** Of `exit`: `null`, where its value is not known; undefined, where it does not exit. */
      readonly exit: number | null | undefined;
    }
  | { readonly kind: 'unknown' };

/** The traps that a script sets; the last for a signal holds. */
export function trapsOf(source: ScriptText, commands: readonly ShellCommand[]): Trap[] {
  let traps: Trap[] = [];
  for (const { name, args } of commands) {
    const [action, ...signals] = args.filter(({ text }, index) => index > 0 || text !== '--');
    if (name !== 'trap' || !action || signals.length === 0) continue;
    const names = namesOf(signals);
    traps = traps.map((trap) => ({ ...trap, signals: trap.signals.filter((one) => !names.includes(one)) }));
    if (action.text === '-') continue;
    traps.push({ signals: names, action: actionOf(source, action.text, action.isLiteral || action.isQuoted) });
  }
  return traps;
}

function namesOf(words: readonly { readonly text: string }[]): string[] {
  return words.map(({ text }) => (/^(?:EXIT|0)$/i.test(text) ? 'EXIT' : (readSignal(text)?.name ?? text)));
}

export function trapFor(traps: readonly Trap[], name: string): TrapAction | undefined {
  return traps.findLast(({ signals }) => signals.includes(name))?.action;
}

function actionOf(source: ScriptText, text: string, isShown: boolean): TrapAction {
  if (text === '') return { kind: 'ignore' };
  if (!isShown) return { kind: 'unknown' };
  return runOf(bodyOf(source, text.trim()) ?? readScript(text, 0).commands);
}

/** The commands of the function that an action calls by its name. */
function bodyOf({ script, slice }: ScriptText, name: string): readonly ShellCommand[] | undefined {
  if (!/^[A-Za-z_]\w*$/.test(name)) return undefined;
  const text = slice(0);
  const starts = [...text.matchAll(/^[ \t]*(?:function[ \t]+)?([A-Za-z_]\w*)[ \t]*(?:\([ \t]*\))?\s*\{/gm)];
  const index = starts.findIndex((match) => match[1] === name);
  if (index === -1) return undefined;
  const from = starts[index]?.index ?? 0;
  const to = starts[index + 1]?.index ?? text.length;
  return script.commands.filter(({ context, at }) => context.includes('function') && at.start >= from && at.end <= to);
}

function runOf(commands: readonly ShellCommand[]): TrapAction {
  const own = commands.filter(({ context }) => !context.includes('substitution'));
  const exit = own.findLast(({ name }) => name === 'exit');
  const value = exit?.args[0]?.text;
  return {
    kind: 'run',
    kills: own.flatMap((command) => (command.name === 'kill' ? killsOf(command) : [])),
    waits: own.some(({ name }) => name === 'wait'),
    exit: exit ? (value !== undefined && /^\d+$/.test(value) ? Number(value) : null) : undefined,
  };
}

function killsOf({ args }: ShellCommand): { target: string | undefined; signal: Signal | undefined }[] {
  let signal = readSignal('TERM');
  const targets: (string | undefined)[] = [];
  for (let index = 0; index < args.length; index++) {
    const text = args[index]?.text ?? '';
    if (text === '-s' || text === '-n') signal = readSignal(args[++index]?.text ?? '');
    else if (text === '--') continue;
    else if (index === 0 && text.startsWith('-') && args.length > 1) signal = readSignal(text.slice(1));
    else targets.push(targetOf(text));
  }
  return targets.map((target) => ({ target, signal }));
}

function targetOf(text: string): string | undefined {
  if (text === '0' || text === '-1' || /jobs\s+-p/.test(text) || text === '-$$') return 'all';
  return /^\$(?:\{)?(!|[A-Za-z_]\w*)\}?$/.exec(text)?.[1] ?? undefined;
}
