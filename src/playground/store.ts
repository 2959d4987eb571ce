/** What the playground knows, and what it does. Views read the signals and call the methods. */
import { batch, computed, signal } from '@preact/signals';
import type { Configuration } from '../config/configuration.js';
import { applyEdits } from '../engine/apply-edits.js';
import type { Finding } from '../engine/finding.js';
import type { IgnoreScope } from '../engine/ignore-edit.js';
import type { Price } from '../engine/prices.js';
import type { Explanation } from '../explain/explanation.js';
import type { Change, ProcessOptions, ProcessPrediction } from '../image/index.js';
import { Lines } from '../model/span.js';
import type { Edit, Fix } from '../rules/rule.js';
import { buildInputOf, shownDockerfile, type Workspace, withText, workspaceOf } from '../share/workspace.js';
import { type Editor, editBetween } from './editor.js';
import { hasOnlySuggested } from './finding-groups.js';
import { keyOf } from './finding-key.js';
import { FindingView } from './finding-view.js';
import { knownPrices, type PricedFindings } from './known-prices.js';
import { Linter, type LintRequest } from './linter.js';
import { knownMeasure, type Measure } from './measure.js';
import { Places } from './places.js';
import type { FixedText, FixSet, PredictionAnswer, ReportFormat, RuleView, StepView } from './protocol.js';
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

/** A change that waits to be looked at. */
export interface Preview {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly note: string;
  /** What else there is to do, and the way to it. */
  readonly more?: { readonly text: string; readonly label: string; readonly run: () => void };
}

/** Keeps a workspace; called after each change by the reader. */
export type Keep = (workspace: Workspace) => void;

export class Playground {
  readonly workspace = signal<Workspace>(workspaceOf(''));
  /** The Dockerfile that is looked at. */
  readonly text = computed(() => shownDockerfile(this.workspace.value).text);
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
  readonly preview = signal<Preview | undefined>(undefined);
  readonly cursor = signal(0);
  readonly places = new Places(this.text, this.cursor, () => this.editor);
  readonly safeFixes = computed(
    () => this.findings.value.filter((finding) => finding.fixes.some((fix) => fix.safety === 'safe')).length,
  );
  private readonly linter = new Linter(
    (request, answer) => {
      this.checkedText.value = request.input.text;
      this.findings.value = answer.findings;
      this.ignored.value = answer.ignored;
      this.milliseconds.value = answer.milliseconds;
      this.keepSelection();
      this.editor?.mark(answer.findings, request.input.text);
      void this.predict(request, answer.findings);
    },
    (error) =>
      this.say({
        kind: 'problem',
        text: `The check stopped with an error: ${String(error)}. Your text is safe; change it or reload the page to check again.`,
      }),
  );
  private editor: Editor | undefined;

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
    if (!answer || findings !== this.findings.value) return;
    batch(() => {
      this.prediction.value = answer;
      this.predictedText.value = request.input.text;
      this.priced.value = { findings, prices: answer.prices };
    });
  }

  /** What a finding costs; undefined while that is not known yet. */
  priceOf(finding: Finding): Price | null | undefined {
    return this.prices.value.get(finding);
  }

  /** What the text in the editor costs more than another one; undefined where that could not be found out. */
  priceOver(text: string): Promise<Price | undefined> {
    return this.linter.priceOver(this.request(), text);
  }

  /** The steps of the build after a change of what is in the editor. */
  rebuild(change: Change): Promise<readonly StepView[] | undefined> {
    return this.linter.rebuild(this.request(), change);
  }

  /** What is in the editor, in plain words. */
  explain(): Promise<Explanation | undefined> {
    return this.linter.explain(this.request());
  }

  /** What runs in the container under other circumstances. */
  process(options: ProcessOptions): Promise<ProcessPrediction | undefined> {
    return this.linter.process(this.request(), options);
  }

  /** The text after all safe fixes; undefined where the worker broke. */
  fixed(): Promise<FixedText | undefined> {
    return this.linter.fix(this.request(), undefined);
  }

  /** The findings in a format of the command line. Rejects where it could not be made. */
  report(format: ReportFormat): Promise<string> {
    return this.linter.report(this.request(), format);
  }

  /** The edits that silence a finding by a comment; undefined where no comment can. Rejects where they could not be made. */
  ignoreEdits(
    { rule, variant, at }: Finding,
    scope: IgnoreScope,
    reason: string,
  ): Promise<readonly Edit[] | undefined> {
    return this.linter.ignore(this.request(), { rule, variant, at }, scope, reason);
  }

  /** What the best fixes of several findings do together; undefined where that could not be found out. */
  fixSet(findings: readonly Finding[]): Promise<FixSet | undefined> {
    const indexes = findings.map((finding) => this.findings.value.indexOf(finding));
    return this.linter.fixSet(this.request(), indexes);
  }

  private request(): LintRequest {
    return {
      input: buildInputOf(this.workspace.value, today()),
      configuration: this.configuration.value,
    };
  }

  rules(): Promise<readonly RuleView[] | undefined> {
    return this.linter.rules();
  }

  configure(configuration: Configuration): void {
    this.change({ ...this.workspace.value, configuration });
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

  /** The finding behind or before the cursor, round the end of the file. */
  step(direction: 1 | -1): void {
    const findings = this.findings.value;
    if (findings.length === 0) return;
    const at = this.cursor.value;
    const current = this.selected.value;
    const index = current ? findings.findIndex((finding) => keyOf(finding) === keyOf(current)) : -1;
    const next =
      index === -1
        ? direction === 1
          ? findings.findIndex((finding) => finding.at.start >= at)
          : findings.findLastIndex((finding) => finding.at.start < at)
        : index + direction;
    this.select(findings[(next + findings.length) % findings.length], { focus: true });
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

  /** Takes a fix that the reader has seen as a diff in the list. */
  apply(fix: Fix): void {
    if (this.checkedText.value !== this.text.value) return;
    this.editor?.apply(fix.edits);
    this.selected.value = undefined;
    this.sayApplied(fix.title);
  }

  private sayApplied(title: string): void {
    this.say({ kind: 'plain', text: `${title}: done.`, action: { label: 'Undo', run: () => this.undo() } });
  }

  undo(): void {
    this.editor?.undo();
    this.say(undefined);
  }

  /** Shows what one fix would change, to be taken or left. */
  previewFix(fix: Fix): void {
    const before = this.checkedText.value;
    const note =
      fix.safety === 'safe' ? 'Safe: the image does the same.' : 'Suggested: check that it does what you want.';
    this.preview.value = { title: fix.title, before, after: applyEdits(before, fix.edits), note };
  }

  /** Shows what all safe fixes, or all fixes of one rule, would change. */
  async previewAll(rule: string | undefined): Promise<void> {
    const request = this.request();
    const fixed = await this.linter.fix(request, rule);
    if (!fixed) return;
    const { text, applied } = fixed;
    const fixes = applied === 1 ? 'fix' : 'fixes';
    this.preview.value = {
      title: rule === undefined ? `Apply ${applied} safe ${fixes}` : `Apply ${applied} ${fixes} of ${rule}`,
      before: request.input.text,
      after: text,
      note: rule === undefined ? 'Safe: the image does the same.' : 'Look through the change before you take it.',
      ...(rule === undefined && this.suggestedLeft()),
    };
  }

  private suggestedLeft(): Pick<Preview, 'more'> {
    const left = this.findings.value.filter(hasOnlySuggested).length;
    if (left === 0) return {};
    const text = left === 1 ? 'One suggested fix is left to look at.' : `${left} suggested fixes are left to look at.`;
    return { more: { text, label: 'Show suggested fixes', run: () => this.view.showSuggested() } };
  }

  /** Shows what the best fixes of several findings would change together. */
  async previewSet(findings: readonly Finding[]): Promise<void> {
    const before = this.text.value;
    const set = await this.fixSet(findings);
    if (!set || before !== this.text.value) return;
    const { applied, skipped, text } = set;
    const inTheWay =
      skipped.length > 0 ? ` Not made, because another one changes the same place: ${skipped.join('; ')}.` : '';
    this.preview.value = {
      title: applied === 1 ? 'Apply the picked fix' : `Apply ${applied} picked fixes`,
      before,
      after: text,
      note: `Look through the change before you take it.${inTheWay}`,
    };
  }

  takePreview(): void {
    const preview = this.preview.value;
    this.preview.value = undefined;
    if (!preview) return;
    if (preview.before !== this.text.value) {
      this.say({
        kind: 'problem',
        text: 'The text has changed meanwhile, so nothing was applied. Open the fix again.',
      });
      return;
    }
    this.editor?.apply([editBetween(preview.before, preview.after)]);
    this.selected.value = undefined;
    this.sayApplied(preview.title);
  }

  /** Puts another text into the editor, as an edit that undo takes back. */
  replaceText(text: string): void {
    this.editor?.apply([editBetween(this.text.value, text)]);
    this.selected.value = undefined;
  }
}
