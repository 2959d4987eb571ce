/**
 * The text of a rule's page, fetched from this site and taken apart: only elements and attributes of running text are
 * kept, and built anew. Nothing in it runs, and nothing is fetched for it.
 */

/** Other elements are left out, with what stands in them, or give way to their content. */
const KEPT = new Set(
  'a abbr b blockquote br code dd dl dt em h2 h3 h4 h5 hr i kbd li mark ol p pre s small span strong sub sup table tbody td th thead tr ul'.split(
    ' ',
  ),
);
const DROPPED = 'script, style, template, svg, img, iframe, button, input, select, textarea, form, .sl-anchor-link';
const ATTRIBUTES = ['class', 'colspan', 'dir', 'lang', 'rowspan', 'scope', 'start', 'title'];

export interface RulePageText {
  readonly title: string;
  readonly content: DocumentFragment;
}

/** Undefined: the page could not be had, or is none of a rule. */
export async function fetchRulePage(address: string): Promise<RulePageText | undefined> {
  try {
    const response = await fetch(address);
    if (!response.ok) return undefined;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const content = page.querySelector('main .sl-markdown-content');
    const title = page.querySelector('main h1')?.textContent?.trim();
    return content && title ? { title, content: keptOf(content, new URL(address, location.href)) } : undefined;
  } catch {
    return undefined;
  }
}

function keptOf(parent: Element, address: URL): DocumentFragment {
  const kept = document.createDocumentFragment();
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) kept.append(node.textContent ?? '');
    else if (node instanceof Element && !node.matches(DROPPED)) kept.append(keptElement(node, address));
  }
  return kept;
}

function keptElement(element: Element, address: URL): Node {
  const content = keptOf(element, address);
  if (!KEPT.has(element.localName)) return content;
  const kept = document.createElement(nameOf(element));
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value !== null) kept.setAttribute(name, value);
  }
  if (kept instanceof HTMLAnchorElement) leadOut(kept, element.getAttribute('href'), address);
  // What scrolls must be reachable by keyboard.
  if (element.localName === 'pre') kept.tabIndex = 0;
  kept.append(content);
  return kept;
}

/** The title of the page is a heading of the panel here, so the others are one level deeper. */
function nameOf({ localName }: Element): string {
  const level = /^h([2-5])$/.exec(localName)?.[1];
  return level ? `h${Number(level) + 1}` : localName;
}

/** A link opens beside the playground, so that nothing here is lost. */
function leadOut(anchor: HTMLAnchorElement, href: string | null, address: URL): void {
  const target = href === null ? null : new URL(href, address);
  if (!target || !/^https?:$/.test(target.protocol)) return;
  anchor.href = target.href;
  anchor.target = '_blank';
  anchor.rel = 'noreferrer';
}
