import { describe, expect, it } from 'vitest';
import { KeptSite } from '../../src/offline/kept-site.js';
import { hashOf, type Manifest } from '../../src/offline/manifest.js';
import { BASE, FakeCaches, hostWith, noNetwork } from './fake-browser.js';

type Contents = Readonly<Record<string, string>>;

interface Build {
  readonly first: Contents;
  readonly later?: Contents;
  readonly onceUsed?: Contents;
}

const ONE: Build = {
  first: { 'playground/': 'playground 1', '404.html': 'not here', '_astro/page.aaaaaaaa.js': 'page' },
  later: { '': 'home 1', 'rules/': 'rules 1', 'pagefind/pagefind.js': 'search 1' },
  onceUsed: { '_astro/monaco.aaaaaaaa.js': 'monaco' },
};
const TWO: Build = {
  first: { ...ONE.first, 'playground/': 'playground 2' },
  later: { ...ONE.later, 'rules/': 'rules 2' },
  onceUsed: { '_astro/monaco.bbbbbbbb.js': 'monaco 2' },
};

async function hashed(contents: Contents = {}) {
  const pairs = Object.entries(contents).map(
    async ([address, text]) => [address, await hashOf(bytesOf(text))] as const,
  );
  return Object.fromEntries(await Promise.all(pairs));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

async function manifestOf(version: string, { first, later, onceUsed }: Build): Promise<Manifest> {
  return { version, first: await hashed(first), later: await hashed(later), onceUsed: await hashed(onceUsed) };
}

function filesOf({ first, later, onceUsed }: Build): Contents {
  return { ...first, ...later, ...onceUsed };
}

async function siteOf(
  version: string,
  build: Build,
  caches: FakeCaches,
  fetch: (request: Request) => Promise<Response> = hostWith(filesOf(build)),
) {
  return new KeptSite(await manifestOf(version, build), {
    caches: caches as unknown as CacheStorage,
    fetch,
    base: BASE,
  });
}

/** A request of a page; Node's own can't be a navigation. */
function requestOf(address: string, mode: RequestMode = 'cors'): Request {
  return Object.defineProperty(new Request(BASE + address), 'mode', { value: mode });
}

async function textOf(response: Promise<Response>): Promise<string> {
  return (await response).text();
}

describe('the first version', () => {
  it('keeps what comes first and the pages that are open, and nothing else', async () => {
    const caches = new FakeCaches();
    await (await siteOf('1', ONE, caches)).install([`${BASE}rules/?topic=size#a`, 'https://elsewhere.test/']);
    expect(caches.kept('1')).toEqual(['404.html', '_astro/page.aaaaaaaa.js', 'playground/', 'rules/']);
  });

  it('keeps the rest when it is asked to, and of what is large only what was used', async () => {
    const caches = new FakeCaches();
    const site = await siteOf('1', ONE, caches);
    await site.install([]);
    expect(await site.complete([], true)).toBe(true);
    expect(caches.kept('1')).toEqual([
      '',
      '404.html',
      '_astro/page.aaaaaaaa.js',
      'pagefind/pagefind.js',
      'playground/',
      'rules/',
    ]);
    expect(await site.complete([`${BASE}_astro/monaco.aaaaaaaa.js`], false)).toBe(false);
    expect(caches.kept('1')).toContain('_astro/monaco.aaaaaaaa.js');
  });

  it('fails where a file is not to be had, or is of another version, and goes on from there', async () => {
    const caches = new FakeCaches();
    const { '404.html': _, ...without } = ONE.first;
    await expect((await siteOf('1', ONE, caches, hostWith(without))).install([])).rejects.toThrow(
      '404.html answers 404',
    );
    const mixed = { ...ONE.first, 'playground/': 'playground 2' };
    await expect((await siteOf('1', ONE, new FakeCaches(), hostWith(mixed))).install([])).rejects.toThrow(
      'not of version 1',
    );
    const host = hostWith(ONE.first);
    await (await siteOf('1', ONE, caches, host)).install([]);
    expect(host.mock.calls.map(([{ url }]) => url)).toEqual([`${BASE}404.html`]);
  });
});

describe('a request', () => {
  it('gets what is kept, without asking the network', async () => {
    const caches = new FakeCaches();
    await (await siteOf('1', ONE, caches)).install([]);
    const site = await siteOf('1', ONE, caches, noNetwork);
    expect(await textOf(site.respond(requestOf('playground/?embed', 'navigate')))).toBe('playground 1');
    expect(await textOf(site.respond(requestOf('playground/index.html', 'navigate')))).toBe('playground 1');
  });

  it('keeps what the network gives, if it belongs to this version', async () => {
    const caches = new FakeCaches();
    const site = await siteOf('1', ONE, caches, hostWith({ ...filesOf(ONE), '': 'home 2' }));
    await site.respond(requestOf('_astro/monaco.aaaaaaaa.js'));
    expect(await textOf(site.respond(requestOf('', 'navigate')))).toBe('home 2');
    expect(caches.kept('1')).toEqual(['_astro/monaco.aaaaaaaa.js']);
  });

  it('keeps no single file of the search, whose files belong together', async () => {
    const caches = new FakeCaches();
    const site = await siteOf('1', ONE, caches);
    await site.respond(requestOf('pagefind/pagefind.js'));
    await site.complete([`${BASE}pagefind/pagefind.js`], false);
    expect(caches.kept('1')).toEqual([]);
  });

  it('is answered where no room is left for a copy', async () => {
    const caches = new FakeCaches();
    (await caches.open('plimsoll /x/ 1')).isFull = true;
    const site = await siteOf('1', ONE, caches);
    expect(await textOf(site.respond(requestOf('rules/', 'navigate')))).toBe('rules 1');
    expect(await site.complete([], true)).toBe(false);
    await expect(site.install([])).rejects.toThrow('No room left');
  });

  it('without network says what is not kept, and what is not there', async () => {
    const caches = new FakeCaches();
    await (await siteOf('1', ONE, caches)).install([]);
    const site = await siteOf('1', ONE, caches, noNetwork);
    const notKept = await site.respond(requestOf('rules/', 'navigate'));
    expect(notKept.status).toBe(503);
    expect(await notKept.text()).toContain('There is no network');
    const notThere = await site.respond(requestOf('nowhere/', 'navigate'));
    expect([notThere.status, await notThere.text()]).toEqual([404, 'not here']);
    await expect(site.respond(requestOf('_astro/monaco.aaaaaaaa.js'))).rejects.toThrow('Failed to fetch');
  });

  it('for a page without its last slash is sent on', async () => {
    const site = await siteOf('1', ONE, new FakeCaches(), noNetwork);
    const response = await site.respond(requestOf('rules?topic=size', 'navigate'));
    expect([response.status, response.headers.get('location')]).toEqual([302, `${BASE}rules/?topic=size`]);
  });
});

describe('a new version', () => {
  async function afterFirst() {
    const caches = new FakeCaches();
    const site = await siteOf('1', ONE, caches);
    await site.install([]);
    await site.complete([`${BASE}_astro/monaco.aaaaaaaa.js`], true);
    return { caches, site };
  }

  it('fetches what has changed and keeps as much as the old one did', async () => {
    const { caches } = await afterFirst();
    const host = hostWith(filesOf(TWO));
    await (await siteOf('2', TWO, caches, host)).install([]);
    expect(host.mock.calls.map(([{ url }]) => url.slice(BASE.length)).sort()).toEqual([
      '_astro/monaco.bbbbbbbb.js',
      'playground/',
      'rules/',
    ]);
    expect(caches.kept('2')).toEqual(Object.keys(filesOf(TWO)).sort());
  });

  it('leaves the old one as it is, and gives its open pages their files', async () => {
    const { caches, site } = await afterFirst();
    const next = await siteOf('2', TWO, caches);
    await next.install([]);
    expect(await textOf(site.respond(requestOf('rules/', 'navigate')))).toBe('rules 1');
    expect(await textOf(next.respond(requestOf('rules/', 'navigate')))).toBe('rules 2');
    expect(await textOf(next.respond(requestOf('_astro/monaco.aaaaaaaa.js')))).toBe('monaco');
  });

  it('deletes old ones, and nothing of other sites on the same origin', async () => {
    const { caches } = await afterFirst();
    await caches.open('plimsoll / 1');
    const next = await siteOf('2', TWO, caches);
    await next.install([]);
    await next.deleteOthers();
    expect(await caches.keys()).toEqual(['plimsoll / 1', 'plimsoll /x/ 2']);
    await next.deleteAll();
    expect(await caches.keys()).toEqual(['plimsoll / 1']);
  });
});
