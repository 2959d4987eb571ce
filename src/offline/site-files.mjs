/**
 * Sorts the files of the built site: what a reader needs first, what is fetched when the page is idle, and what is kept
 * only once it has been used. Sizes decide; the figures in the comments are bytes as built in November 2026.
 */

/** Large, and not wanted by everybody: Monaco (3.6 MB with its worker) and what a program brings as WebAssembly. */
const LARGE = /^_astro\/(?:monaco|editor\.worker|codicon|shellcheck|.*\.wasm$)/;

/** Letters that few Dockerfiles and no page of ours have; a browser asks for the file when it meets one. */
const RARE_LETTERS = /^_astro\/.*-latin-ext-/;

/** The search that Plimsoll uses; Pagefind brings user interfaces of its own as well (430 KB), which no page loads. */
const SEARCH =
  /^pagefind\/(?:fragment\/|index\/|wasm\.en\.|pagefind\.js$|pagefind-worker\.js$|pagefind-entry\.json$|.*\.pf_meta$)/;

/** These name the parts of the search index, so they come after all parts: where they are kept, the index is whole. */
const SEARCH_ENTRANCE = /^pagefind\/pagefind(?:-entry|-worker)?\.js(?:on)?$/;

/** Pages in which a Dockerfile can be checked without having seen them. */
const FIRST_PAGES = ['playground/', '404.html'];

/** All exercises, for the pages that grade more than one. */
const EXERCISES = 'exercises.json';

/**
 * The address under which a file of the build is served: `guides/index.html` is `guides/`.
 * @param {string} file
 */
export function addressOf(file) {
  return file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1');
}

/**
 * @param {string} address
 * @param {readonly string[]} tables names of package tables: `debian-13`
 * @returns {'first' | 'later' | 'onceUsed' | undefined} undefined: never kept
 */
export function stepOf(address, tables) {
  if (address.startsWith('pagefind/')) return SEARCH.test(address) ? 'later' : undefined;
  if (address.startsWith('_astro/')) {
    const isTable = tables.some(
      (table) => address.startsWith(`_astro/${table}-`) || address.startsWith(`_astro/${table}.`),
    );
    return isTable || LARGE.test(address) || RARE_LETTERS.test(address) ? 'onceUsed' : 'first';
  }
  if (FIRST_PAGES.includes(address) || address === 'favicon.svg') return 'first';
  if (address === EXERCISES) return 'later';
  return address === '' || address.endsWith('/') || address.endsWith('.html') ? 'later' : undefined;
}

/**
 * Sorts addresses into steps. Pages come before the search, and the search's entrance last.
 * @param {readonly string[]} addresses
 * @param {readonly string[]} tables
 */
export function sortFiles(addresses, tables) {
  const sorted = [...addresses].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
  /** @param {'first' | 'later' | 'onceUsed'} step */
  const at = (step) => sorted.filter((address) => stepOf(address, tables) === step);
  return { first: at('first'), later: at('later'), onceUsed: at('onceUsed') };
}

/** @param {string} address */
function rank(address) {
  if (SEARCH_ENTRANCE.test(address)) return 2;
  return address.startsWith('pagefind/') ? 1 : 0;
}
