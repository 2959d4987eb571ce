/** The playground's views around the editor: bar, notice, foot, and the dialog that shows a change. */
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Price } from '../engine/prices.js';
import { withShown } from './build-changes.js';
import type { Drafts } from './drafts.js';
import { FixDiff } from './fix-diff.js';
import type { Preview } from './fixing.js';
import { savingWords } from './saving-words.js';
import type { Playground } from './store.js';

export interface ViewProps {
  readonly playground: Playground;
}

export interface BarProps extends ViewProps {
  readonly onShare: () => void;
  readonly onRules: () => void;
  readonly onExport: () => void;
}

/** Behind the link to the examples, which the page brings. */
export function Bar({ playground, onShare, onRules, onExport }: BarProps) {
  const { configuration, safeFixes } = playground;
  const { preset, rules } = configuration.value;
  const own = Object.keys(rules).length;
  return (
    <>
      <button type="button" class="btn" onClick={onRules}>
        Rules: {preset}
        {own > 0 && ` and ${own} of your own`}
      </button>
      <span class="spring" />
      <button type="button" class="btn" onClick={onShare}>
        Share
      </button>
      <button type="button" class="btn" onClick={onExport}>
        Export
      </button>
      <button
        type="button"
        class="btn act"
        disabled={safeFixes.value === 0}
        onClick={() => void playground.fixing.previewAll(undefined)}
      >
        Fix all safe{safeFixes.value > 0 && <span> ({safeFixes})</span>}
      </button>
    </>
  );
}

/** The open draft, and which of several Dockerfiles is shown, above the editor. */
export function Title({ playground, drafts, onOpen }: ViewProps & { drafts: Drafts; onOpen: () => void }) {
  const workspace = playground.workspace.value;
  const { dockerfiles, shown } = workspace;
  return (
    <>
      {dockerfiles.length > 1 && (
        <select
          class="pick"
          aria-label="Shown Dockerfile"
          value={String(shown)}
          onChange={(event) => playground.change(withShown(workspace, Number(event.currentTarget.value)))}
        >
          {dockerfiles.map(({ path }, index) => (
            <option value={String(index)}>{path}</option>
          ))}
        </select>
      )}
      <button type="button" class="btn bare" onClick={onOpen}>
        <span class="sr-only">Drafts: </span>
        {drafts.current.value.name} <span aria-hidden="true">▾</span>
      </button>
    </>
  );
}

export function Foot({ playground, drafts }: ViewProps & { drafts: Drafts }) {
  const { lines, cursor, milliseconds } = playground;
  const { line, column } = lines.value.positionAt(cursor.value);
  return (
    <>
      <span>
        Line {line}, column {column}
      </span>
      {milliseconds.value !== undefined && (
        <span>Checked here, in {Math.max(1, Math.round(milliseconds.value))} ms</span>
      )}
      <span>
        {drafts.isKept.value ? 'Kept in this browser' : 'Not kept: this browser allows no storage, or has none left'}
      </span>
    </>
  );
}

/** Shows a change before it is taken. */
export function PreviewDialog({ playground }: ViewProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const preview = playground.fixing.preview.value;
  useLayoutEffect(() => {
    if (preview) dialog.current?.showModal();
    else dialog.current?.close();
  }, [preview]);
  // Closed first: while a dialog is open, the editor behind it takes no focus and no edit.
  const take = () => {
    dialog.current?.close();
    playground.fixing.takePreview();
  };
  return (
    <dialog
      ref={dialog}
      class="preview"
      aria-labelledby="preview-title"
      onClose={() => (playground.fixing.preview.value = undefined)}
    >
      {preview && (
        <>
          <h2 id="preview-title">{preview.title}</h2>
          <p>{preview.before === preview.after ? 'This changes nothing.' : preview.note}</p>
          {preview.more && <More {...preview.more} onClose={() => dialog.current?.close()} />}
          <Saving playground={playground} text={preview.after} />
          <FixDiff before={preview.before} after={preview.after} label="What changes" />
          <div class="f-acts">
            <button type="button" class="btn act" disabled={preview.before === preview.after} onClick={take}>
              Apply
            </button>
            <button type="button" class="btn" onClick={() => dialog.current?.close()}>
              Cancel
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}

/** What the change saves, as soon as it is known. */
function Saving({ playground, text }: ViewProps & { text: string }) {
  const price = useSignal<Price | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    void playground.ask.priceOver(text).then((answer) => {
      if (isWanted) price.value = answer;
    });
    return () => {
      isWanted = false;
    };
  }, [playground, price, text]);
  const words = price.value && savingWords(price.value, playground.prediction.value?.sourceFile?.path);
  return words ? <p role="status">Predicted: {words}.</p> : null;
}

function More({ text, label, run, onClose }: NonNullable<Preview['more']> & { onClose: () => void }) {
  const go = () => {
    onClose();
    run();
  };
  return (
    <p>
      {text}{' '}
      <button type="button" class="btn" onClick={go}>
        {label}
      </button>
    </p>
  );
}
