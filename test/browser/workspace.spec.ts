/** Drafts, links, the build beside the Dockerfile, and the configuration: what a reader keeps and passes on. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, findings, openPanel, openWithTextArea, test, textArea } from './support.js';

const FIXABLE = 'FROM alpine:3.24\nMAINTAINER Jo\n';

async function openDrafts(page: Page) {
  await page.getByRole('button', { name: 'Drafts:' }).click();
  return page.getByRole('dialog', { name: 'Drafts' });
}

/** What the clipboard holds after Share. */
async function share(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText(/Link copied/)).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

test.describe('drafts', () => {
  test('a new one leaves the other as it is, and each comes back', async ({ page }) => {
    await openWithTextArea(page);
    await textArea(page).fill('FROM first:1\n');
    await (await openDrafts(page)).getByRole('button', { name: 'New draft' }).click();
    await expect(textArea(page)).toHaveValue('');
    await textArea(page).fill('FROM second:1\n');
    const dialog = await openDrafts(page);
    await dialog.getByRole('button', { name: /FROM first:1/ }).click();
    await expect(textArea(page)).toHaveValue('FROM first:1\n');
    await page.reload();
    await expect(textArea(page)).toHaveValue('FROM first:1\n');
  });

  test('is renamed, deleted and brought back', async ({ page }) => {
    await openWithTextArea(page);
    await textArea(page).fill(FIXABLE);
    const dialog = await openDrafts(page);
    await dialog.getByRole('button', { name: 'Rename Draft' }).click();
    await page.keyboard.type('Web shop');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Delete Web shop' }).click();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(textArea(page)).toHaveValue('');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(textArea(page)).toHaveValue(FIXABLE);
    await expect(page.getByRole('button', { name: 'Drafts: Web shop' })).toBeVisible();
  });

  test('go to another browser as a file', async ({ page, browser, baseURL }) => {
    await openWithTextArea(page);
    await textArea(page).fill(FIXABLE);
    const dialog = await openDrafts(page);
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export all' }).click();
    const file = await (await download).path();
    const other = await browser.newPage({ ...(baseURL && { baseURL }) });
    await openWithTextArea(other);
    await (await openDrafts(other)).getByLabel('Import').setInputFiles(file);
    await expect(other.getByText('1 of 1 drafts were taken in.')).toBeVisible();
    await (await openDrafts(other)).getByRole('button', { name: /FROM alpine:3.24/ }).click();
    await expect(textArea(other)).toHaveValue(FIXABLE);
    await other.close();
  });

  test('two tabs with one draft lose nothing', async ({ page, context }) => {
    await openWithTextArea(page);
    await textArea(page).fill('FROM both:1\n');
    const other = await context.newPage();
    await openWithTextArea(other);
    await expect(textArea(other)).toHaveValue('FROM both:1\n');
    await textArea(page).fill('FROM one:1\n');
    await expect(other.getByText(/was changed in another tab/)).toBeVisible();
    await textArea(other).fill('FROM other:1\n');
    await expect(other.getByText(/kept as “Draft 2”/)).toBeVisible();
    await page.reload();
    await expect(textArea(page)).toHaveValue('FROM one:1\n');
    await other.reload();
    await expect(textArea(other)).toHaveValue('FROM other:1\n');
  });

  test('a storage that is full is said, and the text stays in the editor', async ({ page }) => {
    await openWithTextArea(page);
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await textArea(page).fill(FIXABLE);
    await expect(page.getByText(/Not kept/)).toBeVisible();
    await expect(findings(page).filter({ hasText: 'maintainer-deprecated' })).toHaveCount(1);
  });

  test('the text of an earlier version is taken over', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('plimsoll.draft.1', JSON.stringify({ text: 'FROM old:1\n' })));
    await openWithTextArea(page);
    await expect(textArea(page)).toHaveValue('FROM old:1\n');
  });
});

test.describe('a share link', () => {
  test.beforeEach(async ({ context, baseURL }) => {
    const { origin } = new URL(baseURL ?? '');
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  });

  test('holds text, build, configuration and panel, and leaves the own text a draft', async ({ page, context }) => {
    await openWithTextArea(page);
    await textArea(page).fill('FROM alpine:3.24 AS base\nARG VERSION\nMAINTAINER Jo\n');
    const build = await openPanel(page, 'Build');
    await build.getByLabel('--build-arg VERSION').fill('1.2');
    await build.getByLabel('--build-arg VERSION').blur();
    await build.getByLabel('Target').selectOption('base');
    const link = await share(page);
    const other = await context.newPage();
    await openWithTextArea(other);
    await textArea(other).fill('FROM mine:1\n');
    await other.goto(link);
    await other.reload();
    await expect(textArea(other)).toHaveValue(/^FROM alpine:3.24 AS base/);
    const shown = other.getByRole('tabpanel', { name: 'Build', exact: true });
    await expect(shown.getByLabel('--build-arg VERSION')).toHaveValue('1.2');
    await expect(shown.getByLabel('Target')).toHaveValue('base');
    await (await openDrafts(other)).getByRole('button', { name: /FROM mine:1/ }).click();
    await expect(textArea(other)).toHaveValue('FROM mine:1\n');
  });

  test('opened over a text, says where that text is', async ({ page }) => {
    await openWithTextArea(page);
    await textArea(page).fill(FIXABLE);
    const link = await share(page);
    await (await openDrafts(page)).getByRole('button', { name: 'New draft' }).click();
    await textArea(page).fill('FROM mine:1\n');
    await page.evaluate((hash) => {
      location.hash = hash;
    }, new URL(link).hash);
    await expect(textArea(page)).toHaveValue(FIXABLE);
    await page.getByRole('button', { name: /^Back to/ }).click();
    await expect(textArea(page)).toHaveValue('FROM mine:1\n');
  });

  test('of a team brings its configuration, and nothing else', async ({ page, context }) => {
    await openWithTextArea(page);
    await page.getByRole('button', { name: 'Rules: recommended' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rules' });
    await dialog.getByLabel('Preset').selectOption('strict');
    await dialog.getByLabel('Severity of maintainer-deprecated').selectOption('off');
    await dialog.getByRole('button', { name: 'Copy team link' }).click();
    await expect(page.getByText(/configuration and no Dockerfile/)).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await context.newPage();
    await openWithTextArea(other);
    await textArea(other).fill(FIXABLE);
    await expect(findings(other).filter({ hasText: 'maintainer-deprecated' })).toHaveCount(1);
    await other.evaluate((hash) => {
      location.hash = hash;
    }, new URL(link).hash);
    await expect(findings(other).filter({ hasText: 'maintainer-deprecated' })).toHaveCount(0);
    await expect(textArea(other)).toHaveValue(FIXABLE);
    await expect(other.getByRole('button', { name: 'Rules: strict and 1 of your own' })).toBeVisible();
  });
});

test.describe('the configuration', () => {
  test('as text says what is wrong, and keeps what is right', async ({ page }) => {
    await openWithTextArea(page);
    await page.getByRole('button', { name: 'Rules: recommended' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rules' });
    await dialog.getByText('plimsoll.yaml').click();
    await dialog.getByRole('textbox').fill('preset: strict\nrules:\n  DL3066666: off\n');
    await expect(dialog.getByText('There is no rule `DL3066666`.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Use it' }).click();
    await expect(page.getByRole('button', { name: 'Rules: strict' })).toBeVisible();
  });

  test('finds a rule by the code of another linter', async ({ page }) => {
    await openWithTextArea(page);
    await page.getByRole('button', { name: 'Rules: recommended' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rules' });
    await dialog.getByRole('searchbox').fill('DL4000');
    await expect(dialog.getByRole('link')).toHaveText(['maintainer-deprecated']);
  });
});

test.describe('the build', () => {
  test('a folder is read here: names, sizes and its Dockerfiles', async ({ page }, info) => {
    const folder = info.outputPath('shop');
    const files = {
      Dockerfile: 'FROM alpine:3.24\nCOPY . /app\n',
      'web/Dockerfile': 'FROM nginx:1.29\n',
      '.dockerignore': 'secret\n',
      'src/app.js': 'x'.repeat(2000),
      secret: 'token',
      'start.sh': '#!/bin/sh\nexec node src/app.js\n',
    };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await openWithTextArea(page);
    const build = await openPanel(page, 'Build');
    await build.getByLabel('Choose a folder').setInputFiles(folder);
    await expect(textArea(page)).toHaveValue(files.Dockerfile);
    await expect(page.getByRole('button', { name: 'Drafts: shop' })).toBeVisible();
    await expect(build.getByLabel('.dockerignore', { exact: true })).toHaveValue('secret\n');
    await expect(build.getByLabel(/^Files, a line each/)).toHaveValue(/^2000 src\/app\.js$/m);
    await expect(build.getByLabel(/^Files, a line each/)).not.toHaveValue(/secret/);
    await build.getByRole('radio', { name: 'Show web/Dockerfile' }).check();
    await expect(textArea(page)).toHaveValue(files['web/Dockerfile']);
    await textArea(page).fill('FROM nginx:1.30\n');
    await page.getByLabel('Shown Dockerfile').selectOption('Dockerfile');
    await expect(textArea(page)).toHaveValue(files.Dockerfile);
    await page.reload();
    await (await openPanel(page, 'Build')).getByRole('radio', { name: 'Show web/Dockerfile' }).check();
    await expect(textArea(page)).toHaveValue('FROM nginx:1.30\n');
  });

  test('what is known of the context reaches the prediction', async ({ page }) => {
    await openWithTextArea(page);
    await textArea(page).fill('FROM scratch\nCOPY . /app\n');
    const build = await openPanel(page, 'Build');
    await build.getByLabel(/^Files, a line each/).fill('5000000 data.bin\nnonsense\n');
    await build.getByLabel(/^Files, a line each/).blur();
    await expect(build.getByText(/One line is no size and path/)).toBeVisible();
    await expect((await openPanel(page, 'Image')).getByText(/5\.0 MB/).first()).toBeVisible();
  });

  test('a Dockerfile is added, renamed and removed', async ({ page }) => {
    await openWithTextArea(page);
    await textArea(page).fill(FIXABLE);
    const build = await openPanel(page, 'Build');
    await build.getByRole('button', { name: 'Add a Dockerfile' }).click();
    await expect(textArea(page)).toHaveValue('');
    await textArea(page).fill('FROM second:1\n');
    await build.getByLabel('Path of Dockerfile.1').fill('Dockerfile');
    await build.getByLabel('Path of Dockerfile.1').blur();
    await expect(page.getByText(/path of its own/)).toBeVisible();
    await build.getByLabel('Path of Dockerfile.1').fill('dev/Dockerfile');
    await build.getByLabel('Path of Dockerfile.1').blur();
    await build.getByRole('button', { name: 'Remove dev/Dockerfile' }).click();
    await expect(textArea(page)).toHaveValue(FIXABLE);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(textArea(page)).toHaveValue('FROM second:1\n');
  });
});

test('what is typed after a change stays when the change is undone', async ({ page }) => {
  await openWithTextArea(page);
  await textArea(page).fill('FROM scratch\nCOPY . /app\n');
  const build = await openPanel(page, 'Build');
  await build.getByLabel(/^Files, a line each/).fill('12 a.js\n');
  await build.getByLabel(/^Files, a line each/).blur();
  await build.getByRole('button', { name: 'Forget the context' }).click();
  await textArea(page).fill('FROM scratch\nCOPY . /srv\n');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(build.getByLabel(/^Files, a line each/)).toHaveValue('12 a.js\n');
  await expect(textArea(page)).toHaveValue('FROM scratch\nCOPY . /srv\n');
});

test('the fixed file is shown, whole or as what changes, and taken', async ({ page }) => {
  await openWithTextArea(page);
  await textArea(page).fill(FIXABLE);
  const fixed = await openPanel(page, 'Fixed');
  await expect(fixed.getByRole('region', { name: 'What the safe fixes change' })).toContainText('LABEL');
  await fixed.getByText('The whole file').click();
  await expect(fixed.getByRole('region', { name: 'The fixed file' })).toContainText('FROM alpine:3.24');
  await fixed.getByRole('button', { name: 'Take it' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
  await expect(textArea(page)).toHaveValue(/LABEL/);
  await expect(fixed.getByText('There is no safe fix to make.')).toBeVisible();
});

test('every example of the gallery opens in the playground', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('plimsoll.editor', 'text'));
  await page.goto('/examples/');
  const links = page.getByRole('link', { name: /^(?:Before|After): / });
  const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  expect(addresses.length).toBeGreaterThan(60);
  await page.getByRole('link', { name: 'Before: A Node service, as most people begin' }).click();
  await expect(textArea(page)).toHaveValue(/^FROM node:/);
  // The sample that the page brings begins alike: findings show that the link has been read.
  await expect(findings(page).first()).toBeVisible();
  await expect((await openPanel(page, 'Build')).getByLabel('.dockerignore', { exact: true })).toHaveValue(
    /node_modules/,
  );
});
