/** Starts the playground on the page that the site built: editor, worker, drafts, views, and the way in from a link. */
import { signal } from '@preact/signals';
import { type ComponentChildren, render } from 'preact';
import { workspaceOf } from '../share/workspace.js';
import { Dialogs } from './dialogs.js';
import { BROWSER_STORAGE, DraftStore, newId } from './draft-store.js';
import { Drafts } from './drafts.js';
import type { EditorEvents } from './editor.js';
import { EditorSwitch, editorElements } from './editor-switch.js';
import { element } from './element.js';
import { FindingCount, Findings } from './findings.js';
import { connectDrop, takeFolder } from './folder-drop.js';
import { Links } from './links.js';
import { NoticeLine } from './notice-line.js';
import { BuildPanel } from './panels/build-panel.js';
import { FIRST_CHOICE } from './panels/change-choice.js';
import { ExplainPanel } from './panels/explain-panel.js';
import { FixedPanel } from './panels/fixed-panel.js';
import { Gauge } from './panels/gauge.js';
import { ImagePanel } from './panels/image-panel.js';
import { ProcessPanel } from './panels/process-panel.js';
import { RebuildPanel } from './panels/rebuild-panel.js';
import { FIRST_PROCESS_CHOICE } from './panels/stop-words.js';
import { Bar, Foot, PreviewDialog, Title } from './playground.js';
import { Playground } from './store.js';
import { connectTabs, type Panel, Views } from './views.js';

const root = element('#playground');
const textArea = element<HTMLTextAreaElement>('#dockerfile');
const sample = workspaceOf(textArea.defaultValue);
const playground: Playground = new Playground((workspace) => drafts.change(workspace));
const views = new Views();
const dialogs = new Dialogs();

const events: EditorEvents = {
  onChange(text) {
    if (location.hash) history.replaceState(null, '', location.pathname + location.search);
    playground.changed(text);
  },
  onCursor: (offset) => {
    playground.cursor.value = offset;
  },
  onQuickFix(finding, fix) {
    const chosen = finding.fixes[fix];
    playground.select(finding);
    if (chosen) playground.fixing.previewFix(chosen);
  },
  onStep: (step) => playground.step(step),
};

const editors = new EditorSwitch(playground, editorElements(root), events);

const OPEN_DRAFT = 'plimsoll.open-draft';

const drafts = new Drafts(
  new DraftStore(BROWSER_STORAGE, () => new Date().toISOString(), newId),
  {
    read: () => fromSession(),
    write: (id) => toSession(id),
  },
  playground,
  sample,
);

function fromSession(): string | undefined {
  try {
    return sessionStorage.getItem(OPEN_DRAFT) ?? undefined;
  } catch {
    return undefined;
  }
}

function toSession(id: string): void {
  try {
    sessionStorage.setItem(OPEN_DRAFT, id);
  } catch {
    // A reload opens the draft that was changed last.
  }
}

const links = new Links(playground, drafts, views);

/** A panel is drawn while it is in sight. */
function Shown({ panel, children }: { panel: Panel; children: ComponentChildren }) {
  return views.panel.value === panel ? children : null;
}

function connectPanels(): void {
  const change = signal(FIRST_CHOICE);
  const circumstances = signal(FIRST_PROCESS_CHOICE);
  const panels: Readonly<Record<Panel, ComponentChildren>> = {
    findings: <Findings playground={playground} onShow={showPlace} isWhole />,
    image: <ImagePanel playground={playground} onGo={goTo} />,
    rebuild: <RebuildPanel playground={playground} choice={change} onGo={goTo} />,
    process: <ProcessPanel playground={playground} choice={circumstances} />,
    explain: <ExplainPanel playground={playground} onGo={goTo} />,
    fixed: <FixedPanel playground={playground} />,
    build: <BuildPanel playground={playground} onFolder={(folder) => takeFolder(playground, drafts, folder)} />,
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
  if (finding) editors.current.select(finding.at, { focus: true });
}

document.addEventListener('keydown', (event) => {
  if (event.key !== 'F8' || event.defaultPrevented) return;
  event.preventDefault();
  playground.step(event.shiftKey ? -1 : 1);
});

render(<Title playground={playground} drafts={drafts} onOpen={() => dialogs.open('drafts')} />, element('#draft'));
render(
  <Bar
    playground={playground}
    onShare={() => void links.share()}
    onRules={() => dialogs.open('rules')}
    onExport={() => dialogs.open('export')}
  />,
  element('#bar'),
);
render(<NoticeLine speaker={playground} />, element('#notice'));
render(<Gauge playground={playground} />, element('#gauge'));
render(<FindingCount playground={playground} />, element('#finding-count'));
connectPanels();
render(<Foot playground={playground} drafts={drafts} />, element('#foot'));
render(
  <>
    <PreviewDialog playground={playground} />
    {dialogs.draw({ playground, drafts, links })}
  </>,
  element('#dialog'),
);
connectDrop(root, playground, drafts);
void links.open();
addEventListener('hashchange', () => void links.open());
addEventListener('pagehide', () => drafts.flush());
document.addEventListener('visibilitychange', () => drafts.flush());
window.addEventListener('storage', ({ key }) => drafts.storageChanged(key));
editors.start();
