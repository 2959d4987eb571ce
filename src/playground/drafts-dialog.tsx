/** The drafts as a list: open, rename, delete, export and import. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { shownDockerfile } from '../share/workspace.js';
import { download } from './download.js';
import type { Draft } from './draft-store.js';
import type { Drafts } from './drafts.js';

export interface DraftsDialogProps {
  readonly drafts: Drafts;
  /** Whether the dialog is open, and a way to close it. */
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onNew: () => void;
}

export function DraftsDialog({ drafts, isOpen, onClose, onNew }: DraftsDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  const act = (work: () => void) => {
    onClose();
    work();
  };
  const all = drafts.all.value;
  return (
    <dialog ref={dialog} class="preview drafts" aria-labelledby="drafts-title" onClose={onClose}>
      {isOpen && (
        <>
          <h2 id="drafts-title">Drafts</h2>
          <p>They are kept in this browser and nowhere else.</p>
          {all.length === 0 && <p class="nothing">None yet. A draft is kept from your first change on.</p>}
          <ul class="draft-list">
            {all.map((draft) => (
              <DraftItem
                key={draft.id}
                draft={draft}
                isCurrent={draft.id === drafts.current.value.id}
                onOpen={() => act(() => drafts.open(draft.id))}
                onRename={(name) => drafts.rename(draft.id, name)}
                onDelete={() => drafts.remove(draft.id)}
              />
            ))}
          </ul>
          <div class="f-acts">
            <button type="button" class="btn act" onClick={() => act(onNew)}>
              New draft
            </button>
            <button
              type="button"
              class="btn"
              disabled={all.length === 0}
              onClick={() => download('plimsoll-drafts.json', drafts.exported(), 'application/json')}
            >
              Export all
            </button>
            <ImportButton onText={(text) => act(() => drafts.importFile(text))} />
            <button type="button" class="btn" onClick={onClose}>
              Close
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}

interface DraftItemProps {
  readonly draft: Draft;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
  readonly onRename: (name: string) => boolean;
  readonly onDelete: () => void;
}

function DraftItem({ draft, isCurrent, onOpen, onRename, onDelete }: DraftItemProps) {
  const isRenaming = useSignal(false);
  const { name, changed, workspace } = draft;
  const [firstLine = ''] = shownDockerfile(workspace).text.trim().split('\n');
  const finish = (wanted: string) => {
    onRename(wanted);
    isRenaming.value = false;
  };
  return (
    <li aria-current={isCurrent ? 'true' : undefined}>
      {isRenaming.value ? (
        <RenameForm name={name} onDone={finish} onCancel={() => (isRenaming.value = false)} />
      ) : (
        <button type="button" class="draft-open" onClick={onOpen}>
          <strong>{name}</strong>
          {isCurrent && <span class="muted">open</span>}
          <code>{firstLine}</code>
          {changed && <time dateTime={changed}>{new Date(changed).toLocaleString()}</time>}
        </button>
      )}
      <button type="button" class="btn bare" aria-label={`Rename ${name}`} onClick={() => (isRenaming.value = true)}>
        Rename
      </button>
      <button type="button" class="btn bare" aria-label={`Delete ${name}`} onClick={onDelete}>
        Delete
      </button>
    </li>
  );
}

interface RenameFormProps {
  readonly name: string;
  readonly onDone: (name: string) => void;
  readonly onCancel: () => void;
}

function RenameForm({ name, onDone, onCancel }: RenameFormProps) {
  const input = useRef<HTMLInputElement>(null);
  // Before the next key: what somebody types right after “Rename” belongs to the name.
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  return (
    <form
      class="draft-rename"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(input.current?.value ?? name);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <label>
        <span class="sr-only">Name</span>
        <input ref={input} class="pick" defaultValue={name} maxLength={80} />
      </label>
      <button type="submit" class="btn">
        Keep
      </button>
    </form>
  );
}

function ImportButton({ onText }: { onText: (text: string) => void }) {
  return (
    <label class="btn file">
      Import
      <input
        type="file"
        class="sr-only"
        accept=".json,application/json"
        onChange={async (event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onText(await file.text());
        }}
      />
    </label>
  );
}
