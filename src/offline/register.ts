/**
 * Brings the service worker to a page, once the page is loaded: it keeps the site for use without network, and says when
 * a new version is there. `<html data-offline="ready">` says that everything is kept.
 */
import { type KeptAnswer, type PageMessage, USED_CHANNEL } from './messages.js';

/** Addresses of files that came past the service worker: before it was there, or into the lint worker. */
const past = new Set<string>();
/** Those of them that the service worker does not know of yet. */
let untold: string[] = [];
/** Tells the service worker of them; undefined while there is none. */
let tell: (() => void) | undefined;

/** Registers the service worker below the site's base. */
export function keepForOfflineUse(base: string): void {
  if (!('serviceWorker' in navigator)) return;
  new BroadcastChannel(USED_CHANNEL).onmessage = ({ data }) => note(data as readonly string[]);
  const observer = new PerformanceObserver((list) => {
    const entries = list.getEntries() as PerformanceResourceTiming[];
    note(entries.filter(({ workerStart }) => workerStart === 0).map(({ name }) => name));
  });
  observer.observe({ type: 'resource', buffered: true });
  addEventListener('load', () => void register(base).catch(() => undefined)); // Without it the site works, with network.
}

function note(urls: readonly string[]): void {
  untold.push(...urls.filter((url) => !past.has(url)));
  for (const url of urls) past.add(url);
  if (untold.length > 0) tell?.();
}

function takeUntold(): string[] {
  const urls = untold;
  untold = [];
  return urls;
}

async function register(base: string): Promise<void> {
  const registration: ServiceWorkerRegistration | undefined = await navigator.serviceWorker.register(
    `${base.replace(/\/$/, '')}/service-worker.js`,
    { updateViaCache: 'none' },
  );
  if (!registration) return;
  watchForNewVersion(registration);
  await navigator.serviceWorker.ready;
  const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
  idle(() => announce(registration));
}

function announce({ active }: ServiceWorkerRegistration): void {
  if (!active) return;
  const { saveData = false } = (navigator as { connection?: { saveData?: boolean } }).connection ?? {};
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    if ((data as KeptAnswer).isWhole) document.documentElement.dataset['offline'] = 'ready';
  };
  const send = (message: PageMessage, ports: readonly MessagePort[] = []) => active.postMessage(message, [...ports]);
  send({ type: 'visit', used: [location.href, ...takeUntold()], wantsAll: !saveData }, [port2]);
  tell = () => send({ type: 'keep', used: takeUntold() });
}

function watchForNewVersion(registration: ServiceWorkerRegistration): void {
  if (registration.waiting) void offer(registration);
  // The browser looks for a new version by itself too, and may have found it before this page listens.
  offerOnceInstalled(registration);
  registration.addEventListener('updatefound', () => offerOnceInstalled(registration));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
  });
}

function offerOnceInstalled(registration: ServiceWorkerRegistration): void {
  const { installing } = registration;
  installing?.addEventListener('statechange', () => {
    if (installing.state === 'installed' && navigator.serviceWorker.controller) void offer(registration);
  });
}

async function offer(registration: ServiceWorkerRegistration): Promise<void> {
  const { offerNewVersion } = await import('./update-notice.js');
  offerNewVersion(registration);
}
