/** ShellCheck for the scripts of the open file, where the reader asked for it. */
import { signal } from '@preact/signals';
import { type Remote, wrap } from 'comlink';
import type { ShellNote, ShellNotes, ShellScript } from '../model/shell/shell-script.js';
import { remember, remembered } from './memory.js';
import type { ShellCheckWorker } from './shellcheck.worker.js';

const CHOICE = 'plimsoll.shellcheck';

/** One worker for the page. */
let shared: Remote<ShellCheckWorker> | undefined;

function pageWorker(): Remote<ShellCheckWorker> {
  shared ??= wrap<ShellCheckWorker>(new Worker(new URL('./shellcheck.worker.ts', import.meta.url), { type: 'module' }));
  return shared;
}

export class ScriptChecker {
  readonly isOn = signal(remembered(CHOICE) === 'on');
  /** It is being fetched, or is at work. */
  readonly isBusy = signal(false);
  private known: ShellNotes = {};

  /** What is known of scripts; undefined while it is off. */
  get notes(): ShellNotes | undefined {
    return this.isOn.value ? this.known : undefined;
  }

  choose(isOn: boolean): void {
    this.isOn.value = isOn;
    remember(CHOICE, isOn ? 'on' : 'off');
  }

  /** Asks about scripts that are not known yet, and forgets those that are gone. True: something is new. */
  async learn(scripts: readonly ShellScript[]): Promise<boolean> {
    const notes: Record<string, readonly ShellNote[]> = {};
    const unknown: ShellScript[] = [];
    for (const script of scripts) {
      const known = this.known[script.key];
      if (known) notes[script.key] = known;
      else unknown.push(script);
    }
    this.known = notes;
    if (unknown.length === 0) return false;
    this.isBusy.value = true;
    try {
      const found = await Promise.all(unknown.map((script) => pageWorker().check(script)));
      this.known = { ...this.known, ...Object.fromEntries(unknown.map(({ key }, index) => [key, found[index] ?? []])) };
      return true;
    } finally {
      this.isBusy.value = false;
    }
  }
}
