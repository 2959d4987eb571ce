/** The drafts of this page: which one is open, and what happens to it. */
import { signal } from '@preact/signals';
import { shownDockerfile, type Workspace } from '../share/workspace.js';
import {
  DEFAULT_NAME,
  type Draft,
  type DraftStore,
  draftIdIn,
  exportDrafts,
  importDrafts,
  newId,
} from './draft-store.js';
import type { Notice } from './store.js';

/** What drafts need of the playground. */
export interface DraftView {
  open(workspace: Workspace): void;
  say(notice: Notice): void;
}

/** Which draft this page had open, over a reload. */
export interface OpenDraft {
  read(): string | undefined;
  write(id: string): void;
}

const REST_MILLISECONDS = 300;

export class Drafts {
  /** The one that is open. It is stored at the first change; until then a page only looks at it. */
  readonly current = signal<Draft>(undefined as never);
  readonly all = signal<readonly Draft[]>([]);
  /** False: the last change could not be stored. */
  readonly isKept = signal(true);
  private pending: Workspace | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly store: DraftStore,
    private readonly opened: OpenDraft,
    private readonly view: DraftView,
    sample: Workspace,
  ) {
    store.takeOverEarlier();
    this.refresh();
    const last = store.read(opened.read() ?? '') ?? this.all.value[0];
    this.current.value = last ?? store.begin(DEFAULT_NAME, sample);
    view.open(this.current.value.workspace);
  }

  /** Keeps what the open draft has become, once typing rests: writing takes the storage longer than a key stroke may. */
  change(workspace: Workspace): void {
    this.pending = workspace;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), REST_MILLISECONDS);
  }

  /** Keeps it now: the page may be about to go. */
  flush(): void {
    clearTimeout(this.timer);
    const { pending } = this;
    this.pending = undefined;
    if (pending) this.save(pending);
  }

  private save(workspace: Workspace): void {
    const before = this.current.value;
    const saved = this.store.save(before, workspace);
    this.isKept.value = saved !== undefined;
    if (!saved) return;
    this.take(saved);
    if (saved.id !== before.id)
      this.view.say({
        kind: 'plain',
        text: `“${before.name}” was changed in another tab meanwhile. What you write here is kept as “${saved.name}”.`,
        action: { label: 'Open the other one', run: () => this.open(before.id) },
      });
  }

  private take(draft: Draft): void {
    this.current.value = draft;
    this.opened.write(draft.id);
    this.all.value = [draft, ...this.all.value.filter(({ id }) => id !== draft.id)];
  }

  private refresh(): void {
    this.all.value = this.store.list();
  }

  open(id: string): void {
    this.flush();
    const draft = this.store.read(id);
    if (draft) {
      this.current.value = draft;
      this.opened.write(id);
      this.view.open(draft.workspace);
    } else this.refresh();
  }

  /** Opens something new beside what there is. What was open stays a draft if anybody wrote in it. */
  begin(name: string, workspace: Workspace, sentence: string): void {
    this.flush();
    const before = this.current.value;
    const known = this.all.value.find((draft) => JSON.stringify(draft.workspace) === JSON.stringify(workspace));
    this.current.value = known ?? this.store.begin(name, workspace);
    if (known) this.opened.write(known.id);
    this.view.open(workspace);
    const isKept = before.revision > 0 && before.id !== this.current.value.id;
    this.view.say({
      kind: 'plain',
      text: isKept ? `${sentence} “${before.name}” is kept.` : sentence,
      ...(isKept && { action: { label: `Back to “${before.name}”`, run: () => this.open(before.id) } }),
    });
  }

  /** False: there is no such draft any more, or nothing could be stored. */
  rename(id: string, name: string): boolean {
    this.flush();
    const isCurrent = id === this.current.value.id;
    const renamed = this.store.rename(id, name);
    if (renamed && isCurrent) this.current.value = renamed;
    this.refresh();
    return renamed !== undefined;
  }

  /** Deletes a draft, and offers it back. Where it was open, the last changed other one is opened. */
  remove(id: string): void {
    this.flush();
    const removed = this.store.remove(id);
    this.refresh();
    if (id === this.current.value.id) this.openAnother();
    if (!removed) return;
    this.view.say({
      kind: 'plain',
      text: `“${removed.name}” is deleted.`,
      action: { label: 'Undo', run: () => this.bringBack(removed) },
    });
  }

  private openAnother(): void {
    const [next] = this.all.value;
    if (next) this.open(next.id);
    else {
      const { workspace } = this.current.value;
      const empty = { ...workspace, dockerfiles: [{ ...shownDockerfile(workspace), text: '' }], shown: 0, build: {} };
      this.current.value = this.store.begin(DEFAULT_NAME, empty);
      this.view.open(empty);
    }
  }

  private bringBack(removed: Draft): void {
    const restored = this.store.restore(removed);
    this.refresh();
    if (restored) this.open(restored.id);
    else
      this.view.say({
        kind: 'problem',
        text: `“${removed.name}” could not be stored again: this browser has no room.`,
      });
  }

  /** All drafts as one file. */
  exported(): string {
    this.flush();
    return exportDrafts(this.all.value);
  }

  /** Adds the drafts of a file. What is in it, and what could be stored, is said. */
  importFile(text: string): void {
    const drafts = importDrafts(text, newId);
    if (!drafts) {
      this.view.say({ kind: 'problem', text: 'This file holds no drafts of Plimsoll. Nothing was changed.' });
      return;
    }
    const stored = drafts.filter((draft) => this.store.restore({ ...draft, name: this.freeNameFor(draft) }));
    this.refresh();
    const isAll = stored.length === drafts.length;
    this.view.say({
      kind: isAll ? 'plain' : 'problem',
      text: `${stored.length} of ${drafts.length} drafts were taken in.${isAll ? '' : ' For the others this browser has no room.'}`,
    });
  }

  private freeNameFor({ name, workspace }: Draft): string {
    return this.store.begin(name, workspace).name;
  }

  /** Another page has changed the storage. */
  storageChanged(key: string | null): void {
    const { id, revision, name } = this.current.value;
    this.refresh();
    if (draftIdIn(key) !== id) return;
    const stored = this.store.read(id);
    if (!stored || stored.revision === revision) return;
    this.view.say({
      kind: 'plain',
      text: `“${name}” was changed in another tab. What you write here will be kept beside it.`,
      action: { label: 'Show it', run: () => this.open(id) },
    });
  }
}
