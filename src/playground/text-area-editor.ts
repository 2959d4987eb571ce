/**
 * The text area over a highlighted layer. The text area is the one that people and assistive technology use; the layer
 * below shows the same text with colours, line numbers and underlines, and is hidden from assistive technology.
 */

import { applyEdits } from '../engine/apply-edits.js';
import type { Finding } from '../engine/finding.js';
import type { Span } from '../model/span.js';
import type { Edit } from '../rules/rule.js';
import { cutLine, type Mark, moveMark, type Piece } from '../site/code.js';
import { type Editor, type EditorEvents, type EditorState, editBetween } from './editor.js';
import { sentencesOf } from './finding-steps.js';
import { Highlighter, type Token } from './highlight.js';
import { isEqual } from './keep-equal.js';

/** A longer text is shown without colours and underlines, so that it stays quick to type in. Lines, UTF-16 units. */
const MOST_COLOURED = { lines: 3000, length: 150_000 };

/** Chromium takes about 2 ms for each line that it inserts, and more for each further one. */
const MOST_INSERTED_LINES = 100;

/** What one line of the layer shows; the marks are in offsets of the line. */
interface DrawnLine {
  readonly line: string;
  readonly tokens: readonly Token[];
  readonly marks: readonly Mark[];
}

export class TextAreaEditor implements Editor {
  private readonly layer = document.createElement('pre');
  private readonly speech = document.createElement('p');
  private readonly lineElements: HTMLElement[] = [];
  private readonly drawn: DrawnLine[] = [];
  private findings: readonly Finding[] = [];
  private markedText = '';
  private pointedAt: readonly HTMLElement[] = [];
  private readonly abort = new AbortController();
  /** What stood here before an edit that the browser's own undo does not know. */
  private beforeEdit: string | undefined;

  /**
   * `textArea` is in the page already, inside an element of its own, which becomes the frame. `highlighter` colours another
   * language than that of Dockerfiles.
   */
  constructor(
    private readonly textArea: HTMLTextAreaElement,
    private readonly events: EditorEvents,
    private readonly highlighter: Pick<Highlighter, 'highlight'> = new Highlighter(),
  ) {
    const { signal } = this.abort;
    this.layer.className = 'code ta-layer';
    this.layer.setAttribute('aria-hidden', 'true');
    textArea.classList.add('ta-input');
    textArea.parentElement?.classList.add('ta');
    this.speech.className = 'sr-only';
    this.speech.setAttribute('role', 'status');
    textArea.before(this.layer, this.speech);
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
    this.point(undefined);
    this.draw();
    this.events.onChange(this.textArea.value);
  }

  private cursorMoved(): void {
    if (document.activeElement === this.textArea) this.events.onCursor(this.textArea.selectionStart);
  }

  open(text: string): void {
    this.beforeEdit = undefined;
    this.textArea.value = text;
    this.textArea.setSelectionRange(0, 0);
    this.textArea.scrollTop = 0;
    this.point(undefined);
    this.draw();
  }

  apply(edits: readonly Edit[]): void {
    const { text } = this.state;
    const edit = editBetween(text, applyEdits(text, edits));
    const after = applyEdits(text, [edit]);
    if (this.insert(edit) && this.textArea.value === after) return;
    this.replace(after);
    this.beforeEdit = text;
  }

  /** Makes an edit so that the browser's own undo knows it. There is no way but this deprecated one. */
  private insert(edit: Edit): boolean {
    this.beforeEdit = undefined;
    if (edit.text.split('\n').length > MOST_INSERTED_LINES) return false;
    this.textArea.focus({ preventScroll: true });
    this.textArea.setSelectionRange(edit.start, edit.end);
    return document.execCommand(edit.text === '' ? 'delete' : 'insertText', false, edit.text);
  }

  private replace(text: string): void {
    this.textArea.value = text;
    this.changed();
  }

  undo(): void {
    this.textArea.focus();
    if (this.beforeEdit === undefined) document.execCommand('undo');
    else this.replace(this.beforeEdit);
    this.beforeEdit = undefined;
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
    this.lineElements[this.lineOf(place.start)]?.scrollIntoView({ block: 'nearest' });
  }

  explain(finding: Finding): void {
    const place = `${finding.severity}, line ${this.lineOf(finding.at.start) + 1}:`;
    this.speech.textContent = [place, ...sentencesOf(finding, '')].join(' ');
  }

  point(place: Span | undefined): void {
    for (const element of this.pointedAt) element.classList.remove('pointed');
    const [first, last] = place ? [this.lineOf(place.start), this.lineOf(place.end)] : [0, -1];
    this.pointedAt = this.lineElements.slice(first, last + 1);
    for (const element of this.pointedAt) element.classList.add('pointed');
    this.pointedAt[0]?.scrollIntoView({ block: 'nearest' });
  }

  private lineOf(offset: number): number {
    return this.textArea.value.slice(0, offset).split('\n').length - 1;
  }

  focus(): void {
    this.textArea.focus();
  }

  dispose(): EditorState {
    const { state } = this;
    this.abort.abort();
    this.layer.remove();
    this.speech.remove();
    this.textArea.classList.remove('ta-input');
    return state;
  }

  /** Draws the lines that differ from what is drawn. */
  private draw(): void {
    const text = this.textArea.value;
    const all = text.split('\n');
    const isPlain = all.length > MOST_COLOURED.lines || text.length > MOST_COLOURED.length;
    this.textArea.parentElement?.classList.toggle('ta-plain', isPlain);
    const lines = isPlain ? [] : all;
    const tokens = this.highlighter.highlight(lines);
    const marks = this.marksIn(text);
    let offset = 0;
    for (const [index, line] of lines.entries()) {
      const end = offset + line.length;
      const here = marks
        .filter((mark) => mark.start <= end && mark.end >= offset)
        .map((mark) => moveMark(mark, -offset));
      this.drawLine(index, { line, tokens: tokens[index] ?? [], marks: here });
      offset = end + 1;
    }
    for (const extra of this.lineElements.splice(lines.length)) extra.remove();
    this.drawn.length = lines.length;
  }

  /** Until the text is checked, the marks stay where they are, or move with what stands before them. */
  private marksIn(text: string): readonly Mark[] {
    const marks = this.findings.map(markOf);
    if (this.markedText === text) return marks;
    const { start, end, text: written } = editBetween(this.markedText, text);
    const by = written.length - (end - start);
    return marks.flatMap((mark) => {
      if (mark.end <= start) return mark;
      return mark.start >= end ? moveMark(mark, by) : [];
    });
  }

  private drawLine(index: number, line: DrawnLine): void {
    if (isDrawnAlike(this.drawn[index], line)) return;
    this.drawn[index] = line;
    const element = this.lineElements[index] ?? this.addLine(index);
    element.replaceChildren(...cutLine(line.line, line.tokens, line.marks).map(pieceElement));
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

function pieceElement({ text, classes }: Piece): Node | string {
  if (classes.length === 0) return text;
  const span = document.createElement('span');
  span.className = classes.join(' ');
  span.textContent = text;
  return span;
}

function isDrawnAlike(drawn: DrawnLine | undefined, { line, tokens, marks }: DrawnLine): boolean {
  return drawn?.line === line && isEqual(drawn.tokens, tokens) && isEqual(drawn.marks, marks);
}

/** The place of a finding; one that has no width takes a character, to be seen. */
function markOf({ at, severity }: Finding): Mark {
  return { start: at.start, end: Math.max(at.end, at.start + 1), severity };
}
