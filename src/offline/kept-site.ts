/**
 * One version of the site, kept in a cache of the browser. A version has a cache of its own, and what goes into it has
 * the hash that the build wrote down: a cache never holds files of two versions, not even when the site is replaced
 * while it is fetched. What can't be fetched or stored leaves the version that worked before as it is.
 */
import { type Files, hashOf, type Manifest, stemOf } from './manifest.js';

export interface Surroundings {
  readonly caches: CacheStorage;
  readonly fetch: (request: Request) => Promise<Response>;
  /** The address of the site's base, with a slash at the end. */
  readonly base: string;
}

/** How many files are fetched at a time. */
const AT_ONCE = 6;

/** Files of the search go with each other, so none of them is kept alone. */
const SEARCH = 'pagefind/';

export class KeptSite {
  private readonly prefix: string;
  private readonly name: string;
  private readonly all: Files;

  constructor(
    private readonly manifest: Manifest,
    private readonly around: Surroundings,
  ) {
    this.prefix = `plimsoll ${new URL(around.base).pathname} `;
    this.name = this.prefix + manifest.version;
    this.all = { ...manifest.first, ...manifest.later, ...manifest.onceUsed };
  }

  /**
   * Keeps what the playground needs, the pages that are open, and whatever an earlier version of the site had kept.
   * Fails where one of them can't be had; the next attempt goes on from there.
   */
  async install(open: readonly string[]): Promise<void> {
    const { first, later, onceUsed } = this.manifest;
    const before = await this.addressesInOtherCaches();
    const known = Object.keys(later).filter((address) => before.has(address));
    const opened = open
      .map((url) => this.addressOf(url))
      .filter((address) => address !== undefined && address in later);
    await this.keep([...Object.keys(first), ...known, ...(opened as string[])]);
    const stems = new Set([...before].map(stemOf));
    await this.keep(Object.keys(onceUsed).filter((address) => stems.has(stemOf(address)))).catch(() => undefined);
  }

  /** Keeps what has been used and, if asked for, every page and the search. True: nothing of that is missing. */
  async complete(used: readonly string[], wantsAll: boolean): Promise<boolean> {
    const addresses = used
      .map((url) => this.addressOf(url))
      .filter((address) => address !== undefined && address in this.all);
    const wanted = wantsAll ? Object.keys(this.manifest.later) : [];
    try {
      await this.keep([...(addresses as string[]).filter((address) => !address.startsWith(SEARCH)), ...wanted]);
      return wantsAll;
    } catch {
      return false;
    }
  }

  /** Fetches and stores, a few at a time and in the given order, what is not there yet. */
  private async keep(addresses: readonly string[]): Promise<void> {
    const cache = await this.around.caches.open(this.name);
    const kept = new Set((await cache.keys()).map(({ url }) => this.addressOf(url)));
    const missing = [...new Set(addresses)].filter((address) => !kept.has(address));
    for (let start = 0; start < missing.length; start += AT_ONCE)
      await Promise.all(missing.slice(start, start + AT_ONCE).map((address) => this.take(cache, address)));
  }

  private async take(cache: Cache, address: string): Promise<void> {
    const response = (await this.fromOtherCache(address)) ?? (await this.around.fetch(this.requestFor(address)));
    if (!response.ok) throw new Error(`${address} answers ${response.status}.`);
    if (!(await this.store(cache, address, response)))
      throw new Error(`${address} is not of version ${this.manifest.version}.`);
  }

  /** Stores a response if it has the content that this version has there. */
  private async store(cache: Cache, address: string, response: Response): Promise<boolean> {
    const bytes = await response.arrayBuffer();
    if ((await hashOf(bytes)) !== this.all[address]) return false;
    const type = response.headers.get('content-type') ?? 'application/octet-stream';
    // A response of our own: one that came by a redirect may not answer a navigation.
    await cache.put(this.urlOf(address), new Response(bytes, { headers: { 'content-type': type } }));
    return true;
  }

  /** Names in `_astro/` hold a hash, so that the browser's own cache can be trusted for them. */
  private requestFor(address: string): Request {
    return new Request(this.urlOf(address), { cache: address.startsWith('_astro/') ? 'default' : 'no-cache' });
  }

  /** An unchanged file, from the cache of another version. */
  private async fromOtherCache(address: string): Promise<Response | undefined> {
    for (const name of await this.otherNames()) {
      const response = await (await this.around.caches.open(name)).match(this.urlOf(address));
      if (response && (await hashOf(await response.clone().arrayBuffer())) === this.all[address]) return response;
    }
    return undefined;
  }

  /** What the page gets: what is kept, else what the network has, else a word on what is missing. */
  async respond(request: Request): Promise<Response> {
    const address = this.addressOf(request.url);
    if (address === undefined) return this.around.fetch(request);
    if (request.mode === 'navigate' && !(address in this.all) && `${address}/` in this.all)
      return Response.redirect(this.urlOf(`${address}/`) + new URL(request.url).search);
    const kept = await this.match(address).catch(() => undefined);
    return kept ?? this.fromNetwork(request, address);
  }

  /** An open page of an earlier version asks for files that only the cache of that version has. */
  private async match(address: string): Promise<Response | undefined> {
    const names = address in this.all ? [this.name] : await this.otherNames();
    for (const name of names) {
      const response = await (await this.around.caches.open(name)).match(this.urlOf(address));
      if (response) return response;
    }
    return undefined;
  }

  private async fromNetwork(request: Request, address: string): Promise<Response> {
    try {
      const response = await this.around.fetch(request);
      if (response.ok && address in this.all && !address.startsWith(SEARCH))
        await this.keepCopy(address, response.clone());
      return response;
    } catch (error) {
      if (request.mode !== 'navigate') throw error;
      return address in this.all ? notKept(this.around.base) : this.notThere();
    }
  }

  /** The site's own page for an address that leads to nothing. */
  private async notThere(): Promise<Response> {
    const page = await this.match('404.html');
    return page ? new Response(page.body, { status: 404, headers: page.headers }) : notKept(this.around.base);
  }

  /** Where the browser has no room left, the page goes on without the copy. */
  private async keepCopy(address: string, response: Response): Promise<void> {
    try {
      await this.store(await this.around.caches.open(this.name), address, response);
    } catch {
      // Nothing was promised.
    }
  }

  /** Deletes every other version of this site. */
  async deleteOthers(): Promise<void> {
    await Promise.all((await this.otherNames()).map((name) => this.around.caches.delete(name)));
  }

  /** Deletes everything that is kept of this site. */
  async deleteAll(): Promise<void> {
    await Promise.all([this.deleteOthers(), this.around.caches.delete(this.name)]);
  }

  private async otherNames(): Promise<string[]> {
    const names = await this.around.caches.keys();
    return names.filter((name) => name.startsWith(this.prefix) && name !== this.name);
  }

  private async addressesInOtherCaches(): Promise<Set<string>> {
    const caches = await Promise.all((await this.otherNames()).map((name) => this.around.caches.open(name)));
    const requests = (await Promise.all(caches.map((cache) => cache.keys()))).flat();
    return new Set(requests.flatMap(({ url }) => this.addressOf(url) ?? []));
  }

  /** The address below the base, as the manifest has it; undefined: elsewhere. */
  private addressOf(url: string): string | undefined {
    const { origin, pathname } = new URL(url);
    const base = new URL(this.around.base);
    if (origin !== base.origin || !pathname.startsWith(base.pathname)) return undefined;
    return decodeURI(pathname.slice(base.pathname.length)).replace(/(^|\/)index\.html$/, '$1');
  }

  private urlOf(address: string): string {
    return new URL(address, this.around.base).href;
  }
}

/** A page that this site has and this browser does not. */
function notKept(base: string): Response {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Not kept for use without network</title>
<h1>There is no network</h1>
<p>This page has not been kept in this browser, so it can't be shown now. <a href="${base}playground/">The playground</a> can.</p></html>`;
  return new Response(page, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
