/** The findings as a report to take away, and the Dockerfile with them. */
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { shownDockerfile } from '../share/workspace.js';
import { copyText } from './clipboard.js';
import { download } from './download.js';
import { Choose } from './panels/controls.js';
import type { ReportFormat } from './protocol.js';
import { REPORT_CHOICES, REPORT_FILES, reportCaution } from './report-formats.js';
import type { Playground } from './store.js';

interface ExportDialogProps {
  readonly playground: Playground;
  readonly onClose: () => void;
}

export function ExportDialog({ playground, onClose }: ExportDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const format = useSignal<ReportFormat>('markdown');
  const report = useSignal<string | undefined>(undefined);
  const said = useSignal('');
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const { title, use, name, mediaType } = REPORT_FILES[format.value];
  useEffect(() => {
    let isStale = false;
    report.value = undefined;
    said.value = '';
    playground.ask.report(format.value).then(
      (text) => {
        if (!isStale) report.value = text;
      },
      () => {
        if (!isStale) said.value = 'The report could not be made. Try again with a connection.';
      },
    );
    return () => {
      isStale = true;
    };
  }, [format.value]);
  const text = report.value;
  const caution = text === undefined ? undefined : reportCaution(format.value, text);
  const copy = async () => {
    if (await copyText(text ?? '')) {
      said.value = `${title} copied.`;
      return;
    }
    area.current?.focus();
    area.current?.select();
    said.value = 'This browser does not let a page copy. The text is selected: copy it with the keyboard.';
  };
  return (
    <dialog ref={dialog} class="preview export-dialog" aria-labelledby="export-title" onClose={onClose}>
      <h2 id="export-title">Export</h2>
      <Choose
        legend="Format"
        options={REPORT_CHOICES}
        value={format.value}
        onChoose={(value) => (format.value = value)}
      />
      <p class="muted">{use}</p>
      <textarea
        ref={area}
        class="text-field export-text"
        rows={14}
        readOnly
        spellcheck={false}
        aria-label={`The report as ${title}`}
        aria-busy={text === undefined}
        value={text ?? ''}
      />
      {caution && <p class="muted">{caution}</p>}
      <p class="export-said" role="status">
        {said.value}
      </p>
      <div class="f-acts">
        <button type="button" class="btn act" disabled={text === undefined} onClick={() => void copy()}>
          Copy
        </button>
        <button
          type="button"
          class="btn"
          disabled={text === undefined}
          onClick={() => text !== undefined && download(name, text, mediaType)}
        >
          Download {name}
        </button>
        <Dockerfiles playground={playground} onSay={(sentence) => (said.value = sentence)} />
        <button type="button" class="btn" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
    </dialog>
  );
}

/** Browsers add an ending to a name that has none, unless they know nothing of what is inside. */
const NO_ENDING = 'application/octet-stream';

/** The Dockerfile as it is, and as all safe fixes leave it. */
function Dockerfiles({ playground, onSay }: { playground: Playground; onSay: (sentence: string) => void }) {
  const name = shownDockerfile(playground.workspace.value).path.split('/').at(-1) || 'Dockerfile';
  const fixed = async () => {
    const answer = await playground.ask.fixed();
    if (!answer) return onSay('The fixes could not be made.');
    download(name, answer.text, NO_ENDING);
    onSay(answer.applied === 1 ? 'One safe fix is in the file.' : `${answer.applied} safe fixes are in the file.`);
  };
  return (
    <>
      <button type="button" class="btn" onClick={() => download(name, playground.text.value, NO_ENDING)}>
        Download Dockerfile
      </button>
      <button type="button" class="btn" disabled={playground.safeFixes.value === 0} onClick={() => void fixed()}>
        Download fixed Dockerfile
      </button>
    </>
  );
}
