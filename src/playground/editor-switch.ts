/** The text area, and Monaco in its place: by itself where there is room for it, and whenever the reader asks. */
import { buildInputOf } from '../share/workspace.js';
import type { Editor, EditorEvents, EditorState } from './editor.js';
import { element } from './element.js';
import { remember, remembered } from './memory.js';
import type { Playground } from './store.js';
import { TextAreaEditor } from './text-area-editor.js';
import { today } from './today.js';

export interface EditorElements {
  /** Says by `data-editor` which one is shown. */
  readonly root: HTMLElement;
  readonly textArea: HTMLTextAreaElement;
  readonly monaco: HTMLElement;
  readonly toggle: HTMLButtonElement;
  /** Monaco says here how Tab leaves it. */
  readonly hint: HTMLElement;
}

/** They have the same names on every page with such an editor. */
export function editorElements(root: HTMLElement): EditorElements {
  return {
    root,
    textArea: element<HTMLTextAreaElement>('#dockerfile', root),
    monaco: element('#monaco', root),
    toggle: element<HTMLButtonElement>('#editor-choice', root),
    hint: element('#editor-hint', root),
  };
}

const CHOICE = 'plimsoll.editor';

export class EditorSwitch {
  private editor: Editor;

  constructor(
    private readonly playground: Playground,
    private readonly elements: EditorElements,
    private readonly events: EditorEvents,
  ) {
    const { root, textArea, toggle } = elements;
    root.dataset['editor'] = 'text';
    this.editor = this.take(new TextAreaEditor(textArea, events));
    toggle.addEventListener('click', () => this.toggle());
    this.describe();
  }

  get current(): Editor {
    return this.editor;
  }

  get isMonaco(): boolean {
    return this.elements.root.dataset['editor'] === 'monaco';
  }

  /** Monaco comes by itself where there is a mouse, room and a connection that nobody asked to spare. */
  start(): void {
    if (!wantsMonaco()) return;
    const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
    idle(() => void this.showMonaco());
  }

  private toggle(): void {
    remember(CHOICE, this.isMonaco ? 'text' : 'monaco');
    if (!this.isMonaco) void this.showMonaco();
    else {
      this.startTextArea(this.editor.dispose());
      this.describe();
    }
  }

  private async showMonaco(): Promise<void> {
    const { root, monaco, toggle, hint } = this.elements;
    toggle.disabled = true;
    try {
      const { createMonacoEditor } = await import('./monaco-editor.js');
      const state = this.editor.dispose();
      root.dataset['editor'] = 'monaco';
      try {
        const about = () => buildInputOf(this.playground.workspace.value, today());
        this.take(createMonacoEditor(monaco, state, this.events, { hint, about }));
      } catch (error) {
        this.startTextArea(state);
        throw error;
      }
    } catch {
      this.playground.say({
        kind: 'problem',
        text: 'The full editor could not be loaded. The text area goes on working.',
      });
    }
    this.describe();
  }

  private take(next: Editor): Editor {
    this.editor = next;
    this.playground.use(next);
    return next;
  }

  private startTextArea({ text, selection, hasFocus }: EditorState): void {
    const { root, textArea } = this.elements;
    root.dataset['editor'] = 'text';
    textArea.value = text;
    this.take(new TextAreaEditor(textArea, this.events)).select(selection, { focus: hasFocus });
  }

  private describe(): void {
    const { toggle, hint } = this.elements;
    toggle.disabled = false;
    toggle.textContent = this.isMonaco ? 'Plain text area' : 'Full editor';
    if (!this.isMonaco) hint.textContent = '';
  }
}

function wantsMonaco(): boolean {
  const choice = remembered(CHOICE);
  if (choice) return choice === 'monaco';
  const connection = (navigator as { connection?: { saveData?: boolean } }).connection;
  return matchMedia('(pointer: fine) and (min-width: 50rem)').matches && !connection?.saveData;
}
