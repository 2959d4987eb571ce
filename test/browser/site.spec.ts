import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, expectNoAxeFindings, findings, test, textArea } from './support.js';

/** Addresses of all pages that a folder of built files has. */
function pagesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.html') && statSync(join(folder, name)).isFile())
    .map((name) => `/${name.replace(/index\.html$/, '')}`);
}

const guides = pagesOf('dist').filter((page) => /^\/guides\/./.test(page));
const some = ['/', ...guides.slice(0, 2), '/rules/', '/rules/image-not-pinned/', '/playground/'];

test('there are six guides', () => expect(guides).toHaveLength(6));

for (const scheme of ['light', 'dark'] as const)
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });
    for (const page of some)
      test(`axe finds nothing on ${page}`, async ({ page: browserPage }) => {
        await browserPage.goto(page);
        await expectNoAxeFindings(browserPage);
      });
  });

test('no page is wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  for (const address of [...some, ...guides]) {
    await page.goto(address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(390);
  }
});

test('every page has the one content security policy', async ({ page }) => {
  for (const address of some) {
    await page.goto(address);
    const policy = await page.locator('meta[http-equiv="content-security-policy" i]').getAttribute('content');
    expect(policy, address).toContain("default-src 'self'");
    expect(policy, address).toContain("style-src 'self' 'unsafe-inline'");
    expect(policy?.match(/script-src [^;]*/)?.[0], address).not.toContain('unsafe-inline');
  }
});

/** Compressed bytes of HTML, styles and scripts that a page loads before anything is touched. */
async function weightOf(page: Page, address: string): Promise<{ total: number; urls: string[] }> {
  const urls: string[] = [];
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (!/html|css|javascript/.test(type)) return;
    urls.push(response.url());
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  return { total, urls };
}

test('a guide loads no editor, parser or rule before somebody edits, and stays light', async ({ browser, baseURL }) => {
  for (const address of guides) {
    // A context of its own: nothing is in the cache.
    const context = await browser.newContext(baseURL ? { baseURL } : {});
    const fresh = await context.newPage();
    const { total, urls } = await weightOf(fresh, address);
    console.log(`${address}: ${(total / 1000).toFixed(1)} KB compressed HTML, CSS and JS`);
    expect(urls.filter((url) => /monaco|worker|inline-editor/.test(url))).toEqual([]);
    expect(total).toBeLessThanOrEqual(40_000);
    await context.close();
  }
});

test('an example can be edited in place, and opened in the playground', async ({ page }) => {
  await page.goto(guides[0] ?? '');
  const pane = page.locator('plimsoll-example').first();
  await pane.getByRole('button', { name: /Edit here/ }).click();
  const area = pane.getByRole('textbox');
  await area.fill('FROM alpine:3.24\nMAINTAINER Jo\nUSER 1000\nCMD ["id"]\n');
  await expect(pane.getByRole('list', { name: 'Findings' }).getByRole('listitem')).toHaveCount(1);
  await pane.getByRole('button', { name: /MAINTAINER/ }).click();
  await pane.getByRole('button', { name: 'Apply fix' }).click();
  await expect(area).toHaveValue(/LABEL/);
  await expect.poll(() => pane.locator('[data-playground]').getAttribute('href')).toMatch(/#2\./);
  await page.addInitScript(() => localStorage.setItem('plimsoll.editor', 'text'));
  await pane.locator('[data-playground]').click();
  await expect(textArea(page)).toHaveValue(/LABEL/);
});

test('rules are found by topic, severity, repair and by the codes of others', async ({ page }) => {
  await page.goto('/rules/');
  const rows = page.locator('[data-rule]:visible');
  await expect.poll(() => rows.count()).toBeGreaterThan(40);
  await page.getByRole('searchbox').fill('DL3009');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('package-cache-left');
  await page.getByRole('searchbox').fill('jsonargsrecommended');
  await expect(rows).toHaveCount(1);
  await page.reload();
  await expect(rows).toHaveCount(1);
});

test('a rule page shows the rule, its findings on a real example, and leads to the playground', async ({ page }) => {
  await page.goto('/rules/package-cache-left/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('package-cache-left');
  await expect(page.getByText('DL3009').first()).toBeVisible();
  await page.addInitScript(() => localStorage.setItem('plimsoll.editor', 'text'));
  await page.locator('[data-playground]').first().click();
  await expect(findings(page).first()).toBeVisible();
  await expect(findings(page).filter({ hasText: 'package-cache-left' }).first()).toBeVisible();
});

test('search finds a rule by a code of another linter', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+k');
  await page.locator('#search-field').fill('DL3009');
  await expect(page.getByRole('link', { name: /package-cache-left/ }).first()).toBeVisible();
});

test.describe('under a base path', () => {
  test.use({ baseURL: 'http://localhost:4392/' });
  test('every link and file of every page is there', async ({ page, request }) => {
    test.setTimeout(240_000);
    const addresses = pagesOf('build/site-under-base').map((address) => `/x${address}`);
    expect(addresses.length).toBeGreaterThan(50);
    const targets = new Map<string, string>();
    for (const address of addresses) {
      const html = await (await request.get(address)).text();
      for (const [, value = ''] of html.matchAll(/(?:href|src)="([^"]*)"/g)) {
        const url = new URL(value.replaceAll('&#38;', '&').replaceAll('&amp;', '&'), `http://localhost:4392${address}`);
        if (url.hostname === 'localhost' && url.port === '4392') targets.set(url.pathname, address);
      }
    }
    for (const [target, from] of targets) {
      expect(target, `linked from ${from}`).toMatch(/^\/x\//);
      expect((await request.get(target)).status(), `${target}, linked from ${from}`).toBe(200);
    }
    await page.goto('/x/playground/');
    await page.getByRole('link', { name: 'Examples' }).click();
    await page
      .getByRole('link', { name: /^Before: / })
      .first()
      .click();
    await expect(findings(page).first()).toBeVisible();
    await findings(page).first().getByRole('button').first().click();
    await page.getByRole('link', { name: /^About / }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(new URL(page.url()).pathname).toMatch(/^\/x\/rules\//);
  });
});
