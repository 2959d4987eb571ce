import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, type Page, test as testWithErrors } from '@playwright/test';
import { writeServiceWorker } from '../../src/site/integrations/service-worker.mjs';
import { StaticServer } from './static-server.js';
import { expect, findings, openPanel, paste, test, textArea } from './support.js';

test.use({ serviceWorkers: 'allow' });
testWithErrors.use({ serviceWorkers: 'allow' });

const BUILT = 'dist';
const GUIDE = 'guides/caching/';
const RULE = 'rules/image-not-pinned/';
const LARGE = /monaco|debian-|npm-|pypi-|codicon/;

const servers: StaticServer[] = [];
const folders: string[] = [];

async function serve(folder = BUILT, base = '/'): Promise<StaticServer> {
  const server = await StaticServer.start(folder, base);
  servers.push(server);
  return server;
}

test.afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The built site as a later build would leave it: one guide says something else, and one script has another name. */
async function nextBuild(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-'));
  folders.push(folder);
  cpSync(BUILT, folder, { recursive: true });
  const guide = join(folder, GUIDE, 'index.html');
  writeFileSync(guide, readFileSync(guide, 'utf8').replace(/<h1([^>]*)>[^<]*</, '<h1$1>The second version<'));
  const scripts = join(folder, '_astro');
  const editor = inlineEditor();
  const renamed = editor.replace(/[\w-]{8}\.js$/, 'SECOND00.js');
  renameSync(join(scripts, editor), join(scripts, renamed));
  for (const name of readdirSync(scripts).filter((one) => one.endsWith('.js'))) {
    const file = join(scripts, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(editor, renamed));
  }
  await writeServiceWorker(folder, pathToFileURL(`${resolve('.')}/`));
  return folder;
}

function inlineEditor(): string {
  const name = readdirSync(join(BUILT, '_astro')).find(
    (one) => one.startsWith('inline-editor.') && one.endsWith('.js'),
  );
  if (!name) throw new Error('The built site has no inline editor.');
  return name;
}

/** Visits a page and waits until everything is kept. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 30_000 });
}

async function cutOff(page: Page, server: StaticServer): Promise<void> {
  await server.stop();
  servers.splice(servers.indexOf(server), 1);
  await page.context().setOffline(true);
}

/** Addresses of all files that the browser keeps, by the name of the cache. */
function keptFiles(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('plimsoll /'));
    const lists = names.map(
      async (name) => [name, (await (await caches.open(name)).keys()).map(({ url }) => url)] as const,
    );
    return Object.fromEntries(await Promise.all(lists));
  });
}

const notice = (page: Page) => page.getByText('A new version of Plimsoll is ready.');

for (const [base, folder] of [
  ['/', BUILT],
  ['/x/', 'build/site-under-base'],
] as const)
  testWithErrors(`after one visit everything works without network, under ${base}`, async ({ page }) => {
    const server = await serve(folder, base);
    const { address } = server;
    const errors: string[] = [];
    // A table that nobody had used is not kept, and the playground says so.
    page.on('console', (message) => {
      if (message.type() === 'error' && !LARGE.test(message.location().url)) errors.push(message.text());
    });
    await visit(page, address + GUIDE);
    expect(server.asked.filter((path) => LARGE.test(path))).toEqual([]);
    await cutOff(page, server);

    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.goto(address + RULE);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('image-not-pinned');
    await page.goto(`${address}rules/?topic=size`);
    await expect(page.locator('[data-rule]:visible').first()).toBeVisible();
    await page.goto(`${address}guides`);
    expect(page.url()).toBe(`${address}guides/`);

    await page.keyboard.press('Control+k');
    await page.locator('#search-field').fill('DL3009');
    await page
      .getByRole('link', { name: /package-cache-left/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('package-cache-left');

    await page.addInitScript(() => localStorage.setItem('plimsoll.editor', 'text'));
    await page.goto(`${address}playground/`);
    await paste(page, 'FROM alpine:3.24\nMAINTAINER Jo\nUSER 1000\nCMD ["id"]\n');
    await expect(findings(page)).toHaveCount(1);
    await expect(findings(page)).toContainText('MAINTAINER');

    await page.goto(`${address}exercises/manifests-first/`);
    await expect(page.locator('.conds-head [role="status"]')).toContainText('conditions hold');
    await page.goto(`${address}team/`);
    await expect(page.getByRole('checkbox', { name: /Manifests first/ })).toBeVisible();
    expect(errors).toEqual([]);
  });

testWithErrors('an address that leads nowhere gets the page that says so', async ({ page }) => {
  const server = await serve();
  const { address } = server;
  await visit(page, address);
  await cutOff(page, server);
  await page.goto(`${address}nowhere/`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('not here');
});

test('Monaco is kept once it was used', async ({ page }) => {
  const server = await serve();
  const { address } = server;
  await page.addInitScript(() => localStorage.setItem('plimsoll.editor', 'monaco'));
  await visit(page, `${address}playground/`);
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await expect
    .poll(async () =>
      Object.values(await keptFiles(page))
        .flat()
        .join(' '),
    )
    .toMatch(/monaco-editor\.[\w-]+\.js/);
  await cutOff(page, server);
  await page.reload();
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
});

test('a package table that a file needs is kept, and no other', async ({ page }) => {
  const server = await serve();
  const { address } = server;
  await page.addInitScript(() => localStorage.setItem('plimsoll.editor', 'text'));
  await visit(page, `${address}playground/`);
  await paste(page, 'FROM debian:12-slim\nRUN apt-get update && apt-get install -y git\n');
  await openPanel(page, 'Image');
  await expect
    .poll(async () =>
      Object.values(await keptFiles(page))
        .flat()
        .join(' '),
    )
    .toContain('debian-12');
  expect(
    Object.values(await keptFiles(page))
      .flat()
      .join(' '),
  ).not.toContain('pypi-');
});

test('a new version waits, is offered, and leaves open pages of the old one whole', async ({ page, context }) => {
  const server = await serve();
  await visit(page, server.address + GUIDE);
  const before = await page.getByRole('heading', { level: 1 }).textContent();
  const other = await context.newPage();
  await other.goto(server.address + GUIDE);

  server.folder = await nextBuild();
  await page.reload();
  await expect(notice(page)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(before ?? '');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The second version');
  await expect(notice(page)).toBeHidden();

  // The old page asks for a script that the server has no more.
  const pane = other.locator('plimsoll-example').first();
  await pane.getByRole('button', { name: /Edit here/ }).click();
  await expect(pane.getByRole('textbox')).toBeVisible();
  expect(server.asked.filter((path) => path === `_astro/${inlineEditor()}`)).toHaveLength(1);

  await other.close();
  await visit(page, server.address + GUIDE);
  await expect.poll(async () => Object.keys(await keptFiles(page))).toHaveLength(1);
  await cutOff(page, server);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The second version');
});

/** Has a new version on offer, which the reader does not want now. */
async function putOffNewVersion(page: Page): Promise<void> {
  await page.reload();
  await expect(notice(page)).toBeVisible();
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(notice(page)).toBeHidden();
}

/** The heading of a page in a new tab. Chromium loses a navigation that begins just while it changes versions: then it fails. */
async function headingOf(context: BrowserContext, address: string): Promise<string | null> {
  const page = await context.newPage();
  try {
    await page.goto(address, { timeout: 6_000 });
    return await page.getByRole('heading', { level: 1 }).textContent();
  } finally {
    await page.close();
  }
}

for (const [network, headDelay] of [
  ['quick', 0],
  ['slow', 4_000],
] as const)
  test(`a new version that nobody asks for is used at the next visit, where the network is ${network}`, async ({
    page,
    context,
  }) => {
    const server = await serve();
    await visit(page, server.address + GUIDE);
    server.folder = await nextBuild();
    server.headDelay = headDelay;
    await putOffNewVersion(page);
    await page.close();
    await expect(async () => {
      expect(await headingOf(context, server.address + GUIDE)).toBe('The second version');
    }).toPass({ timeout: 25_000 });
  });

test('a new version that can be fetched only in part leaves the old one at work', async ({ page }) => {
  const server = await serve();
  const { address } = server;
  await visit(page, address + GUIDE);
  const before = await page.getByRole('heading', { level: 1 }).textContent();
  server.folder = await nextBuild();
  server.failing.push(GUIDE);
  const asked = () => server.asked.filter((path) => path === GUIDE).length;
  const askedBefore = asked();
  await page.reload();
  await expect.poll(asked).toBeGreaterThan(askedBefore);
  const newer = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.installing ?? registration?.waiting ?? null;
    });
  await expect.poll(newer).toBeNull();
  await expect(notice(page)).toBeHidden();
  await cutOff(page, server);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(before ?? '');
});

test('a site that has no service worker any more is rid of the old one', async ({ page }) => {
  const server = await serve();
  await visit(page, server.address);
  server.folder = await nextBuild();
  rmSync(join(server.folder, 'service-worker.js'));
  await page.goto(server.address);
  await expect
    .poll(() =>
      page.evaluate(async () => [
        (await navigator.serviceWorker.getRegistrations()).length,
        (await caches.keys()).length,
      ]),
    )
    .toEqual([0, 0]);
});

testWithErrors('a reader who saves data gets what was visited, and a word on the rest', async ({ page }) => {
  const server = await serve();
  const { address } = server;
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await page.goto(address + GUIDE);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto(address + RULE);
  await expect
    .poll(async () =>
      Object.values(await keptFiles(page))
        .flat()
        .join(' '),
    )
    .toContain(RULE);
  expect(server.asked.filter((path) => path.startsWith('pagefind/'))).toEqual([]);
  await cutOff(page, server);
  await page.goto(address + RULE);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('image-not-pinned');
  await page.goto(`${address}guides/bloat/`);
  await expect(page.getByRole('heading', { name: 'There is no network' })).toBeVisible();
});

/** Every format of the export, the rules and the drafts. */
async function useDialogs(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  const close = dialog.getByRole('button', { name: 'Close' });
  await page.getByRole('button', { name: 'Export' }).click();
  for (const format of await dialog.getByRole('radio').all()) {
    await format.check();
    await expect(dialog.getByRole('textbox')).toHaveValue(/\w/);
  }
  await close.click();
  await page.getByRole('button', { name: /^Rules/ }).click();
  await expect(dialog.getByText('image-not-pinned').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Drafts:' }).click();
  await dialog.getByRole('button', { name: 'New draft' }).click();
}

/** The full editor: completion, hover, and the next finding. */
async function useMonaco(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Full editor' }).click();
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('FROM debian:13-slim\nUSER 1:1\nMAINTAINER Jo\nCO');
  await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
  await page.keyboard.press('Escape');
  await expect(findings(page).filter({ hasText: 'MAINTAINER' })).toHaveCount(1);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F8');
  await expect(page.locator('.monaco-hover').filter({ hasText: 'MAINTAINER' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('.monaco-editor .view-line').first().getByText('debian').hover();
  await expect(page.locator('.monaco-hover').filter({ hasText: 'trixie' })).toBeVisible();
}

test('no request leaves the origin in a whole session, not even from a worker', async ({ page, context }) => {
  test.slow();
  const server = await serve();
  const { address } = server;
  const foreign: string[] = [];
  const fromServiceWorker: string[] = [];
  context.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(address)) foreign.push(request.url());
    if (request.serviceWorker()) fromServiceWorker.push(request.url());
  });
  await page.addInitScript(() => localStorage.setItem('plimsoll.editor', 'text'));
  await visit(page, `${address}playground/`);
  await paste(page, 'FROM debian:13-slim\nMAINTAINER Jo\nRUN apt-get install -y git\nUSER 1000\nCMD ["id"]\n');
  await findings(page)
    .getByRole('button', { name: /MAINTAINER/ })
    .click();
  await page.getByRole('button', { name: 'Apply fix' }).click();
  await expect(textArea(page)).toHaveValue(/LABEL/);
  for (const name of ['Image', 'Rebuild', 'Process', 'Explain', 'Fixed', 'Build', 'Findings'] as const) {
    await openPanel(page, name);
    await expect(page.getByRole('tabpanel').getByText(/\w/).first()).toBeVisible();
  }
  await page.getByRole('button', { name: /^Share/ }).click();
  await useDialogs(page);
  await useMonaco(page);
  await page.goto(address + GUIDE);
  await page
    .getByRole('button', { name: /Edit here/ })
    .first()
    .click();
  await page.keyboard.press('Escape');
  await page.goto(address);
  await page.keyboard.press('Control+k');
  await page.locator('#search-field').fill('DL3009');
  await expect(page.getByRole('link', { name: /package-cache-left/ }).first()).toBeVisible();
  expect(foreign).toEqual([]);
  expect(fromServiceWorker.length).toBeGreaterThan(50);
});
