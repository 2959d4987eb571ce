/** What the service worker knows of the version of the site that it keeps. Written by the build, into the worker. */

/** Addresses below the site's base (`rules/`, `_astro/page.Ab3.js`), each with the hash of what stands there. */
export type Files = Readonly<Record<string, string>>;

export interface Manifest {
  /** Changes whenever a file does. */
  readonly version: string;
  /** Kept before the worker takes over: the playground, and what every page is drawn with. */
  readonly first: Files;
  /** Kept when the page is idle, in this order: the other pages and the search. */
  readonly later: Files;
  /** Kept once somebody has used them: what is large, and not wanted by everybody. */
  readonly onceUsed: Files;
}

/** The hash of a file's bytes: SHA-256 in hexadecimal, shortened to what tells versions apart. */
export async function hashOf(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** An address without the hash that the build puts into a file's name: `_astro/npm-Ab3x9.js` is `_astro/npm.js`. */
export function stemOf(address: string): string {
  return address.replace(/[.-][\w-]{8}(?=\.\w+$)/, '');
}
