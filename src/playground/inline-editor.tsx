/** A small editor in place of an example: the text area, its findings and their fixes. Fetched at the first click. */
import { render } from 'preact';
import { decodeShare, encodeShare } from '../share/link.js';
import { shownDockerfile, type Workspace } from '../share/workspace.js';
import styles from '../site/styles/inline-editor.css?inline';
import { Findings } from './findings.js';
import { NoticeLine } from './notice-line.js';
import { PreviewDialog } from './playground.js';
import { Playground } from './store.js';
import { TextAreaEditor } from './text-area-editor.js';

/** Puts an editor with live findings in place of the code of a pane; the text is in the pane's link to the playground. */
export async function editInPlace(pane: HTMLElement): Promise<void> {
  const link = pane.querySelector<HTMLAnchorElement>('[data-playground]');
  const code = pane.querySelector('[data-code]');
  const findings = pane.querySelector('[data-findings]');
  const shared = link && (await decodeShare(link.hash));
  if (!link || !code || !findings || !shared || typeof shared !== 'object' || 'profile' in shared) return;
  const { text } = shownDockerfile(shared);
  const name = code.querySelector('[aria-label]')?.getAttribute('aria-label') ?? 'Dockerfile';
  addStyles();
  // Nothing of a guide is kept: a reload brings the example back.
  const playground = new Playground(() => {});
  if (pane.hasAttribute('data-shellcheck')) playground.scripts.isOn.value = true;
  const { frame, textArea } = makeTextArea(text, name);
  code.replaceChildren(frame);
  const editor = new TextAreaEditor(textArea, {
    onChange(changed) {
      playground.changed(changed);
      void updateLink(link, playground.workspace.value);
    },
    onCursor: (offset) => {
      playground.cursor.value = offset;
    },
  });
  playground.use(editor);
  findings.replaceChildren();
  pane.querySelector('[data-note]')?.remove(); // It counts the findings of the text that stood here.
  render(
    <div class="inline-findings">
      <p class="inline-acts">
        <button type="button" class="btn bare" onClick={() => playground.replaceText(text)}>
          Reset<span class="sr-only">: {name}</span>
        </button>
      </p>
      <NoticeLine speaker={playground} />
      <Findings playground={playground} />
      <PreviewDialog playground={playground} />
    </div>,
    findings,
  );
  playground.open(shared);
  editor.focus();
}

const STYLES = 'inline-editor-styles';

/** The styles come with the editor: a page that imported them would load them for readers who edit nothing. */
function addStyles(): void {
  if (document.getElementById(STYLES)) return;
  const element = document.createElement('style');
  element.id = STYLES;
  element.textContent = styles;
  document.head.append(element);
}

function makeTextArea(text: string, name: string): { frame: HTMLElement; textArea: HTMLTextAreaElement } {
  const frame = document.createElement('div');
  const textArea = document.createElement('textarea');
  Object.assign(textArea, { value: text, spellcheck: false, autocapitalize: 'off', autocomplete: 'off' });
  textArea.setAttribute('aria-label', name);
  frame.className = 'ta-frame';
  frame.append(textArea);
  return { frame, textArea };
}

async function updateLink(link: HTMLAnchorElement, workspace: Workspace): Promise<void> {
  link.hash = await encodeShare(workspace);
}
