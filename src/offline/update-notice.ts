/** The quiet notice that a new version of the site is there. Fetched when there is one. */

import styles from '../site/styles/update-notice.css?inline';
import type { PageMessage } from './messages.js';

const ID = 'plimsoll-update';

/** Offers the version that waits; where the reader wants it, it takes over and the page is loaded again. */
export function offerNewVersion(registration: ServiceWorkerRegistration): void {
  showNotice(() => {
    const { waiting } = registration;
    // Another tab may have brought the new version already.
    if (!waiting) return location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
    const message: PageMessage = { type: 'use-new-version' };
    waiting.postMessage(message);
  });
}

/** Shows the notice at the lower edge of the window. */
function showNotice(onReload: () => void): void {
  if (document.getElementById(ID)) return;
  const style = document.createElement('style');
  style.textContent = styles;
  const notice = document.createElement('aside');
  notice.id = ID;
  notice.className = 'update-notice';
  notice.setAttribute('aria-label', 'New version');
  const words = document.createElement('p');
  words.setAttribute('role', 'status');
  notice.append(
    words,
    button('Reload', onReload),
    button('Later', () => notice.remove()),
  );
  document.head.append(style);
  document.body.append(notice);
  // Words that come into a live region are read out; words that come with it are not.
  requestAnimationFrame(() => {
    words.textContent = 'A new version of Plimsoll is ready.';
  });
}

function button(label: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'btn';
  element.textContent = label;
  element.addEventListener('click', onClick);
  return element;
}
