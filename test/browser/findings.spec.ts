import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectNoAxeFindings, findings, openWithTextArea, test, textArea } from './support.js';

const TEXT = [
  'FROM debian:trixie-slim',
  'MAINTAINER Jo',
  'RUN apt-get update && apt-get install -y curl',
  'USER 1000:1000',
  'CMD ["id"]',
  '',
].join('\n');

/** The rules that it breaks, in the order of the file. */
const RULES = ['maintainer-deprecated', 'package-cache-left/apt', 'recommended-packages-installed'];

async function open(page: Page, text = TEXT): Promise<void> {
  await openWithTextArea(page);
  await textArea(page).fill(text);
  await expect(findings(page)).toHaveCount(RULES.length);
}

const head = (page: Page, name: RegExp) => page.getByRole('button', { name });

async function openFinding(page: Page, name: RegExp): Promise<void> {
  await head(page, name).click();
  await expect(head(page, name)).toHaveAttribute('aria-expanded', 'true');
}

test.describe('the export', () => {
  test('shows each format, copies it, and downloads it under its name', async ({ page, context, baseURL }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(baseURL ?? '').origin });
    await open(page);
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    const report = dialog.getByRole('textbox');
    await expect(report).toHaveValue(/^## Plimsoll: 2 warnings, 1 info in `Dockerfile`/);
    await expectNoAxeFindings(page);
    const begins = {
      SARIF: '"version": "2.1.0"',
      JSON: '{"version":1,',
      'GitHub annotations': '::warning file=Dockerfile',
    };
    for (const [format, words] of Object.entries(begins)) {
      await dialog.getByRole('radio', { name: format }).check();
      await expect.poll(() => report.inputValue()).toContain(words);
    }
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await expect(dialog.getByText('GitHub annotations copied.')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await report.inputValue());
    const names = { Markdown: 'plimsoll.md', SARIF: 'plimsoll.sarif', JSON: 'plimsoll.json', GitHub: 'plimsoll.txt' };
    for (const [format, name] of Object.entries(names)) {
      await dialog.getByRole('radio', { name: format }).check();
      const downloaded = page.waitForEvent('download');
      await dialog.getByRole('button', { name: `Download ${name}` }).click();
      const file = await downloaded;
      expect(file.suggestedFilename()).toBe(name);
      expect(readFileSync(await file.path(), 'utf8')).toBe(await report.inputValue());
    }
  });

  test('gives the Dockerfile, and the one with all safe fixes', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Export' }).click();
    for (const [button, words] of [
      ['Download Dockerfile', 'MAINTAINER Jo'],
      ['Download fixed Dockerfile', 'LABEL org.opencontainers.image.authors="Jo"'],
    ] as const) {
      const downloaded = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      const file = await downloaded;
      expect(file.suggestedFilename()).toBe('Dockerfile');
      expect(readFileSync(await file.path(), 'utf8')).toContain(words);
    }
    await expect(textArea(page)).toHaveValue(TEXT);
  });

  test('selects the text where the browser does not let it copy', async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } }),
    );
    await open(page);
    await page.getByRole('button', { name: 'Export' }).click();
    const report = page.getByRole('dialog').getByRole('textbox');
    await expect(report).not.toHaveValue('');
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByText(/The text is selected/)).toBeVisible();
    expect(
      await report.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd)),
    ).toBe(await report.inputValue());
  });
});

test.describe('ignoring', () => {
  test('a finding here, with a reason, and back', async ({ page }) => {
    await open(page);
    await openFinding(page, /MAINTAINER/);
    await page.getByRole('button', { name: 'Ignore here' }).click();
    await expect(page.getByRole('textbox', { name: 'Reason (optional)' })).toBeFocused();
    await page.keyboard.type('an old tool reads it');
    await page.keyboard.press('Enter');
    await expect(textArea(page)).toHaveValue(
      TEXT.replace('MAINT', '# plimsoll ignore=maintainer-deprecated -- an old tool reads it\nMAINT'),
    );
    await expect(findings(page)).toHaveCount(RULES.length - 1);
    await expect(page.getByText('1 more ignored by comments in the file.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(textArea(page)).toHaveValue(TEXT);
    await expect(findings(page)).toHaveCount(RULES.length);
  });

  test('a rule in the whole file; Escape leaves everything as it was', async ({ page }) => {
    await open(page);
    await openFinding(page, /MAINTAINER/);
    const button = page.getByRole('button', { name: 'Ignore rule in this file' });
    await button.click();
    await page.keyboard.press('Escape');
    await expect(button).toBeFocused();
    await expect(textArea(page)).toHaveValue(TEXT);
    await button.click();
    await page.getByRole('button', { name: 'Insert comment' }).click();
    await expect(textArea(page)).toHaveValue(`# plimsoll ignore-file=maintainer-deprecated\n${TEXT}`);
    await expect(findings(page)).toHaveCount(RULES.length - 1);
  });

  test('a rule by the configuration, and back', async ({ page }) => {
    await open(page);
    await openFinding(page, /MAINTAINER/);
    await page.getByRole('button', { name: 'Turn rule off' }).click();
    await expect(findings(page)).toHaveCount(RULES.length - 1);
    await expect(textArea(page)).toHaveValue(TEXT);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(findings(page)).toHaveCount(RULES.length);
  });
});

test.describe('the list', () => {
  test('is filtered by words and severities; what is hidden is said and comes back', async ({ page }) => {
    await open(page);
    await page.getByRole('searchbox', { name: 'Filter findings' }).fill('DL4000');
    await expect(findings(page)).toHaveCount(1);
    await expect(page.getByText('1 of 3 shown')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Filter findings' }).fill('');
    const info = page.getByRole('button', { name: '1 info' });
    await info.click();
    await expect(info).toHaveAttribute('aria-pressed', 'true');
    await expect(findings(page)).toHaveText([/recommended-packages-installed/]);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(findings(page)).toHaveCount(RULES.length);
    await expect(info).toHaveAttribute('aria-pressed', 'false');
  });

  test('is grouped, and remembers how', async ({ page }) => {
    await open(page);
    await page.getByRole('combobox', { name: 'Group findings' }).selectOption('severity');
    await expect(page.getByRole('heading', { name: 'Warnings 2' })).toBeVisible();
    await expect(page.getByRole('list', { name: 'Info 1' }).locator('> li')).toHaveCount(1);
    await expectNoAxeFindings(page);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Warnings 2' })).toBeVisible();
    await page.getByRole('combobox', { name: 'Group findings' }).selectOption('topic');
    await expect(page.getByRole('heading', { name: /^Maintainability/ })).toBeVisible();
  });

  test('is one stop for Tab; arrows go through it, Escape goes to the place in the editor, F8 goes on', async ({
    page,
  }) => {
    await open(page);
    await page.getByRole('combobox', { name: 'Group findings' }).selectOption('severity');
    await page.getByRole('combobox', { name: 'Group findings' }).focus();
    await page.keyboard.press('Tab');
    await expect(head(page, /MAINTAINER/)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(head(page, /leaves its package lists/)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(head(page, /also installs/)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: /What the fix changes/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(textArea(page)).toBeFocused();
    const selected = () =>
      textArea(page).evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
    expect(await selected()).toBe('apt-get update');
    await page.keyboard.press('F8');
    await expect.poll(selected).toBe('apt-get install');
    await page.keyboard.press('Shift+F8');
    await expect.poll(selected).toBe('apt-get update');
  });
});

test.describe('fixes together', () => {
  test('are picked, priced, looked at and taken', async ({ page }) => {
    await open(page);
    await page.getByRole('checkbox', { name: /^Pick this fix.*line 2/ }).check();
    await expect(page.getByText('One fix picked')).toBeVisible();
    await page.getByRole('checkbox', { name: /rm -rf/ }).check();
    await expect(page.getByText(/2 fixes picked: saves .* MB on disk/)).toBeVisible();
    await page.getByRole('button', { name: 'Preview together' }).click();
    const dialog = page.getByRole('dialog', { name: 'Apply 2 picked fixes' });
    await expect(dialog).toContainText('LABEL org.opencontainers');
    await expect(dialog).toContainText('rm -rf /var/lib/apt/lists');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(textArea(page)).toHaveValue(/LABEL[\s\S]*rm -rf/);
    await expect(page.getByText(/fixes? picked:/)).toHaveCount(0);
    await expect(findings(page)).toHaveCount(1);
  });

  test('that are in the way of each other are said', async ({ page }) => {
    await openWithTextArea(page);
    await textArea(page).fill('FROM node:26\nCOPY . .\nRUN npm install\nUSER 1000:1000\nCMD ["node", "a.js"]\n');
    const manifests = page.getByRole('checkbox', { name: /Copy the manifests first, line 2/ });
    await manifests.check();
    await page.getByRole('checkbox', { name: /Leave development dependencies out, line 3/ }).check();
    await expect(page.getByText(/2 fixes picked.*One of them is in the way of another one/)).toBeVisible();
    await page.getByRole('button', { name: 'Preview together' }).click();
    const dialog = page.getByRole('dialog', { name: 'Apply the picked fix' });
    await expect(dialog).toContainText('changes the same place: Leave development dependencies out');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect(manifests).not.toBeChecked();
    await expect(page.getByRole('button', { name: 'Preview together' })).toHaveCount(0);
  });

  test('the safe ones leave the suggested ones, and lead to them', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: /Fix all safe/ }).click();
    await expect(page.getByRole('dialog')).toContainText('One suggested fix is left to look at.');
    await page.getByRole('button', { name: 'Show suggested fixes' }).click();
    await expect(findings(page)).toHaveText([/recommended-packages-installed/]);
    await expect(page.getByText('1 of 3 shown: those with a suggested fix')).toBeVisible();
  });
});

test.describe('the page of a rule', () => {
  test('opens in the panel, leads out in new tabs, and goes back to the finding', async ({ page }) => {
    await open(page);
    await openFinding(page, /leaves its package lists/);
    await page.getByRole('button', { name: 'Why', exact: true }).click();
    const panel = page.getByRole('tabpanel', { name: /^Findings/ });
    await expect(panel.getByRole('heading', { level: 2, name: 'package-cache-left' })).toBeFocused();
    await expect(panel.getByRole('heading', { level: 3, name: 'Why it matters' })).toBeVisible();
    await expect(panel.getByRole('row', { name: /package-cache-left\/apt/ })).toBeVisible();
    const links = panel.locator('.rule-text a');
    expect(await links.count()).toBeGreaterThan(0);
    for (const link of await links.all()) await expect(link).toHaveAttribute('target', '_blank');
    expect(await panel.locator('.rule-text :is(script, style, button, svg, img, [style], [id])').count()).toBe(0);
    await expectNoAxeFindings(page);
    await page.getByRole('button', { name: 'Back to the finding' }).click();
    await expect(head(page, /leaves its package lists/)).toBeFocused();
    await expect(head(page, /leaves its package lists/)).toHaveAttribute('aria-expanded', 'true');
    await expect(textArea(page)).toHaveValue(TEXT);
  });

  test('that is missing leaves a link', async ({ page }) => {
    await page.route('**/rules/maintainer-deprecated/', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<p>something else</p>' }),
    );
    await open(page);
    await openFinding(page, /MAINTAINER/);
    await page.getByRole('button', { name: 'Why', exact: true }).click();
    await expect(page.getByText('The page could not be loaded.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'About maintainer-deprecated' })).toBeVisible();
  });

  test('is taken as text, whatever stands in it', async ({ page }) => {
    const body =
      '<main><h1>Bad</h1><div class="sl-markdown-content"><h2 id="x">In</h2>' +
      '<script>alert(1)</script><img src="https://evil.example/x.png"><p style="color:red">Text <a href="javascript:alert(1)">a</a>' +
      '<iframe src="https://evil.example/"></iframe></p></div></main>';
    await page.route('**/rules/maintainer-deprecated/', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body }),
    );
    await open(page);
    await openFinding(page, /MAINTAINER/);
    await page.getByRole('button', { name: 'Why', exact: true }).click();
    await expect(page.locator('.rule-text p')).toContainText('Text a');
    expect(await page.locator('.rule-text').innerHTML()).toBe('<h3>In</h3><p>Text <a>a</a></p>');
  });
});

test('everything is within reach on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 780 });
  await openWithTextArea(page);
  await textArea(page).fill(TEXT);
  await page.getByRole('tab', { name: /^Findings/ }).click();
  await expect(findings(page)).toHaveCount(RULES.length);
  await page.getByRole('checkbox', { name: /rm -rf/ }).check();
  await openFinding(page, /MAINTAINER/);
  await page.getByRole('button', { name: 'Ignore here' }).click();
  await expectNoAxeFindings(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await head(page, /MAINTAINER/).focus();
  await page.keyboard.press('Escape');
  await expect(textArea(page)).toBeFocused();
});
