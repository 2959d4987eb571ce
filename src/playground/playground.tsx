/** The playground's views beside the editor: bar, notice, findings, foot, and the dialog that shows a change. */
import { useEffect, useRef } from 'preact/hooks';
import { PRESETS, type Preset } from '../config/configuration.js';
import type { Finding } from '../engine/finding.js';
import { SEVERITIES, type Severity } from '../rules/rule.js';
import { FindingList } from './finding-list.js';
import { FixDiff } from './fix-diff.js';
import { SeverityShape } from './parts.js';
import type { Playground } from './store.js';

interface ViewProps {
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

export interface FindingsProps extends ViewProps {
  /** Brings the editor into sight, where it and the findings take turns. */
  readonly onShow?: () => void;
}

export function Findings({ playground, onShow }: FindingsProps) {
  const { findings, checkedText, lines, selected, milliseconds, ignored, text } = playground;
  if (text.value.trim() === '') return <p class="nothing">Paste a Dockerfile. It is checked while you type.</p>;
  return (
    <>
      <Summary findings={findings.value} />
      {milliseconds.value !== undefined && findings.value.length === 0 && (
        <p class="nothing">
          Nothing found.
          {ignored.value > 0 && ` ${ignored.value} ignored by comments in the file.`}
        </p>
      )}
      <FindingList
        findings={findings.value}
        text={checkedText.value}
        lines={lines.value}
        selected={selected.value}
        onSelect={(finding) => playground.select(finding)}
        onFix={(_, fix) => playground.apply(fix)}
        onFixRule={(finding) => void playground.previewAll(finding.rule)}
        onShow={onShow}
      />
      {findings.value.length > 0 && ignored.value > 0 && (
        <p class="nothing">{ignored} more ignored by comments in the file.</p>
      )}
      <Announcement findings={findings.value} />
    </>
  );
}

function countsOf(findings: readonly Finding[]) {
  return SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
}

function countInWords(count: number, severity: Severity): string {
  const hasPlural = severity === 'error' || severity === 'warning';
  return `${count} ${severity}${hasPlural && count !== 1 ? 's' : ''}`;
}

/** The number of findings, behind a heading or a button. */
export function FindingCount({ playground }: ViewProps) {
  return playground.text.value.trim() === '' ? null : <span>{playground.findings.value.length}</span>;
}

function Summary({ findings }: { findings: readonly Finding[] }) {
  return (
    <div class="sum">
      {countsOf(findings).map(({ severity, count }) => (
        <SeverityShape severity={severity}>{countInWords(count, severity)}</SeverityShape>
      ))}
    </div>
  );
}

const QUIET_MILLISECONDS = 900;

/** Tells a screen reader the count, once typing has stopped. */
function Announcement({ findings }: { findings: readonly Finding[] }) {
  const element = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const counts = countsOf(findings).map(({ severity, count }) => countInWords(count, severity));
    const timer = setTimeout(() => {
      if (element.current)
        element.current.textContent = counts.length > 0 ? `Findings: ${counts.join(', ')}` : 'Nothing found';
    }, QUIET_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [findings]);
  return <p class="sr-only" role="status" ref={element} />;
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
