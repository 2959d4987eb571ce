/** The playground's views around the editor: bar, notice, foot, and the dialog that shows a change. */
import { useEffect, useRef } from 'preact/hooks';
import { PRESETS, type Preset } from '../config/configuration.js';
import { FixDiff } from './fix-diff.js';
import type { Playground } from './store.js';

export interface ViewProps {
  readonly playground: Playground;
}

export interface BarProps extends ViewProps {
  readonly onShare: () => void;
}

/** Behind the examples menu, which the page brings. */
export function Bar({ playground, onShare }: BarProps) {
  const { configuration, safeFixes } = playground;
  const setPreset = (preset: Preset) => playground.configure({ ...configuration.value, preset });
  return (
    <>
      <label class="pick-label">
        <span class="sr-only">Rules</span>
        <select
          class="pick"
          value={configuration.value.preset}
          onChange={(event) => setPreset(event.currentTarget.value as Preset)}
        >
          {PRESETS.map((preset) => (
            <option value={preset}>Rules: {preset}</option>
          ))}
        </select>
      </label>
      <span class="spring" />
      <button type="button" class="btn" onClick={onShare}>
        Share
      </button>
      <button
        type="button"
        class="btn act"
        disabled={safeFixes.value === 0}
        onClick={() => void playground.previewAll(undefined)}
      >
        Fix all safe{safeFixes.value > 0 && <span> ({safeFixes})</span>}
      </button>
    </>
  );
}

export function NoticeLine({ playground }: ViewProps) {
  const notice = playground.notice.value;
  return (
    <div class="notice-slot" role="status">
      {notice && (
        <p class={`notice ${notice.kind}`}>
          <span>{notice.text}</span>
          {notice.copy !== undefined && (
            <input readOnly value={notice.copy} aria-label="Link" onFocus={(event) => event.currentTarget.select()} />
          )}
          {notice.action && (
            <button type="button" class="btn" onClick={notice.action.run}>
              {notice.action.label}
            </button>
          )}
          <button type="button" class="btn bare" onClick={() => playground.closeNotice()}>
            Close
          </button>
        </p>
      )}
    </div>
  );
}

export function Foot({ playground }: ViewProps) {
  const { lines, cursor, milliseconds, isSaved } = playground;
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
        {isSaved.value ? 'Kept in this browser' : 'Not kept: this browser allows no storage, or has none left'}
      </span>
    </>
  );
}

/** Shows a change before it is taken. */
export function PreviewDialog({ playground }: ViewProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const preview = playground.preview.value;
  useEffect(() => {
    if (preview) dialog.current?.showModal();
    else dialog.current?.close();
  }, [preview]);
  // Closed first: while a dialog is open, the editor behind it takes no focus and no edit.
  const take = () => {
    dialog.current?.close();
    playground.takePreview();
  };
  return (
    <dialog
      ref={dialog}
      class="preview"
      aria-labelledby="preview-title"
      onClose={() => (playground.preview.value = undefined)}
    >
      {preview && (
        <>
          <h2 id="preview-title">{preview.title}</h2>
          <p>{preview.before === preview.after ? 'This changes nothing.' : preview.note}</p>
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
