/** A browser's storage in memory, which can be full or forbidden. */
import type { DraftStorage } from '../../src/playground/draft-store.js';

export class MemoryStorage implements DraftStorage {
  readonly values = new Map<string, string>();
  isFull = false;
  isForbidden = false;

  keys() {
    this.ask();
    return [...this.values.keys()];
  }
  get(key: string) {
    this.ask();
    return this.values.get(key) ?? null;
  }
  set(key: string, value: string) {
    this.ask();
    if (this.isFull) throw new Error('QuotaExceededError');
    this.values.set(key, value);
  }
  remove(key: string) {
    this.ask();
    this.values.delete(key);
  }
  private ask() {
    if (this.isForbidden) throw new Error('SecurityError');
  }
}
