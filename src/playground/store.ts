/** What the playground knows, and what it does. Views read the signals and call the methods. */
import { batch, computed, signal } from '@preact/signals';
import { type Configuration, DEFAULT_CONFIGURATION } from '../config/configuration.js';
import { applyEdits } from '../engine/apply-edits.js';
import type { Finding } from '../engine/finding.js';
import type { Price } from '../engine/prices.js';
import type { Change, ProcessOptions, ProcessPrediction } from '../image/index.js';
import type { BuildInput } from '../model/build-input.js';
import { Lines } from '../model/span.js';
import type { Fix } from '../rules/rule.js';
import { type Draft, type Saved, saveDraft } from './draft.js';
import { type Editor, editBetween } from './editor.js';
import { keyOf } from './finding-list.js';
import { knownPrices, type PricedFindings } from './known-prices.js';
import { Linter, type LintRequest } from './linter.js';
import { knownMeasure, type Measure } from './measure.js';
import { Places } from './places.js';
import type { PredictionAnswer, StepView } from './protocol.js';
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
}

export interface PlaygroundOptions {
  /** Keeps the text after each change; without it, in the browser's storage. */
  readonly save?: (draft: Draft) => Saved;
  /** What is known beside the text: `.dockerignore`, build context, … */
  readonly around?: Partial<BuildInput>;
}

export class Playground {
  readonly text = signal('');
  readonly configuration = signal<Configuration>(DEFAULT_CONFIGURATION);
  readonly findings = signal<readonly Finding[]>([]);
  /** The text that the findings are about; behind `text` for a moment after each keystroke. */
  readonly checkedText = signal('');
  readonly lines = computed(() => new Lines(this.checkedText.value));
  readonly ignored = signal(0);
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
  readonly isSaved = signal(true);
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

  constructor(private readonly options: PlaygroundOptions = {}) {}

  /** Takes an editor into use; the text is what stands in it. */
  use(editor: Editor): void {
    this.editor = editor;
    editor.mark(this.findings.value, this.checkedText.value);
  }

  changed(text: string): void {
    this.text.value = text;
    this.isSaved.value = (this.options.save ?? saveDraft)({ text }) === 'saved';
    this.check();
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

  /** The steps of the build after a change of what is in the editor. */
  rebuild(change: Change): Promise<readonly StepView[] | undefined> {
    return this.linter.rebuild(this.request(), change);
  }

  /** What runs in the container under other circumstances. */
  process(options: ProcessOptions): Promise<ProcessPrediction | undefined> {
    return this.linter.process(this.request(), options);
  }

  private request(): LintRequest {
    return {
      input: { path: 'Dockerfile', ...this.options.around, text: this.text.value, today: today() },
      configuration: this.configuration.value,
    };
  }

  configure(configuration: Configuration): void {
    this.configuration.value = configuration;
    this.check();
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
