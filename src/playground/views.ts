/**
 * Which view is on: one of the panels beside the editor, or, where there is one column only, the editor. The tabs stand
 * in the page; here they get their behaviour.
 */
import { computed, effect, signal } from '@preact/signals';
import { neighbour } from './arrow-keys.js';

export const PANELS = ['findings', 'image', 'rebuild', 'process', 'explain', 'fixed', 'build'] as const;
export type Panel = (typeof PANELS)[number];

/** Whether a name, which may come from a link, is that of a panel. */
export function isPanel(name: string): name is Panel {
  return PANELS.some((panel) => panel === name);
}
export type View = 'edit' | Panel;

/** One column: the playground's styles have the same width. */
const NARROW = '(max-width: 50rem)';

export class Views {
  /** The panel that is open; stays open behind the editor. */
  readonly panel = signal<Panel>('findings');
  private readonly isEditing = signal(true);
  private readonly isNarrow = signal(false);
  readonly view = computed<View>(() => (this.isNarrow.value && this.isEditing.value ? 'edit' : this.panel.value));

  constructor() {
    const query = matchMedia(NARROW);
    this.isNarrow.value = query.matches;
    query.addEventListener('change', ({ matches }) => {
      this.isNarrow.value = matches;
    });
  }

  show(view: View): void {
    this.isEditing.value = view === 'edit';
    if (view !== 'edit') this.panel.value = view;
  }
}

/** Connects the tabs inside `root` with the views. A tab names its view, and controls the element that shows it. */
export function connectTabs(root: HTMLElement, views: Views): void {
  const tabs = [...root.querySelectorAll<HTMLButtonElement>('[role="tab"]')];
  const isOn = (tab: HTMLElement) => tab.dataset['view'] === views.view.value;
  for (const tab of tabs) tab.addEventListener('click', () => views.show(tab.dataset['view'] as View));
  root.querySelector('[role="tablist"]')?.addEventListener('keydown', (event) => {
    const seen = tabs.filter((tab) => tab.offsetParent !== null);
    const next = neighbour(seen, seen.findIndex(isOn), (event as KeyboardEvent).key, 'horizontal');
    if (!next) return;
    event.preventDefault();
    next.click();
    next.focus();
  });
  effect(() => {
    root.dataset['shown'] = views.view.value;
    for (const tab of tabs) {
      tab.setAttribute('aria-selected', String(isOn(tab)));
      tab.tabIndex = isOn(tab) ? 0 : -1;
      if (isOn(tab)) tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    for (const panel of root.querySelectorAll<HTMLElement>('[role="tabpanel"]'))
      panel.hidden = panel.id !== `panel-${views.panel.value}`;
  });
}
