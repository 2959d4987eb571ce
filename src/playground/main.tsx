/** Starts the playground on the page that the site built: editor, worker, views, and the way in from a link. */
import { render } from 'preact';
import type { Finding } from '../engine/finding.js';
import { decodeShare, encodeShare, type SharedStateProblem } from '../share/link.js';
import { forgetBeforeLink, keepBeforeLink, loadBeforeLink, loadDraft } from './draft.js';
import type { Editor, EditorEvents, EditorState } from './editor.js';
import { exampleText } from './examples.js';
import { Bar, FindingCount, Findings, Foot, NoticeLine, PreviewDialog } from './playground.js';
import { Playground } from './store.js';
import { TextAreaEditor } from './text-area-editor.js';

function element<Kind extends HTMLElement>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
}

const textArea = element<HTMLTextAreaElement>('#dockerfile');
const root = element('#playground');
const playground = new Playground();
let editor: Editor;

const events: EditorEvents = {
  onChange(text) {
    if (location.hash) history.replaceState(null, '', location.pathname + location.search);
    playground.changed(text);
  },
  onCursor: (offset) => {
    playground.cursor.value = offset;
  },
  onQuickFix(finding: Finding, fix: number) {
    const chosen = finding.fixes[fix];
    playground.select(finding);
    if (chosen) playground.previewFix(chosen);
  },
};

const PROBLEMS: Readonly<Record<SharedStateProblem, string>> = {
  'unknown-version':
    'This link comes from a newer version of Plimsoll, which this page does not read yet. Your own text is unchanged.',
  damaged: 'This link is damaged or cut off, so it could not be opened. Ask for it again. Your own text is unchanged.',
  'too-large': 'This link unpacks to more than 2 MiB, so it was not opened. Your own text is unchanged.',
};

/** What the editor begins with: the link's text, the kept draft, or the sample that the page brings. */
async function openLink(): Promise<void> {
  const shared = await decodeShare(location.hash);
  if (shared === undefined) return;
  if (typeof shared === 'string') {
    playground.say({ kind: 'problem', text: PROBLEMS[shared] });
    return;
  }
  const before = playground.text.value;
  playground.configuration.value = shared.configuration;
  if (shared.text === before) return playground.check();
  const { hash } = location;
  playground.replaceText(shared.text);
  history.replaceState(null, '', hash);
  if (before === textArea.defaultValue) return playground.say({ kind: 'plain', text: 'Opened from a link.' });
  keepBeforeLink({ text: before });
  offerBack('Opened from a link. The text you had here is kept.', before);
}

/** Offers what stood here before a link was opened, now or after a reload. */
function offerBack(sentence: string, before: string): void {
  playground.say({
    kind: 'plain',
    text: sentence,
    action: {
      label: 'Bring it back',
      run: () => {
        playground.replaceText(before);
        playground.closeNotice();
      },
    },
    onClose: forgetBeforeLink,
  });
}

async function share(): Promise<void> {
  const fragment = await encodeShare({ text: playground.text.value, configuration: playground.configuration.value });
  history.replaceState(null, '', fragment);
  const address = location.href;
  const size = address.length < 1024 ? `${address.length} bytes` : `${(address.length / 1024).toFixed(1)} KB`;
  try {
    await navigator.clipboard.writeText(address);
    playground.say({
      kind: 'plain',
      text: `Link copied (${size}). It holds the Dockerfile itself; nothing was uploaded.`,
    });
  } catch {
    playground.say({ kind: 'plain', text: `The link (${size}) holds the Dockerfile itself. Copy it:`, copy: address });
  }
}

function connectExamples(): void {
  const menu = element<HTMLSelectElement>('#examples');
  menu.addEventListener('change', async () => {
    const text = await exampleText(menu.value);
    const title = menu.selectedOptions[0]?.textContent ?? '';
    menu.value = '';
    if (text === undefined) return;
    playground.replaceText(text);
    playground.say({
      kind: 'plain',
      text: `Example: ${title.trim()}.`,
      action: { label: 'Undo', run: () => playground.undo() },
    });
  });
}

const EDITOR_CHOICE = 'plimsoll.editor';

function storedChoice(): string | null {
  try {
    return localStorage.getItem(EDITOR_CHOICE);
  } catch {
    return null;
  }
}

/** Monaco comes by itself where there is a mouse, room and a connection that nobody asked to spare. */
function wantsMonaco(): boolean {
  const choice = storedChoice();
  if (choice) return choice === 'monaco';
  const connection = (navigator as { connection?: { saveData?: boolean } }).connection;
  return matchMedia('(pointer: fine) and (min-width: 50rem)').matches && !connection?.saveData;
}

const host = element('#monaco');
const toggle = element<HTMLButtonElement>('#editor-choice');
const hint = element('#editor-hint');

async function showMonaco(): Promise<void> {
  toggle.disabled = true;
  try {
    const { createMonacoEditor } = await import('./monaco-editor.js');
    const state = editor.dispose();
    root.dataset['editor'] = 'monaco';
    try {
      take(createMonacoEditor(host, state, events));
    } catch (error) {
      startTextArea(state);
      throw error;
    }
  } catch {
    playground.say({ kind: 'problem', text: 'The full editor could not be loaded. The text area goes on working.' });
  }
  describeEditor();
}

function take(next: Editor): void {
  editor = next;
  playground.use(next);
}

function showTextArea(): void {
  startTextArea(editor.dispose());
  describeEditor();
}

function startTextArea({ text, selection, hasFocus }: EditorState): void {
  root.dataset['editor'] = 'text';
  textArea.value = text;
  take(new TextAreaEditor(textArea, events));
  editor.select(selection, { focus: hasFocus });
}

function describeEditor(): void {
  const isMonaco = root.dataset['editor'] === 'monaco';
  toggle.disabled = false;
  toggle.textContent = isMonaco ? 'Plain text area' : 'Full editor';
  const key = /Mac/.test(navigator.userAgent) ? 'Ctrl+Shift+M' : 'Ctrl+M';
  hint.textContent = isMonaco ? `Tab indents; ${key} lets it leave the editor` : '';
}

toggle.addEventListener('click', () => {
  const next = root.dataset['editor'] === 'monaco' ? 'text' : 'monaco';
  try {
    localStorage.setItem(EDITOR_CHOICE, next);
  } catch {
    // Without storage the choice holds for this visit.
  }
  if (next === 'monaco') void showMonaco();
  else showTextArea();
});

function connectViews(): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-view]'))
    button.addEventListener('click', () => showView(button.dataset['view'] ?? 'edit'));
  showView('edit');
}

function showView(view: string): void {
  root.dataset['shown'] = view;
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-view]'))
    button.setAttribute('aria-pressed', String(button.dataset['view'] === view));
}

/** On a phone, where text and findings take turns: the place of the open finding. */
function showPlace(): void {
  showView('edit');
  const finding = playground.selected.value;
  if (finding) editor.select(finding.at, { focus: true });
}

document.addEventListener('keydown', (event) => {
  if (event.key !== 'F8' || root.dataset['editor'] === 'monaco') return;
  event.preventDefault();
  playground.step(event.shiftKey ? -1 : 1);
});

const draft = loadDraft();
if (draft) textArea.value = draft.text;
root.dataset['editor'] = 'text';
playground.text.value = textArea.value;
take(new TextAreaEditor(textArea, events));
render(<Bar playground={playground} onShare={() => void share()} />, element('#bar'));
render(<NoticeLine playground={playground} />, element('#notice'));
element('#findings').replaceChildren();
render(<Findings playground={playground} onShow={showPlace} />, element('#findings'));
for (const count of document.querySelectorAll('[data-count]')) render(<FindingCount playground={playground} />, count);
render(<Foot playground={playground} />, element('#foot'));
render(<PreviewDialog playground={playground} />, element('#dialog'));
connectExamples();
connectViews();
describeEditor();
playground.check();
const beforeLink = loadBeforeLink();
if (beforeLink && beforeLink.text !== textArea.value)
  offerBack('The text that you had before you opened a link is still kept.', beforeLink.text);
void openLink();
addEventListener('hashchange', () => void openLink());
if (wantsMonaco()) {
  const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
  idle(() => void showMonaco());
}
