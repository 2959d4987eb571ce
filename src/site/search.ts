/** The search dialogue over Pagefind's index. Pagefind searches; here its results become a list. */

/** What this page uses of Pagefind's interface. */
interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>;
  debouncedSearch(query: string): Promise<{ results: readonly { data(): Promise<Page> }[] } | null>;
}

interface Page {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
}

const most = 12;
const indexes = new WeakMap<HTMLElement, Promise<Pagefind>>();

/** Opens the dialogue inside `host`, and makes it ready the first time. */
export function openSearch(host: HTMLElement): void {
  const dialog = host.querySelector('dialog');
  if (!dialog || dialog.open) return;
  dialog.showModal();
  if (!indexes.has(host)) prepare(host, dialog);
}

function prepare(host: HTMLElement, dialog: HTMLDialogElement): void {
  const index = load(host.dataset['index'] ?? '', host.dataset['base'] ?? '/');
  indexes.set(host, index);
  index.catch(() => say(host, 'The search index is not there. It is made when the site is built.'));
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  host.querySelector('input')?.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement) void search(host, index, target.value);
  });
}

async function load(address: string, baseUrl: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ baseUrl });
  return pagefind;
}

async function search(host: HTMLElement, index: Promise<Pagefind>, query: string): Promise<void> {
  const found = query.trim() ? await (await index).debouncedSearch(query) : { results: [] };
  if (!found) return; // A later keystroke took its place.
  const pages = await Promise.all(found.results.slice(0, most).map((result) => result.data()));
  host.querySelector('[data-results]')?.replaceChildren(...pages.map(drawPage));
  say(host, query.trim() ? countOf(found.results.length) : '');
}

function countOf(pages: number): string {
  if (pages === 0) return 'Nothing found.';
  return pages === 1 ? '1 page' : `${pages} pages`;
}

function drawPage({ url, meta, excerpt }: Page): HTMLElement {
  const entry = document.createElement('li');
  const anchor = entry.appendChild(document.createElement('a'));
  anchor.href = url;
  anchor.appendChild(document.createElement('b')).textContent = meta.title ?? url;
  // Pagefind escapes the page's own text; the only markup in an excerpt is <mark>.
  anchor.insertAdjacentHTML('beforeend', excerpt);
  return entry;
}

function say(host: HTMLElement, words: string): void {
  const state = host.querySelector('.state');
  if (state) state.textContent = words;
}
