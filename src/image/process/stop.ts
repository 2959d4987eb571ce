/**
 * One signal on its way through the processes of a container. The kernel drops a signal for which PID 1 has no handler
 * (E1), and a process that ends leaves those below it to be killed with the container (E7).
 */
import { ends, type Fate, goesOn, unknownFate } from './fate.js';
import { type Reaction, reactionOf } from './known-programs.js';
import type { Receipt } from './prediction.js';
import type { Forwarder, Process, Program } from './process.js';
import { shellFate } from './shell-stop.js';
import { canBeHandled, endsByDefault, exitCodeOf, type Signal } from './signals.js';

/** How a signal comes to a process. */
export interface Delivery {
  readonly signal: Signal;
  readonly from: string;
  readonly isPid1: boolean;
  /** Everything below the process gets it at the same moment. */
  readonly isGroup: boolean;
}

export class Stop {
  readonly receipts: Receipt[] = [];
  private readonly ended = new Set<Process>();
  /** Whether the shutdown code of a program has run; `null`: it may have been cut off. */
  private readonly ran = new Map<Process, boolean | null>();

  constructor(private readonly handlesSignal: boolean) {}

  hasEnded(process: Process): boolean {
    return this.ended.has(process);
  }

  hasRun(process: Process): boolean | null {
    const ran = this.ran.get(process);
    return ran === undefined ? false : ran;
  }

  deliver(process: Process, delivery: Delivery): Fate {
    const fate = this.fateOf(process, delivery);
    if (typeof fate.seconds === 'number') this.ended.add(process);
    return fate;
  }

  note({ command }: Process, { signal, from }: Delivery, effect: Receipt['effect']): void {
    this.receipts.push({ command, signal: signal.name, from, effect });
  }

  /** The shutdown code of a process begins, and nothing ends it before its time. */
  handle(process: Process, delivery: Delivery): void {
    this.note(process, delivery, 'handled');
    this.ran.set(process, true);
  }

  /** Those below a process that has ended: what was asked to stop may not have had the time. */
  cutOff({ children }: Process): void {
    for (const child of children) {
      this.cutOff(child);
      if (this.ran.get(child) !== true) continue;
      this.ran.set(child, null);
      const index = this.receipts.findLastIndex(
        ({ command, effect }) => command === child.command && effect === 'handled',
      );
      const receipt = this.receipts[index];
      if (receipt) this.receipts[index] = { ...receipt, effect: 'cut-off' };
    }
  }

  /** What a process without a handler does. */
  byDefault(process: Process, delivery: Delivery, reaction?: Reaction | 'unknown'): Fate {
    const { command } = process;
    const { signal, isPid1 } = delivery;
    if (reaction === 'unknown') {
      this.note(process, delivery, null);
      this.ran.set(process, null);
      return unknownFate(`What ${command} does at ${signal.name} was not measured.`);
    }
    if (typeof reaction === 'object') {
      this.note(process, delivery, 'ends');
      const exitCode = isPid1 ? reaction.pid1 : reaction.child;
      const by = exitCode === exitCodeOf(signal) && !isPid1 ? signal : undefined;
      return ends(exitCode, `The runtime of ${command} ends it at ${signal.name}.`, { by });
    }
    const isDropped = reaction === 'stays' || isPid1 || !endsByDefault(signal);
    this.note(process, delivery, isDropped ? 'dropped' : 'ends');
    if (!isDropped)
      return ends(exitCodeOf(signal), `${command} has no handler for ${signal.name} and dies of it.`, { by: signal });
    const isKernel = reaction !== 'stays' && isPid1 && endsByDefault(signal);
    return goesOn(
      isKernel
        ? `${command} is PID 1 and has no handler for ${signal.name}: the kernel drops the signal.`
        : `${signal.name} does not end ${command}.`,
    );
  }

  private fateOf(process: Process, delivery: Delivery): Fate {
    const { nature } = process;
    switch (nature.kind) {
      case 'program':
        return this.program(process, nature, delivery);
      case 'forwarder':
        return this.forwarder(process, nature, delivery);
      case 'shell':
        return shellFate(this, process, nature, delivery);
      default:
        this.note(process, delivery, null);
        this.ran.set(process, null);
        return unknownFate(nature.reason);
    }
  }

  private program(process: Process, { facts }: Program, delivery: Delivery): Fate {
    const { command } = process;
    const { signal, isPid1, isGroup } = delivery;
    if (isGroup) this.below(process, delivery);
    const reaction = reactionOf(facts, signal);
    const isAsked = facts?.handler !== 'own' && facts?.handler !== 'none' && this.handlesSignal;
    if (facts?.handler === 'own' && typeof reaction === 'object') {
      this.handle(process, delivery);
      return ends(
        isPid1 ? reaction.pid1 : reaction.child,
        `${command} brings a handler for ${signal.name} and shuts down.`,
      );
    }
    const isHandled =
      isAsked && canBeHandled(signal) && reaction !== 'stays' && !(facts?.endsAsKilled && reaction === 'unknown');
    if (!isHandled) return this.byDefault(process, delivery, reaction);
    this.handle(process, delivery);
    return ends(facts?.endsAsKilled ? exitCodeOf(signal) : 0, `${command} handles ${signal.name} and ends.`);
  }

  private forwarder(process: Process, nature: Forwarder, delivery: Delivery): Fate {
    const { command, children } = process;
    const [child] = children;
    const signal = nature.rewrites ? nature.rewrites(delivery.signal) : delivery.signal;
    const target = signal && nature.passesOn(signal);
    if (!signal || !child) {
      this.note(process, delivery, 'dropped');
      return goesOn(`${command} drops ${delivery.signal.name}.`);
    }
    if (target === undefined) return this.byDefault(process, delivery, 'unknown');
    if (target === 'none') {
      if (delivery.isGroup) this.below(process, delivery);
      const fate = this.byDefault(process, delivery, reactionOf(nature.facts, signal));
      if (typeof fate.seconds === 'number') this.cutOff(process);
      return typeof fate.seconds === 'number' ? { ...fate, why: `${fate.why} It passes nothing on.` } : fate;
    }
    this.note(process, delivery, 'passed-on');
    const isGroup = target === 'group' || delivery.isGroup;
    const fate = this.deliver(child, { signal, from: command, isPid1: false, isGroup });
    return this.afterChild(process, nature, { fate, delivery, signal, isGroup });
  }

  /** A forwarder ends when its child has ended, or has had its time. */
  private afterChild(
    process: Process,
    nature: Forwarder,
    { fate, delivery, signal, isGroup }: { fate: Fate; delivery: Delivery; signal: Signal; isGroup: boolean },
  ): Fate {
    const { command, children } = process;
    const why = `${command} passes ${signal.name} on to ${isGroup ? 'all that it has started' : (children[0]?.command ?? '')}. ${fate.why}`;
    const hasEnded = typeof fate.seconds === 'number';
    if (fate.seconds === null || (!hasEnded && nature.waits === undefined)) return { ...fate, why };
    if (hasEnded && children[0]) this.orphans(children[0], nature, { ...delivery, signal, from: command });
    const { exitCode, by } = fate;
    const code = nature.exitCode({ exitCode, by, isPid1: delivery.isPid1, isGroup });
    const died = !delivery.isPid1 && code === exitCodeOf(signal) ? signal : undefined;
    const seconds = Math.max(nature.waits ?? 0, hasEnded ? (fate.seconds as number) : 0);
    const ending = code !== null && code !== exitCode ? ` ${command} itself ends with ${code}.` : '';
    return ends(code, why + ending, { seconds, by: died });
  }

  /** What a child that has ended leaves behind becomes that of PID 1, which may signal it too. */
  private orphans(child: Process, { signalsOrphans }: Forwarder, delivery: Delivery): void {
    if (signalsOrphans === false || signalsOrphans === undefined || !delivery.isPid1) return;
    for (const orphan of child.children) {
      if (this.hasEnded(orphan)) continue;
      this.deliver(orphan, { ...delivery, isPid1: false });
      if (signalsOrphans === null) this.ran.set(orphan, null);
    }
  }

  /** The children of a process that are signalled together with it. */
  below({ command, children }: Process, delivery: Delivery): Fate[] {
    return children.map((child) => this.deliver(child, { ...delivery, from: delivery.from || command, isPid1: false }));
  }
}
