/**
 * The text area over a highlighted layer. The text area is the one that people and assistive technology use; the layer
 * below shows the same text with colours, line numbers and underlines, and is hidden from assistive technology.
 */

import { applyEdits } from '../engine/apply-edits.js';
import type { Finding } from '../engine/finding.js';
import type { Span } from '../model/span.js';
import type { Edit } from '../rules/rule.js';
import { worse } from '../site/severity.js';
import { type Editor, type EditorEvents, type EditorState, editBetween } from './editor.js';
import { highlightLines, type Token } from './highlight.js';

/** A text with more lines is shown without colours: it stays quick to type in. */
const MOST_COLOURED_LINES = 2000;

interface Piece {
  readonly text: string;
  readonly classes: string;
}

export class TextAreaEditor implements Editor {
  private readonly layer = document.createElement('pre');
  private readonly lineElements: HTMLElement[] = [];
  private readonly lineKeys: string[] = [];
  private findings: readonly Finding[] = [];
  private markedText = '';
  private readonly abort = new AbortController();

  /** `textArea` is in the page already, inside an element of its own, which becomes the frame. */
  constructor(
    private readonly textArea: HTMLTextAreaElement,
    private readonly events: EditorEvents,
  ) {
    const { signal } = this.abort;
    this.layer.className = 'code ta-layer';
    this.layer.setAttribute('aria-hidden', 'true');
    textArea.classList.add('ta-input');
    textArea.parentElement?.classList.add('ta');
    textArea.before(this.layer);
    textArea.addEventListener('input', () => this.changed(), { signal });
    document.addEventListener('selectionchange', () => this.cursorMoved(), { signal });
    this.draw();
  }

  get state(): EditorState {
    const { value, selectionStart, selectionEnd } = this.textArea;
    return {
      text: value,
      selection: { start: selectionStart, end: selectionEnd },
      hasFocus: document.activeElement === this.textArea,
    };
  }

  private changed(): void {
    this.draw();
    this.events.onChange(this.textArea.value);
  }

  private cursorMoved(): void {
    if (document.activeElement === this.textArea) this.events.onCursor(this.textArea.selectionStart);
  }

  apply(edits: readonly Edit[]): void {
    const { text } = this.state;
    const edit = editBetween(text, applyEdits(text, edits));
    this.textArea.focus({ preventScroll: true });
    this.textArea.setSelectionRange(edit.start, edit.end);
    // The only way to change a text area that leaves its own undo in order. Deprecated, and without a successor.
    const isDone = document.execCommand(edit.text === '' ? 'delete' : 'insertText', false, edit.text);
    if (isDone && this.textArea.value === applyEdits(text, [edit])) return;
    this.textArea.value = applyEdits(text, [edit]);
    this.changed();
  }

  undo(): void {
    this.textArea.focus();
    document.execCommand('undo');
  }

  redo(): void {
    this.textArea.focus();
    document.execCommand('redo');
  }

  mark(findings: readonly Finding[], text: string): void {
    this.findings = findings;
    this.markedText = text;
    this.draw();
  }

  select(place: Span, { focus }: { readonly focus: boolean }): void {
    if (focus) this.textArea.focus({ preventScroll: true });
    this.textArea.setSelectionRange(place.start, place.end);
    const line = this.textArea.value.slice(0, place.start).split('\n').length - 1;
    this.lineElements[line]?.scrollIntoView({ block: 'nearest' });
  }

  focus(): void {
    this.textArea.focus();
  }

  dispose(): EditorState {
    const { state } = this;
    this.abort.abort();
    this.layer.remove();
    this.textArea.classList.remove('ta-input');
    return state;
  }

  /** Draws the lines that differ from what is drawn. */
  private draw(): void {
    const text = this.textArea.value;
    const lines = text.split('\n');
    const tokens = lines.length > MOST_COLOURED_LINES ? [] : highlightLines(lines);
    const marks = this.markedText === text ? this.findings : [];
    let offset = 0;
    for (const [index, line] of lines.entries()) {
      const end = offset + line.length;
      const here = marks.filter(({ at }) => at.start <= end && at.end >= offset);
      const pieces = cutLine(line, tokens[index] ?? [], here, offset);
      this.drawLine(index, pieces);
      offset = end + 1;
    }
    for (const extra of this.lineElements.splice(lines.length)) extra.remove();
    this.lineKeys.length = lines.length;
    this.textArea.style.setProperty('--ta-digits', String(String(lines.length).length));
  }

  private drawLine(index: number, pieces: readonly Piece[]): void {
    const key = pieces.map((piece) => `${piece.classes}\u0001${piece.text}`).join('\u0002');
    if (this.lineKeys[index] === key) return;
    this.lineKeys[index] = key;
    const element = this.lineElements[index] ?? this.addLine(index);
    element.replaceChildren(
      ...pieces.map(({ text, classes }) => {
        if (!classes) return text;
        const span = document.createElement('span');
        span.className = classes;
        span.textContent = text;
        return span;
      }),
    );
  }

  private addLine(index: number): HTMLElement {
    const element = document.createElement('span');
    element.className = 'ln';
    element.dataset['n'] = String(index + 1);
    this.lineElements[index] = element;
    this.layer.append(element);
    return element;
  }
}

/** Cuts a line where the voice or the finding under it changes. */
function cutLine(line: string, tokens: readonly Token[], findings: readonly Finding[], offset: number): Piece[] {
  const marks = findings.map(({ at, severity }) => ({
    start: Math.max(at.start - offset, 0),
    end: Math.min(Math.max(at.end, at.start + 1) - offset, line.length),
    severity,
  }));
  const edges = [...tokens, ...marks].flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([0, ...edges, line.length])].sort((one, other) => one - other);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? 0;
    const token = tokens.find(({ start, end }) => start <= from && end >= to);
    const severities = marks.filter(({ start, end }) => start <= from && end >= to).map(({ severity }) => severity);
    const classes = [token ? `t-${token.voice}` : '', severities.length > 0 ? `sq ${severities.reduce(worse)}` : ''];
    return { text: line.slice(from, to), classes: classes.filter(Boolean).join(' ') };
  });
}
