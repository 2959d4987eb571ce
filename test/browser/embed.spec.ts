import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from '@playwright/test';
import { encodeShare } from '../../src/share/link.js';
import { workspaceOf } from '../../src/share/workspace.js';
import { StaticServer } from './static-server.js';
import { expect, expectNoAxeFindings, test } from './support.js';

const TEXT = 'FROM alpine:3.24\nMAINTAINER Jo\nUSER 1000:1000\nCMD ["id"]\n';
const LISTENER = readFileSync('src/site/embed-listener.js', 'utf8');

/** Somebody's page, on an origin of its own, with Plimsoll in a frame. */
let host: StaticServer;

test.beforeEach(async () => {
  host = await StaticServer.start(mkdtempSync(join(tmpdir(), 'plimsoll-host-')));
});
test.afterEach(async () => {
  await host.stop();
  rmSync(host.folder, { recursive: true });
});

async function openHost(page: Page, baseURL: string | undefined, query = '', text = TEXT): Promise<FrameLocator> {
  const address = `${new URL('embed/', baseURL)}${query}${await encodeShare(workspaceOf(text))}`;
  const markup = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Somebody's page</title>
<link rel="icon" href="data:,"><iframe src="${address}" title="Plimsoll" width="100%" height="100"></iframe>
<script>${LISTENER}</script></html>`;
  writeFileSync(join(host.folder, 'index.html'), markup);
  await page.goto(host.address);
  return page.frameLocator('iframe');
}

const area = (frame: FrameLocator) => frame.getByRole('textbox', { name: 'Dockerfile' });
const found = (frame: FrameLocator) => frame.getByRole('list', { name: 'Findings' }).getByRole('listitem');

test('shows a Dockerfile with its findings, checks each edit, and can be reset', async ({ page, baseURL }) => {
  const frame = await openHost(page, baseURL);
  await expect(area(frame)).toHaveValue(TEXT);
  await expect(found(frame)).toHaveCount(1);
  await expect(frame.getByRole('button', { name: 'Reset' })).toBeHidden();
  await area(frame).fill('FROM alpine:3.24\nUSER 1000:1000\nCMD ["id"]\n');
  await expect(found(frame)).toHaveCount(0);
  await frame.getByRole('button', { name: 'Reset' }).click();
  await expect(area(frame)).toHaveValue(TEXT);
  await frame.getByRole('button', { name: /MAINTAINER/ }).click();
  await frame.getByRole('button', { name: 'Apply fix' }).click();
  await expect(area(frame)).toHaveValue(/LABEL/);
});

test('is as tall as its content, and nothing in it is cut off', async ({ page, baseURL }) => {
  const frame = await openHost(page, baseURL);
  const iframe = page.locator('iframe');
  const height = async () => Number(await iframe.getAttribute('height'));
  await expect(found(frame)).toHaveCount(1);
  await expect.poll(height).toBeGreaterThan(200);
  const before = await height();
  await frame.getByRole('button', { name: /MAINTAINER/ }).click();
  await expect.poll(height).toBeGreaterThan(before);
  await expect.poll(() => frame.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight)).toBe(0);
});

test('leads to the playground with the text as it is then', async ({ page, baseURL, context }) => {
  const frame = await openHost(page, baseURL);
  await area(frame).fill('FROM alpine:3.24\nRUN echo changed\n');
  const link = frame.getByRole('link', { name: 'Open in Plimsoll' });
  const fragment = await encodeShare(workspaceOf('FROM alpine:3.24\nRUN echo changed\n'));
  await expect(link).toHaveAttribute('href', `${new URL('playground/', baseURL)}${fragment}`);
  await context.addInitScript(() => localStorage.setItem('plimsoll.editor', 'text'));
  const [opened] = await Promise.all([context.waitForEvent('page'), link.click()]);
  await expect(opened.getByRole('textbox', { name: 'Dockerfile', exact: true })).toHaveValue(/echo changed/);
});

test('has the theme of its address, and then that of the page around it', async ({ page, baseURL }) => {
  const frame = await openHost(page, baseURL, '?theme=dark');
  const paper = () => frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  const dark = await paper();
  expect(dark).toBe('rgb(15, 22, 26)');
  await expect(found(frame)).toHaveCount(1);
  await page.evaluate(() => frames[0]?.postMessage({ type: 'plimsoll:theme', theme: 'light' }, '*'));
  await expect.poll(paper).not.toBe(dark);
});

test('shows without letting anybody change, where it is read-only', async ({ page, baseURL }) => {
  const frame = await openHost(page, baseURL, '?readonly');
  await expect(area(frame)).not.toBeEditable();
  await frame.getByRole('button', { name: /MAINTAINER/ }).click();
  await expect(frame.getByRole('region', { name: /What the fix changes/ })).toBeVisible();
  await expect(frame.getByRole('button', { name: 'Apply fix' })).toBeHidden();
});

test('leaves findings out, draws the load line, and takes another preset, as the address says', async ({
  page,
  baseURL,
}) => {
  let frame = await openHost(page, baseURL, '?findings=0&loadline');
  await expect(frame.getByRole('img', { name: /Predicted size/ })).toBeVisible();
  await expect(found(frame)).toHaveCount(0);
  frame = await openHost(page, baseURL, '?rules=strict');
  await expect(found(frame).filter({ hasText: 'image-not-pinned/digest' })).toHaveCount(1);
});

test('says what it cannot understand', async ({ page, baseURL }) => {
  const frame = await openHost(page, baseURL, '?theme=blue');
  await expect(frame.getByText('The address says theme=blue')).toBeVisible();
  await page.goto(`${new URL('embed/', baseURL)}#2.%%%`);
  await expect(page.getByText(/The address of this frame is damaged/)).toBeVisible();
});

test('stores nothing, loads no Monaco, and registers no service worker', async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const frame = await openHost(page, baseURL);
  await area(frame).fill('FROM alpine:3.24\nRUN echo changed\n');
  await expect(found(frame).first()).toBeVisible();
  const stored = await frame
    .locator('html')
    .evaluate(async () => [
      localStorage.length,
      document.cookie,
      (await caches.keys()).length,
      (await indexedDB.databases()).length,
    ]);
  expect(stored).toEqual([0, '', 0, 0]);
  expect(asked.filter((url) => /monaco|service-worker|register/.test(url))).toEqual([]);
});

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing, ${scheme}, on a phone`, async ({ page, baseURL }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    const query = `?theme=${scheme}&loadline`;
    await page.goto(`${new URL('embed/', baseURL)}${query}${await encodeShare(workspaceOf(TEXT))}`);
    await page.getByRole('button', { name: /MAINTAINER/ }).click();
    await expectNoAxeFindings(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

test('the page that documents it shows it, in the theme of the site', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.addInitScript(() => localStorage.setItem('starlight-theme', 'dark'));
  await page.goto('/reference/embed/');
  const frame = page.frameLocator('iframe');
  await frame.locator('main').scrollIntoViewIfNeeded();
  await expect(found(frame)).toHaveCount(2);
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
});
