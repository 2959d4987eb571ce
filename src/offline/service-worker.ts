/// <reference lib="webworker" />
/**
 * The service worker: keeps one version of the site in the browser, so that it works without network.
 *
 * A new version is fetched beside the old one and waits until every page of the old one is gone, or until the reader
 * asks for it. Pages of the old version that are still open then keep their files until they are closed.
 * There is a way out: where the server has no service worker any more (it answers 404, or with a page), this one deletes
 * what it keeps and unregisters itself, on the next visit with network. Browsers look for a newer worker on each visit,
 * past their cache, so that a broken one is replaced.
 */
import { KeptSite } from './kept-site.js';
import type { Manifest } from './manifest.js';
import type { KeptAnswer, PageMessage } from './messages.js';

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build. */
declare const PLIMSOLL_MANIFEST: Manifest;

const base = self.registration.scope;
const site = new KeptSite(PLIMSOLL_MANIFEST, { caches, fetch: (request) => fetch(request), base });

/** Pages that were open when this version took over from another: they still need the files of that one. */
const OLD_PAGES = new Request(new URL('plimsoll-old-pages', base));
const NOTES = `plimsoll-notes ${base}`;

self.addEventListener('install', (event) => event.waitUntil(install()));

async function install(): Promise<void> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  await site.install(open.map(({ url }) => url));
}

self.addEventListener('activate', (event) => event.waitUntil(activate()));

async function activate(): Promise<void> {
  const open = await self.clients.matchAll({ type: 'window' });
  const notes = await caches.open(NOTES);
  await notes.put(OLD_PAGES, Response.json(open.map(({ id }) => id)));
  await deleteOldVersions();
  await self.clients.claim();
}

/** Deletes old versions of the site once no page of theirs is open. One that waits has a cache too, and is not old. */
async function deleteOldVersions(): Promise<void> {
  if (self.registration.installing || self.registration.waiting) return;
  const note = await (await caches.open(NOTES)).match(OLD_PAGES);
  const old: readonly string[] = note ? await note.json() : [];
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!open.some(({ id }) => old.includes(id))) await site.deleteOthers();
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(base)) event.respondWith(site.respond(request));
});

self.addEventListener('message', (event) => {
  const message = event.data as PageMessage;
  if (message.type === 'use-new-version') event.waitUntil(self.skipWaiting());
  if (message.type === 'keep') event.waitUntil(site.complete(message.used, false));
  if (message.type === 'visit') event.waitUntil(visit(message, event.ports[0]));
});

async function visit(
  { used, wantsAll }: Extract<PageMessage, { type: 'visit' }>,
  port: MessagePort | undefined,
): Promise<void> {
  // A browser changes versions only when the old one has nothing to do: visits in quick succession would put that off.
  if (self.registration.waiting) return;
  if (await isWithdrawn()) {
    await Promise.all([site.deleteAll(), caches.delete(NOTES), self.registration.unregister()]);
    return;
  }
  await deleteOldVersions();
  const answer: KeptAnswer = { isWhole: await site.complete(used, wantsAll) };
  port?.postMessage(answer);
}

/** Whether the server is there and has no service worker any more. */
async function isWithdrawn(): Promise<boolean> {
  try {
    const { ok, status, headers } = await fetch(self.location.href, { method: 'HEAD', cache: 'no-store' });
    return status === 404 || status === 410 || (ok && !/javascript/.test(headers.get('content-type') ?? ''));
  } catch {
    return false;
  }
}
