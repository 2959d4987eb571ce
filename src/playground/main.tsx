/** Starts the playground on the page that the site built: editor, worker, views, and the way in from a link. */
import { signal } from '@preact/signals';
import { type ComponentChildren, render } from 'preact';
import type { Finding } from '../engine/finding.js';
import { loadDraft } from './draft.js';
import type { Editor, EditorEvents, EditorState } from './editor.js';
import { exampleText } from './examples.js';
import { FindingCount, Findings } from './findings.js';
import { Links } from './links.js';
import { FIRST_CHOICE } from './panels/change-choice.js';
import { Gauge } from './panels/gauge.js';
import { ImagePanel } from './panels/image-panel.js';
import { ProcessPanel } from './panels/process-panel.js';
import { RebuildPanel } from './panels/rebuild-panel.js';
import { FIRST_PROCESS_CHOICE } from './panels/stop-words.js';
import { Bar, Foot, NoticeLine, PreviewDialog } from './playground.js';
import { Playground } from './store.js';
import { TextAreaEditor } from './text-area-editor.js';
import { connectTabs, type Panel, Views } from './views.js';

function element<Kind extends HTMLElement>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
}

const textArea = element<HTMLTextAreaElement>('#dockerfile');
const root = element('#playground');
const playground = new Playground();
const links = new Links(playground, textArea.defaultValue);
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

const views = new Views();

/** A panel is drawn while it is in sight. */
function Shown({ panel, children }: { panel: Panel; children: ComponentChildren }) {
  return views.panel.value === panel ? children : null;
}

function connectPanels(): void {
  const change = signal(FIRST_CHOICE);
  const circumstances = signal(FIRST_PROCESS_CHOICE);
  const panels: Readonly<Record<Panel, ComponentChildren>> = {
    findings: <Findings playground={playground} onShow={showPlace} />,
    image: <ImagePanel playground={playground} onGo={goTo} />,
    rebuild: <RebuildPanel playground={playground} choice={change} onGo={goTo} />,
    process: <ProcessPanel playground={playground} choice={circumstances} />,
  };
  for (const [name, children] of Object.entries(panels)) {
    const host = element(`#panel-${name}`);
    host.replaceChildren();
    render(<Shown panel={name as Panel}>{children}</Shown>, host);
  }
  connectTabs(root, views);
}

/** The instruction that begins at a line, with the cursor in it. */
function goTo(line: number): void {
  views.show('edit');
  playground.places.goTo(line);
}

/** On a phone, where text and findings take turns: the place of the open finding. */
function showPlace(): void {
  views.show('edit');
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
render(<Bar playground={playground} onShare={() => void links.share()} />, element('#bar'));
render(<NoticeLine playground={playground} />, element('#notice'));
render(<Gauge playground={playground} />, element('#gauge'));
render(<FindingCount playground={playground} />, element('#finding-count'));
connectPanels();
render(<Foot playground={playground} />, element('#foot'));
render(<PreviewDialog playground={playground} />, element('#dialog'));
connectExamples();
describeEditor();
playground.check();
links.offerBack();
void links.open();
addEventListener('hashchange', () => void links.open());
if (wantsMonaco()) {
  const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
  idle(() => void showMonaco());
}
