/** What a page tells the service worker, and what comes back through the port of the message. */
export type PageMessage =
  /** A page was opened and is idle. Keep these addresses, and if `wantsAll`, every page and the search. */
  | { readonly type: 'visit'; readonly used: readonly string[]; readonly wantsAll: boolean }
  /** Keep these addresses, which have come past the service worker since. */
  | { readonly type: 'keep'; readonly used: readonly string[] }
  /** The reader wants the version that waits. */
  | { readonly type: 'use-new-version' };

/** The answer to `visit`: whether the whole site works without network now. */
export interface KeptAnswer {
  readonly isWhole: boolean;
}

/** On this channel the lint worker tells the page which files it has loaded: an array of addresses. */
export const USED_CHANNEL = 'plimsoll-used-files';
