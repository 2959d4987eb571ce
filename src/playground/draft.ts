/** The text in the browser's storage. A browser that forbids storage, or has none left, is said and survived. */
const KEY = 'plimsoll.draft.1';
const BEFORE_LINK = 'plimsoll.draft-before-link.1';

export interface Draft {
  readonly text: string;
}

export type Saved = 'saved' | 'failed';

export function loadDraft(): Draft | undefined {
  return read(KEY);
}

export function saveDraft(draft: Draft): Saved {
  return write(KEY, draft);
}

/** Keeps what a share link is about to replace, until it is brought back or given up. */
export function keepBeforeLink(draft: Draft): Saved {
  return write(BEFORE_LINK, draft);
}

export function loadBeforeLink(): Draft | undefined {
  return read(BEFORE_LINK);
}

export function forgetBeforeLink(): void {
  try {
    localStorage.removeItem(BEFORE_LINK);
  } catch {
    // A browser that forbids storage has kept nothing.
  }
}

function read(key: string): Draft | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    const isDraft = typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
    return isDraft ? { text: value.text as string } : undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, draft: Draft): Saved {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return 'saved';
  } catch {
    return 'failed';
  }
}
