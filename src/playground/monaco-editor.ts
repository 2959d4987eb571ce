/** Monaco behind the editor port. Loaded on demand, at most once per page. */
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/format/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/gotoSymbol/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/quickCommand/register';
import 'monaco-editor/features/referenceSearch/register';
import 'monaco-editor/features/rename/register';
import 'monaco-editor/features/suggest/register';
// In monaco-editor 0.57 the feature leaves out its own controller, which shows the list.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/languages/definitions/dockerfile/register';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import type { Finding } from '../engine/finding.js';
import type { BuildInput } from '../model/build-input.js';
import type { Span } from '../model/span.js';
import type { Edit, Severity } from '../rules/rule.js';
import { ruleLink } from '../site/link.js';
import type { Editor, EditorEvents, EditorState } from './editor.js';
import { sentencesOf } from './finding-steps.js';
import { registerLanguage } from './monaco-language.js';
import '../site/styles/parts/monaco.css';
import { defineThemes, onContrastChange, themeName } from './monaco-theme.js';
import { connectTabChoice } from './tab-choice.js';
import { today } from './today.js';

const OWNER = 'plimsoll';

const MARKER_SEVERITY: Readonly<Record<Severity, monaco.MarkerSeverity>> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
  style: monaco.MarkerSeverity.Hint,
};

export interface MonacoOptions {
  /** What is known of the build beside the text: target, build arguments, platform. Nothing, where it is left out. */
  readonly about?: () => Omit<BuildInput, 'text'>;
  /** Where the choice of what Tab does is shown. */
  readonly hint?: HTMLElement;
}

/** Puts Monaco into `host`, with text, selection and focus of the editor that was there. */
export function createMonacoEditor(
  host: HTMLElement,
  state: EditorState,
  events: EditorEvents,
  options: MonacoOptions = {},
): Editor {
  self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
  defineThemes(monaco);
  return new MonacoEditor(host, state, events, options);
}

class MonacoEditor implements Editor {
  private readonly model: monaco.editor.ITextModel;
  private readonly editor: monaco.editor.IStandaloneCodeEditor;
  private readonly disposables: monaco.IDisposable[] = [];
  private readonly themeObserver: MutationObserver;
  private readonly pointer: monaco.editor.IEditorDecorationsCollection;
  private findings: readonly Finding[] = [];

  constructor(
    host: HTMLElement,
    state: EditorState,
    private readonly events: EditorEvents,
    { about = () => ({ today: today() }), hint }: MonacoOptions,
  ) {
    this.model = monaco.editor.createModel(
      state.text,
      'dockerfile',
      monaco.Uri.parse('inmemory://plimsoll/Dockerfile'),
    );
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.editor = monaco.editor.create(host, {
      model: this.model,
      ariaLabel: 'Dockerfile',
      automaticLayout: true,
      minimap: { enabled: false },
      glyphMargin: false,
      folding: true,
      showFoldingControls: 'mouseover',
      fixedOverflowWidgets: true,
      scrollBeyondLastLine: false,
      wordWrap: 'on',
      lineNumbersMinChars: 4,
      lineDecorationsWidth: 4,
      bracketPairColorization: { enabled: false },
      renderLineHighlight: 'line',
      renderLineHighlightOnlyWhenFocus: true,
      overviewRulerBorder: false,
      fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-mono'),
      fontLigatures: false,
      fontSize: 14,
      lineHeight: 23,
      padding: { top: 12, bottom: 12 },
      theme: themeName(),
      cursorBlinking: isStill ? 'solid' : 'blink',
      smoothScrolling: false,
      lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.On },
      detectIndentation: true,
      acceptSuggestionOnEnter: 'smart',
      wordBasedSuggestions: 'off',
    });
    this.pointer = this.editor.createDecorationsCollection();
    this.restore(state);
    this.disposables.push(
      this.model.onDidChangeContent(({ isFlush }) => {
        if (!isFlush) events.onChange(this.model.getValue());
      }),
      this.editor.onDidChangeCursorPosition(({ position }) => events.onCursor(this.model.getOffsetAt(position))),
      ...this.registerProviders(),
      ...registerLanguage(this.model, (text) => ({ ...about(), text })),
      connectTabChoice(this.editor, hint),
      ...this.registerSteps(),
      onContrastChange(() => monaco.editor.setTheme(themeName())),
    );
    this.themeObserver = new MutationObserver(() => monaco.editor.setTheme(themeName()));
    this.themeObserver.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  }

  private restore({ selection, hasFocus }: EditorState): void {
    this.editor.setSelection(this.range(selection));
    if (hasFocus) this.editor.focus();
    this.editor.revealPositionInCenterIfOutsideViewport(this.model.getPositionAt(selection.start));
  }

  private range({ start, end }: Span): monaco.Range {
    return monaco.Range.fromPositions(this.model.getPositionAt(start), this.model.getPositionAt(end));
  }

  get state(): EditorState {
    const selection = this.editor.getSelection() ?? new monaco.Selection(1, 1, 1, 1);
    return {
      text: this.model.getValue(),
      selection: {
        start: this.model.getOffsetAt(selection.getStartPosition()),
        end: this.model.getOffsetAt(selection.getEndPosition()),
      },
      hasFocus: this.editor.hasTextFocus(),
    };
  }

  open(text: string): void {
    this.model.setValue(text);
  }

  apply(edits: readonly Edit[]): void {
    this.editor.pushUndoStop();
    this.editor.executeEdits(
      OWNER,
      edits.map((edit) => ({ range: this.range(edit), text: edit.text, forceMoveMarkers: true })),
    );
    this.editor.pushUndoStop();
  }

  mark(findings: readonly Finding[], text: string): void {
    if (this.model.getValue() !== text) return;
    this.findings = findings;
    monaco.editor.setModelMarkers(
      this.model,
      OWNER,
      findings.map((finding) => this.markerOf(finding)),
    );
  }

  private markerOf(finding: Finding): monaco.editor.IMarkerData {
    const { start, end } = finding.at;
    const range = this.range({ start, end: Math.max(end, start + 1) });
    return {
      startLineNumber: range.startLineNumber,
      startColumn: range.startColumn,
      endLineNumber: range.endLineNumber,
      endColumn: range.endColumn,
      severity: MARKER_SEVERITY[finding.severity],
      message: sentencesOf(finding, '`').join('\n'),
      source: OWNER,
      code: { value: nameOf(finding), target: monaco.Uri.parse(new URL(ruleLink(finding.rule), location.href).href) },
    };
  }

  /** In place of Monaco's own commands, which go by severity and leave out what is drawn as a hint. */
  private registerSteps(): monaco.IDisposable[] {
    const { F8 } = monaco.KeyCode;
    return [
      this.editor.addAction({
        id: `${OWNER}.nextFinding`,
        label: 'Go to the Next Finding',
        keybindings: [F8],
        run: () => this.events.onStep?.(1),
      }),
      this.editor.addAction({
        id: `${OWNER}.previousFinding`,
        label: 'Go to the Previous Finding',
        keybindings: [monaco.KeyMod.Shift | F8],
        run: () => this.events.onStep?.(-1),
      }),
    ];
  }

  private registerProviders(): monaco.IDisposable[] {
    const command = monaco.editor.registerCommand(`${OWNER}.preview`, (_, index: number, fix: number) => {
      const finding = this.findings[index];
      if (finding) this.events.onQuickFix?.(finding, fix);
    });
    const actions = monaco.languages.registerCodeActionProvider('dockerfile', {
      provideCodeActions: (model, range) => ({
        actions: model === this.model && this.events.onQuickFix ? this.codeActions(range) : [],
        dispose: () => {},
      }),
    });
    return [command, actions];
  }

  private codeActions(range: monaco.Range): monaco.languages.CodeAction[] {
    return this.findings.flatMap((finding, index) => {
      if (!monaco.Range.areIntersectingOrTouching(range, this.range(finding.at))) return [];
      return finding.fixes.map((fix, number) => ({
        title: `${fix.title} (${fix.safety})`,
        kind: 'quickfix',
        isPreferred: number === 0 && fix.safety === 'safe',
        diagnostics: [this.markerOf(finding)],
        command: { id: `${OWNER}.preview`, title: fix.title, arguments: [index, number] },
      }));
    });
  }

  select(place: Span, { focus }: { readonly focus: boolean }): void {
    const { startLineNumber, startColumn, endLineNumber, endColumn } = this.range(place);
    const range = new monaco.Selection(endLineNumber, endColumn, startLineNumber, startColumn);
    this.editor.setSelection(range);
    this.editor.revealRangeInCenterIfOutsideViewport(range);
    if (focus) this.editor.focus();
  }

  explain(): void {
    void this.editor.getAction('editor.action.showHover')?.run();
  }

  point(place: Span | undefined): void {
    this.pointer.clear();
    if (!place) return;
    const range = this.range(place);
    this.pointer.set([{ range, options: { isWholeLine: true, className: 'pointed' } }]);
    this.editor.revealRangeInCenterIfOutsideViewport(range);
  }

  focus(): void {
    this.editor.focus();
  }

  undo(): void {
    this.editor.focus();
    this.editor.trigger(OWNER, 'undo', null);
  }

  redo(): void {
    this.editor.focus();
    this.editor.trigger(OWNER, 'redo', null);
  }

  dispose(): EditorState {
    const { state } = this;
    this.themeObserver.disconnect();
    for (const disposable of this.disposables) disposable.dispose();
    this.editor.dispose();
    this.model.dispose();
    return state;
  }
}

function nameOf({ rule, variant }: Finding): string {
  return variant ? `${rule}/${variant}` : rule;
}
