/** The tables that a prediction in the worker needs, and what the page is told of them. */
import { loadTables, NO_TABLES, type Tables } from '../image/index.js';
import type { Dockerfile } from '../model/index.js';
import { USED_CHANNEL } from '../offline/messages.js';

/** Without a table its packages are unknown, and everything else is as good as with it. */
export async function tablesFor(dockerfile: Dockerfile): Promise<{ tables: Tables; tablesMissing: boolean }> {
  try {
    return { tables: await loadTables(dockerfile), tablesMissing: false };
  } catch {
    return { tables: NO_TABLES, tablesMissing: true };
  } finally {
    sayWhatWasUsed();
  }
}

/** How many files of this worker the page knows of. */
let said = 0;

/** Tables are kept for use without network once they were used; only this worker knows which ones were. */
function sayWhatWasUsed(): void {
  const files = performance.getEntriesByType('resource').map(({ name }) => name);
  if (files.length === said) return;
  said = files.length;
  const channel = new BroadcastChannel(USED_CHANNEL);
  channel.postMessage(files);
  channel.close();
}
