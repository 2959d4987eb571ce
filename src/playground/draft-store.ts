/**
 * Named drafts in the browser's storage. Two pages may work at once: a page writes only to a draft that nobody else has
 * written since it read it, and otherwise begins a draft of its own. So nothing is ever overwritten unseen.
 */
import { isRecord } from '../model/record.js';
import { readWorkspace, type Workspace, workspaceOf } from '../share/workspace.js';

export interface Draft {
  readonly id: string;
  readonly name: string;
  readonly workspace: Workspace;
  /** How often it was written: tells a page whether another one has written it. */
  readonly revision: number;
  /** ISO 8601. */
  readonly changed: string;
}

/** As much of the browser's storage as drafts need. Every method may throw: storage can be forbidden or full. */
export interface DraftStorage {
  keys(): readonly string[];
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

export const BROWSER_STORAGE: DraftStorage = {
  keys: () => Object.keys(localStorage),
  get: (key) => localStorage.getItem(key),
  set: (key, value) => localStorage.setItem(key, value),
  remove: (key) => localStorage.removeItem(key),
};

const PREFIX = 'plimsoll.draft.2.';
/** The one text that earlier versions kept, and the one that a link had taken the place of. */
const EARLIER = ['plimsoll.draft.1', 'plimsoll.draft-before-link.1'] as const;

export class DraftStore {
  constructor(
    private readonly storage: DraftStorage,
    /** The time, ISO 8601. */
    private readonly now: () => string,
    private readonly newId: () => string,
  ) {}

  /** All drafts, the one that was changed last first. None where storage is forbidden. */
  list(): Draft[] {
    const ids = attempt(() => this.storage.keys(), []).flatMap((key) =>
      key.startsWith(PREFIX) ? key.slice(PREFIX.length) : [],
    );
    const drafts = ids.flatMap((id) => this.read(id) ?? []);
    return drafts.sort((one, other) => (one.changed < other.changed ? 1 : -1));
  }

  read(id: string): Draft | undefined {
    return attempt(() => readDraft(id, JSON.parse(this.storage.get(PREFIX + id) ?? 'null')), undefined);
  }

  /** A draft that is not stored yet. Its name is not that of another one. */
  begin(name: string, workspace: Workspace): Draft {
    return { id: this.newId(), name: this.freeName(name), workspace, revision: 0, changed: this.now() };
  }

  /**
   * Stores what a page has made of a draft. Where another page has written it meanwhile, or deleted it, the page's work
   * becomes a draft of its own. Undefined: nothing could be stored.
   */
  save(draft: Draft, workspace: Workspace): Draft | undefined {
    const stored = this.read(draft.id);
    const isTaken = (stored?.revision ?? 0) !== draft.revision;
    const mine = isTaken && stored ? this.begin(draft.name, workspace) : draft;
    return this.write({ ...mine, workspace, changed: this.now() });
  }

  /** Gives a draft another name. Undefined: it is gone, or nothing could be stored. */
  rename(id: string, name: string): Draft | undefined {
    const draft = this.read(id);
    const wanted = name.trim();
    if (!draft || wanted === '' || wanted === draft.name) return draft;
    return this.write({ ...draft, name: this.freeName(wanted) });
  }

  /** Deletes a draft and gives it back, for an undo. */
  remove(id: string): Draft | undefined {
    const draft = this.read(id);
    attempt(() => this.storage.remove(PREFIX + id), undefined);
    return draft;
  }

  /** Stores a draft that was deleted, or one that comes from a file. Undefined: nothing could be stored. */
  restore(draft: Draft): Draft | undefined {
    const isTaken = this.read(draft.id) !== undefined;
    return this.write(isTaken ? { ...draft, id: this.newId(), name: this.freeName(draft.name) } : draft);
  }

  /** Takes over the texts that earlier versions kept. */
  takeOverEarlier(): void {
    for (const key of EARLIER) {
      const text = attempt(() => earlierText(this.storage.get(key)), undefined);
      if (text === undefined) continue;
      const draft = this.begin(DEFAULT_NAME, workspaceOf(text));
      if (this.write(draft)) attempt(() => this.storage.remove(key), undefined);
    }
  }

  private write(draft: Draft): Draft | undefined {
    const { id, name, workspace, changed } = draft;
    const revision = draft.revision + 1;
    const value = JSON.stringify({ name, workspace, revision, changed });
    return attempt(() => {
      this.storage.set(PREFIX + id, value);
      return { ...draft, revision };
    }, undefined);
  }

  /** The name, with a number behind it where another draft has it. */
  private freeName(name: string): string {
    const taken = new Set(this.list().map((draft) => draft.name));
    if (!taken.has(name)) return name;
    const plain = name.replace(/ \d+$/, '');
    for (let number = 2; ; number++) if (!taken.has(`${plain} ${number}`)) return `${plain} ${number}`;
  }
}

export const DEFAULT_NAME = 'Draft';

/** An identity that no other draft has. Not by `randomUUID`, which pages without encryption do not have. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The identity in a key of the storage, if the key is that of a draft. */
export function draftIdIn(key: string | null): string | undefined {
  return key?.startsWith(PREFIX) ? key.slice(PREFIX.length) : undefined;
}

function readDraft(id: string, value: unknown): Draft | undefined {
  if (!isRecord(value)) return undefined;
  const { name, revision, changed } = value;
  const workspace = readWorkspace(value['workspace']);
  if (!workspace || typeof name !== 'string') return undefined;
  return {
    id,
    name,
    workspace,
    revision: typeof revision === 'number' ? revision : 1,
    changed: typeof changed === 'string' ? changed : '',
  };
}

function earlierText(stored: string | null): string | undefined {
  const value: unknown = JSON.parse(stored ?? 'null');
  return isRecord(value) && typeof value['text'] === 'string' ? value['text'] : undefined;
}

/** Drafts as a file, for another browser. */
export function exportDrafts(drafts: readonly Draft[]): string {
  return `${JSON.stringify({ plimsoll: 'drafts', drafts: drafts.map(({ name, workspace, changed }) => ({ name, workspace, changed })) }, undefined, 2)}\n`;
}

/** Reads what `exportDrafts` wrote; undefined where it is something else. */
export function importDrafts(text: string, newId: () => string): readonly Draft[] | undefined {
  const value: unknown = attempt(() => JSON.parse(text), undefined);
  if (!isRecord(value) || value['plimsoll'] !== 'drafts' || !Array.isArray(value['drafts'])) return undefined;
  return value['drafts'].flatMap((one) => readDraft(newId(), isRecord(one) ? { ...one, revision: 0 } : one) ?? []);
}

/** Storage that is forbidden, full or spoiled must not break a page. */
function attempt<Value, Otherwise>(work: () => Value, otherwise: Otherwise): Value | Otherwise {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
