/** The files of an exercise as tabs: the Dockerfile, the `.dockerignore` where it is part of it, and the build context. */
import { neighbour } from '../arrow-keys.js';

/** Connects the tabs inside `root`; `data-file` of the root says which file is shown, `first` the one to begin with. */
export function connectFileTabs(root: HTMLElement, first: string): void {
  const tabs = [...root.querySelectorAll<HTMLButtonElement>('.files [role="tab"]')];
  const show = (shown: HTMLButtonElement) => {
    root.dataset['file'] = shown.dataset['file'] ?? '';
    for (const tab of tabs) {
      tab.setAttribute('aria-selected', String(tab === shown));
      tab.tabIndex = tab === shown ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      if (panel) panel.hidden = tab !== shown;
    }
  };
  for (const tab of tabs) {
    tab.addEventListener('click', () => show(tab));
    if (tab.dataset['file'] === first) show(tab);
  }
  root.querySelector('.files')?.addEventListener('keydown', (event) => {
    const at = tabs.indexOf(document.activeElement as HTMLButtonElement);
    const next = neighbour(tabs, at, (event as KeyboardEvent).key, 'horizontal');
    if (!next) return;
    event.preventDefault();
    show(next);
    next.focus();
  });
}
