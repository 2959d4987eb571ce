/** How the reader looks at the findings: groups, filter, the page of a rule, and the fixes that were picked. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Finding } from '../engine/finding.js';
import { filterFindings, GROUPINGS, type Grouping, groupFindings, NO_FILTER } from './finding-groups.js';
import { keyOf } from './finding-key.js';
import { remember, remembered } from './memory.js';

const GROUPING = 'plimsoll.findings.group';

export class FindingView {
  readonly grouping = signal<Grouping>(GROUPINGS.find((one) => one === remembered(GROUPING)) ?? 'line');
  readonly filter = signal(NO_FILTER);
  readonly shown = computed(() => filterFindings(this.findings.value, this.filter.value));
  readonly groups = computed(() => groupFindings(this.shown.value, this.grouping.value));
  /** The rule whose page takes the list's place. */
  readonly page = signal<string | undefined>(undefined);
  private readonly keys = signal<ReadonlySet<string>>(new Set());
  /** Findings whose best fix was picked, to be looked at together. */
  readonly picked = computed(() =>
    this.findings.value.filter((finding) => finding.fixes.length > 0 && this.keys.value.has(keyOf(finding))),
  );

  constructor(private readonly findings: ReadonlySignal<readonly Finding[]>) {}

  /** Groups from now on like this, on later visits too. */
  group(by: Grouping): void {
    this.grouping.value = by;
    remember(GROUPING, by);
  }

  /** Shows the findings that only a suggested fix mends. */
  showSuggested(): void {
    this.page.value = undefined;
    this.filter.value = { ...NO_FILTER, isSuggestedOnly: true };
  }

  isPicked(finding: Finding): boolean {
    return this.keys.value.has(keyOf(finding));
  }

  /** Picks or leaves a finding. Those of an older text are forgotten. */
  pick(finding: Finding, isPicked: boolean): void {
    const keys = new Set(this.picked.value.map(keyOf));
    if (isPicked) keys.add(keyOf(finding));
    else keys.delete(keyOf(finding));
    this.keys.value = keys;
  }

  clearPicks(): void {
    this.keys.value = new Set();
  }
}
