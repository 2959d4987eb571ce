/** Fixes on their way into the text: looked at as a diff, taken, and undone. */
import { signal } from '@preact/signals';
import { applyEdits } from '../engine/apply-edits.js';
import type { Finding } from '../engine/finding.js';
import type { Fix } from '../rules/rule.js';
import { editBetween } from './editor.js';
import { hasOnlySuggested } from './finding-groups.js';
import type { Playground } from './store.js';

/** A change that waits to be looked at. */
export interface Preview {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly note: string;
  /** What else there is to do, and the way to it. */
  readonly more?: { readonly text: string; readonly label: string; readonly run: () => void };
}

export class Fixing {
  readonly preview = signal<Preview | undefined>(undefined);

  constructor(private readonly playground: Playground) {}

  /** Takes a fix that the reader has seen as a diff in the list. */
  apply(fix: Fix): void {
    const { checkedText, text } = this.playground;
    if (checkedText.value !== text.value) return;
    this.playground.edit(fix.edits);
    this.sayApplied(fix.title);
  }

  private sayApplied(title: string): void {
    const undo = { label: 'Undo', run: () => this.playground.undo() };
    this.playground.say({ kind: 'plain', text: `${title}: done.`, action: undo });
  }

  /** Shows what one fix would change, to be taken or left. */
  previewFix(fix: Fix): void {
    const before = this.playground.checkedText.value;
    const note =
      fix.safety === 'safe' ? 'Safe: the image does the same.' : 'Suggested: check that it does what you want.';
    this.preview.value = { title: fix.title, before, after: applyEdits(before, fix.edits), note };
  }

  /** Shows what all safe fixes, or all fixes of one rule, would change. */
  async previewAll(rule: string | undefined): Promise<void> {
    const before = this.playground.text.value;
    const fixed = await this.playground.ask.fixed(rule);
    if (!fixed) return;
    const { text, applied } = fixed;
    const fixes = applied === 1 ? 'fix' : 'fixes';
    this.preview.value = {
      title: rule === undefined ? `Apply ${applied} safe ${fixes}` : `Apply ${applied} ${fixes} of ${rule}`,
      before,
      after: text,
      note: rule === undefined ? 'Safe: the image does the same.' : 'Look through the change before you take it.',
      ...(rule === undefined && this.suggestedLeft()),
    };
  }

  private suggestedLeft(): Pick<Preview, 'more'> {
    const left = this.playground.findings.value.filter(hasOnlySuggested).length;
    if (left === 0) return {};
    const text = left === 1 ? 'One suggested fix is left to look at.' : `${left} suggested fixes are left to look at.`;
    return { more: { text, label: 'Show suggested fixes', run: () => this.playground.view.showSuggested() } };
  }

  /** Shows what the best fixes of several findings would change together. */
  async previewSet(findings: readonly Finding[]): Promise<void> {
    const { text: now, ask, findings: among } = this.playground;
    const before = now.value;
    const set = await ask.fixSet(findings, among.value);
    if (!set || before !== now.value) return;
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
    if (preview.before !== this.playground.text.value) {
      this.playground.say({
        kind: 'problem',
        text: 'The text has changed meanwhile, so nothing was applied. Open the fix again.',
      });
      return;
    }
    this.playground.edit([editBetween(preview.before, preview.after)]);
    this.sayApplied(preview.title);
  }
}
