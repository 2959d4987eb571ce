/** What becomes of a process after a signal. */
import type { Process } from './process.js';
import type { Signal } from './signals.js';

export interface Fate {
  /** Until it has ended; `never`: it goes on; `null`: not known. */
  readonly seconds: number | 'never' | null;
  readonly exitCode: number | null;
  /** The signal that it died of. */
  readonly by?: Signal | undefined;
  /** Sentences. */
  readonly why: string;
}

export function ends(exitCode: number | null, why: string, more: Partial<Fate> = {}): Fate {
  return { seconds: 0, exitCode, why, ...more };
}

export function goesOn(why: string): Fate {
  return { seconds: 'never', exitCode: null, why };
}

export function unknownFate(why: string): Fate {
  return { seconds: null, exitCode: null, why };
}

/** The last of several ends; one that never comes outlasts the others, one that is not known all. */
export function lastSeconds(fates: readonly Fate[]): Fate['seconds'] {
  if (fates.some(({ seconds }) => seconds === null)) return null;
  if (fates.some(({ seconds }) => seconds === 'never')) return 'never';
  return Math.max(0, ...fates.map(({ seconds }) => seconds as number));
}

/** Seconds until a process ends by itself; undefined where something has to end it. */
export function lifetimeOf({ nature, children }: Process): number | undefined {
  switch (nature.kind) {
    case 'program':
      return nature.lifetime;
    case 'forwarder':
      return children[0] && lifetimeOf(children[0]);
    case 'shell': {
      const awaited = nature.plan.rest === 'wait' ? children : children.slice(-1);
      const lifetimes = nature.plan.isLoop ? [undefined] : awaited.map(lifetimeOf);
      return lifetimes.includes(undefined) ? undefined : Math.max(...(lifetimes as number[]));
    }
    default:
      return undefined;
  }
}
