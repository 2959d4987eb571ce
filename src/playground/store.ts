/** What the playground knows, and what it does. Views read the signals and call the methods. */
import { batch, computed, signal } from '@preact/signals';
import type { Configuration } from '../config/configuration.js';
import type { Finding } from '../engine/finding.js';
import type { Price } from '../engine/prices.js';
import { Lines } from '../model/span.js';
import type { Edit } from '../rules/rule.js';
import { buildInputOf, shownDockerfile, type Workspace, withText, workspaceOf } from '../share/workspace.js';
import { type Editor, editBetween } from './editor.js';
import { findingAfter, type Step } from './finding-steps.js';
import { FindingView } from './finding-view.js';
import { Fixing } from './fixing.js';
import { isEqual, keepEqual } from './keep-equal.js';
import { knownPrices, type PricedFindings } from './known-prices.js';
import { Linter, type LintRequest } from './linter.js';
import { knownMeasure, type Measure } from './measure.js';
import { Places } from './places.js';
import type { PredictionAnswer } from './protocol.js';
import { Questions } from './questions.js';
import { ScriptChecker } from './script-checker.js';
import { today } from './today.js';

/** A sentence above the editor; `undo` offers a way back. */
export interface Notice {
  readonly kind: 'plain' | 'problem';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** The reader put the notice away. */
  readonly onClose?: () => void;
  /** A text to copy by hand. */
  readonly copy?: string;
}

/** Keeps a workspace; called after each change by the reader. */
export type Keep = (workspace: Workspace) => void;

export class Playground {
  readonly workspace = signal<Workspace>(workspaceOf(''));
  /** The Dockerfile that is looked at. */
  readonly text = computed(() => shownDockerfile(this.workspace.value).text);
  /** Nothing is written yet. A view that reads the text instead would be drawn again with every key. */
  readonly isEmpty = computed(() => this.text.value.trim() === '');
  readonly configuration = computed(() => this.workspace.value.configuration);
  readonly findings = signal<readonly Finding[]>([]);
  /** The text that the findings are about; behind `text` for a moment after each keystroke. */
  readonly checkedText = signal('');
  readonly lines = computed(() => new Lines(this.checkedText.value));
  readonly ignored = signal(0);
  readonly view = new FindingView(this.findings);
  /** Follows the findings; stays that of an older text for a moment, so that nothing flickers. */
  readonly prediction = signal<PredictionAnswer | undefined>(undefined);
  /** The text that the prediction is about. */
  readonly predictedText = signal('');
  private readonly priced = signal<PricedFindings>({ findings: [], prices: [] });
  private readonly prices = computed(() => knownPrices(this.findings.value, this.priced.value));
  readonly chosenMeasure = signal<Measure | undefined>(undefined);
  /** Which size is drawn. */
  readonly measure = computed(() => this.chosenMeasure.value ?? knownMeasure(this.prediction.value?.image));
  readonly milliseconds = signal<number | undefined>(undefined);
  readonly selected = signal<Finding | undefined>(undefined);
  readonly notice = signal<Notice | undefined>(undefined);
  readonly cursor = signal(0);
  readonly places = new Places(this.text, this.cursor, () => this.editor);
  readonly safeFixes = computed(
    () => this.findings.value.filter((finding) => finding.fixes.some((fix) => fix.safety === 'safe')).length,
  );
  private readonly linter: Linter = new Linter(
    (request, answer) => {
      const findings = keepEqual(this.findings.value, answer.findings);
      batch(() => {
        this.checkedText.value = request.input.text;
        this.findings.value = findings;
        this.ignored.value = answer.ignored;
        this.milliseconds.value = answer.milliseconds;
        this.keepSelection();
      });
      this.editor?.mark(findings, request.input.text);
      void this.predict(request, findings);
      if (this.scripts.isOn.value) void this.checkScripts(request);
    },
    (error) =>
      this.say({
        kind: 'problem',
        text: `The check stopped with an error: ${String(error)}. Your text is safe; change it or reload the page to check again.`,
      }),
  );
  readonly scripts = new ScriptChecker();
  private editor: Editor | undefined;
  /** What else the worker can be asked about what is in the editor. */
  readonly ask = new Questions(this.linter, () => this.request());
  readonly fixing = new Fixing(this);

  constructor(private readonly keep: Keep) {}

  /** Takes an editor into use; the text is what stands in it. */
  use(editor: Editor): void {
    this.editor = editor;
    editor.mark(this.findings.value, this.checkedText.value);
  }

  /** The text was changed in the editor. */
  changed(text: string): void {
    this.change(withText(this.workspace.value, text));
  }

  /** Takes what is known of the build, the configuration or the list of Dockerfiles as the reader left it. */
  change(workspace: Workspace): void {
    const isOther = shownDockerfile(workspace).text !== this.text.value;
    this.workspace.value = workspace;
    this.keep(workspace);
    if (isOther && this.editor && this.editor.state.text !== this.text.value) this.showText();
    this.check();
  }

  /** Takes another workspace in place of this one, which is kept elsewhere. */
  open(workspace: Workspace): void {
    this.workspace.value = workspace;
    this.showText();
    this.check();
  }

  private showText(): void {
    this.selected.value = undefined;
    this.cursor.value = 0;
    this.editor?.open(this.text.value);
  }

  check(): void {
    this.linter.request(this.request());
  }

  private async predict(request: LintRequest, findings: readonly Finding[]): Promise<void> {
    const answer = await this.linter.predict(request);
    if (!answer || request.input.text !== this.checkedText.value) return;
    const { prediction, priced } = this;
    batch(() => {
      if (!isEqual(prediction.value, answer)) prediction.value = answer;
      this.predictedText.value = request.input.text;
      priced.value = { findings, prices: keepEqual(priced.value.prices, answer.prices) };
    });
  }

  /** What a finding costs; undefined while that is not known yet. */
  priceOf(finding: Finding): Price | null | undefined {
    return this.prices.value.get(finding);
  }

  /** Asks ShellCheck about what is new, and checks again with what it says. */
  private async checkScripts(request: LintRequest): Promise<void> {
    const scripts = await this.linter.shellScripts(request);
    if (!scripts || request.input.text !== this.text.value) return;
    try {
      if (await this.scripts.learn(scripts)) this.check();
    } catch {
      this.scripts.choose(false);
      this.say({ kind: 'problem', text: 'ShellCheck could not be fetched. Try again with a connection.' });
    }
  }

  /** Turns ShellCheck on or off. */
  chooseShellCheck(isOn: boolean): void {
    this.scripts.choose(isOn);
    this.check();
  }

  private request(): LintRequest {
    const { notes } = this.scripts;
    return {
      input: { ...buildInputOf(this.workspace.value, today()), ...(notes && { shellNotes: notes }) },
      configuration: this.configuration.value,
    };
  }

  configure(configuration: Configuration): void {
    this.change({ ...this.workspace.value, configuration });
  }

  /**
   * Takes a change that can be taken back. `back` undoes it in whatever the workspace has become by then: what was typed
   * meanwhile stays.
   */
  changeWithUndo(after: Workspace, sentence: string, back: (now: Workspace) => Workspace): void {
    this.change(after);
    const undo = () => {
      this.change(back(this.workspace.value));
      this.closeNotice();
    };
    this.say({ kind: 'plain', text: sentence, action: { label: 'Undo', run: undo } });
  }

  /** The same for a configuration. */
  configureWithUndo(configuration: Configuration, sentence: string): void {
    const before = this.configuration.value;
    this.changeWithUndo({ ...this.workspace.value, configuration }, sentence, (now) => ({
      ...now,
      configuration: before,
    }));
  }

  say(notice: Notice | undefined): void {
    this.notice.value = notice;
  }

  closeNotice(): void {
    this.notice.value?.onClose?.();
    this.say(undefined);
  }

  /** Opens a finding and moves the cursor to its place. */
  select(finding: Finding | undefined, { focus }: { focus: boolean } = { focus: false }): void {
    this.selected.value = finding;
    if (!finding || this.checkedText.value !== this.text.value) return;
    this.editor?.select(finding.at, { focus });
    this.cursor.value = finding.at.start;
  }

  /** Goes to the finding behind or before the cursor, and has the editor say what it is. */
  step(step: Step): void {
    const { editor } = this;
    if (!editor || this.checkedText.value !== this.text.value) return;
    // The editor knows of a move of the cursor before the page is told.
    const { selection } = editor.state;
    const next = findingAfter(this.findings.value, { open: this.selected.value, selection, step });
    if (!next) return;
    this.select(next, { focus: true });
    editor.explain(next);
  }

  /** After an edit the open finding may stand elsewhere; the same rule at the nearest place stays open. */
  private keepSelection(): void {
    const open = this.selected.value;
    if (!open) return;
    const alike = this.findings.value.filter(({ rule, variant }) => rule === open.rule && variant === open.variant);
    const distance = (finding: Finding) => Math.abs(finding.at.start - open.at.start);
    alike.sort((one, other) => distance(one) - distance(other));
    this.selected.value = alike[0] && distance(alike[0]) < 200 ? alike[0] : undefined;
  }

  /** Makes edits as one step that undo takes back. The open finding is closed: it may be mended. */
  edit(edits: readonly Edit[]): void {
    this.editor?.apply(edits);
    this.selected.value = undefined;
  }

  undo(): void {
    this.editor?.undo();
    this.say(undefined);
  }

  /** Puts another text into the editor, as an edit that undo takes back. */
  replaceText(text: string): void {
    this.edit([editBetween(this.text.value, text)]);
  }
}
