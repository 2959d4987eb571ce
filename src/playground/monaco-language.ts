/** Monaco's language features for the one Dockerfile of the page, answered by the lint worker. */
import * as monaco from 'monaco-editor/editor';
import type { CompletionKind, Fold, Hover } from '../language/index.js';
import type { BuildInput } from '../model/build-input.js';
import type { Span } from '../model/span.js';
import { messageMarkdown } from '../report/markdown-text.js';
import type { LanguageAnswers, LanguageQuestion } from './language.js';
import { askLanguage } from './linter.js';

const LANGUAGE = 'dockerfile';
const { CompletionItemKind } = monaco.languages;

const KINDS: Readonly<Record<CompletionKind, monaco.languages.CompletionItemKind>> = {
  instruction: CompletionItemKind.Keyword,
  keyword: CompletionItemKind.Keyword,
  flag: CompletionItemKind.Property,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  stage: CompletionItemKind.Module,
  variable: CompletionItemKind.Variable,
  image: CompletionItemKind.File,
  signal: CompletionItemKind.Event,
  user: CompletionItemKind.User,
  directive: CompletionItemKind.Keyword,
};

/**
 * Registers the features for one model; `inputOf` gives its text with all that is known beside it. What the answer is
 * about has changed when the text has: then there is none.
 */
export function registerLanguage(
  model: monaco.editor.ITextModel,
  inputOf: (text: string) => BuildInput,
): monaco.IDisposable[] {
  const service = new Service(model, inputOf);
  const { languages } = monaco;
  return [
    languages.registerCompletionItemProvider(LANGUAGE, {
      triggerCharacters: ['$', '{', '-', '=', ',', ':', '#', ' ', '/'],
      provideCompletionItems: (asked, position, _, token) => service.completions(asked, position, token),
    }),
    languages.registerHoverProvider(LANGUAGE, {
      provideHover: (asked, position, token) => service.hover(asked, position, token),
    }),
    languages.registerDefinitionProvider(LANGUAGE, {
      provideDefinition: (asked, position, token) => service.definition(asked, position, token),
    }),
    languages.registerReferenceProvider(LANGUAGE, {
      provideReferences: (asked, position, _, token) => service.references(asked, position, token),
    }),
    languages.registerDocumentHighlightProvider(LANGUAGE, {
      provideDocumentHighlights: (asked, position, token) => service.references(asked, position, token),
    }),
    languages.registerRenameProvider(LANGUAGE, {
      resolveRenameLocation: (asked, position, token) => service.renameLocation(asked, position, token),
      provideRenameEdits: (asked, position, name, token) => service.rename(asked, position, name, token),
    }),
    languages.registerFoldingRangeProvider(LANGUAGE, {
      provideFoldingRanges: (asked, _, token) => service.folds(asked, token),
    }),
    languages.registerDocumentFormattingEditProvider(LANGUAGE, {
      displayName: 'Plimsoll',
      provideDocumentFormattingEdits: (asked, _, token) => service.format(asked, token),
    }),
  ];
}

type Token = monaco.CancellationToken;
type Model = monaco.editor.ITextModel;

class Service {
  constructor(
    private readonly model: Model,
    private readonly inputOf: (text: string) => BuildInput,
  ) {}

  /** Undefined for another model, and where the answer came too late. */
  private async ask<Ask extends keyof LanguageAnswers>(
    asked: Model,
    token: Token,
    question: LanguageQuestion<Ask>,
    isStaleAfterEdit = true,
  ): Promise<LanguageAnswers[Ask] | undefined> {
    if (asked !== this.model) return undefined;
    const version = asked.getVersionId();
    const answer = await askLanguage(this.inputOf(asked.getValue()), question);
    const hasChanged = isStaleAfterEdit && asked.getVersionId() !== version;
    const isStale = token.isCancellationRequested || asked.isDisposed() || hasChanged;
    return isStale ? undefined : answer;
  }

  private range({ start, end }: Span): monaco.Range {
    return monaco.Range.fromPositions(this.model.getPositionAt(start), this.model.getPositionAt(end));
  }

  private location(place: Span): monaco.languages.Location {
    return { uri: this.model.uri, range: this.range(place) };
  }

  async completions(asked: Model, position: monaco.Position, token: Token): Promise<monaco.languages.CompletionList> {
    const at = asked.getOffsetAt(position);
    // Monaco itself takes in what was written meanwhile; without an answer it would show nothing for the whole word.
    const found = (await this.ask(asked, token, { ask: 'completions', at }, false)) ?? [];
    const { lineNumber, column } = position;
    const range = ({ start, end }: Span) =>
      new monaco.Range(lineNumber, column + start - at, lineNumber, column + end - at);
    const suggestions = found.map(
      (completion, index): monaco.languages.CompletionItem => ({
        label: completion.detail ? { label: completion.label, description: completion.detail } : completion.label,
        kind: KINDS[completion.kind],
        insertText: completion.insert,
        filterText: completion.label,
        sortText: String(index).padStart(4, '0'),
        range: {
          insert: range({ start: completion.at.start, end: Math.min(at, completion.at.end) }),
          replace: range(completion.at),
        },
        ...(completion.documentation !== undefined && { documentation: completion.documentation }),
        ...(completion.continues && { command: { id: 'editor.action.triggerSuggest', title: '' } }),
      }),
    );
    return { suggestions };
  }

  async hover(asked: Model, position: monaco.Position, token: Token): Promise<monaco.languages.Hover | undefined> {
    const hover = await this.ask(asked, token, { ask: 'hover', at: asked.getOffsetAt(position) });
    return hover && { range: this.range(hover.at), contents: contentsOf(hover) };
  }

  async definition(
    asked: Model,
    position: monaco.Position,
    token: Token,
  ): Promise<monaco.languages.Location | undefined> {
    const place = await this.ask(asked, token, { ask: 'definition', at: asked.getOffsetAt(position) });
    return place && this.location(place);
  }

  async references(asked: Model, position: monaco.Position, token: Token): Promise<monaco.languages.Location[]> {
    const places = await this.ask(asked, token, { ask: 'references', at: asked.getOffsetAt(position) });
    return (places ?? []).map((place) => this.location(place));
  }

  async renameLocation(
    asked: Model,
    position: monaco.Position,
    token: Token,
  ): Promise<monaco.languages.RenameLocation & monaco.languages.Rejection> {
    const answer = await this.ask(asked, token, { ask: 'renamable', at: asked.getOffsetAt(position) });
    const nowhere = { range: monaco.Range.fromPositions(position), text: '' };
    if (!answer) return { ...nowhere, rejectReason: 'The text has changed. Try again.' };
    if (answer.kind === 'refused') return { ...nowhere, rejectReason: answer.reason };
    return { range: this.range(answer.at), text: answer.name };
  }

  async rename(
    asked: Model,
    position: monaco.Position,
    name: string,
    token: Token,
  ): Promise<monaco.languages.WorkspaceEdit & monaco.languages.Rejection> {
    const versionId = asked.getVersionId();
    const answer = await this.ask(asked, token, { ask: 'rename', at: asked.getOffsetAt(position), name });
    if (!answer) return { edits: [], rejectReason: 'The text has changed. Try again.' };
    if (answer.kind === 'refused') return { edits: [], rejectReason: answer.reason };
    const resource = this.model.uri;
    const edits = answer.edits.map((edit) => ({
      resource,
      versionId,
      textEdit: { range: this.range(edit), text: edit.text },
    }));
    return { edits };
  }

  async folds(asked: Model, token: Token): Promise<monaco.languages.FoldingRange[]> {
    const folds = await this.ask(asked, token, { ask: 'folds', at: 0 });
    return (folds ?? []).map((fold) => this.foldingRange(fold));
  }

  private foldingRange({ kind, start, end }: Fold): monaco.languages.FoldingRange {
    return {
      start: this.model.getPositionAt(start).lineNumber,
      end: this.model.getPositionAt(end).lineNumber,
      ...(kind === 'comment' && { kind: monaco.languages.FoldingRangeKind.Comment }),
    };
  }

  async format(asked: Model, token: Token): Promise<monaco.languages.TextEdit[]> {
    const edits = await this.ask(asked, token, { ask: 'format', at: 0 });
    return (edits ?? []).map((edit) => ({ range: this.range(edit), text: edit.text }));
  }
}

function contentsOf({ paragraphs }: Hover): monaco.IMarkdownString[] {
  return [{ value: paragraphs.map(messageMarkdown).join('\n\n'), supportHtml: false, isTrusted: false }];
}
