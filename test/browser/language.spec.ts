/** What the full editor knows of a Dockerfile, used by keyboard. */
import type { Locator, Page } from '@playwright/test';
import { expect, test, textArea } from './support.js';

const TEXT = `FROM node:24-slim AS build
ENV PORT=3000
RUN a && \\
b
RUN echo "$PORT"
FROM node:24-alpine
COPY --from=build /app /app
user node
`;

/** Opens a text in Monaco, with the cursor at its end. */
async function open(page: Page, text: string): Promise<void> {
  await page.addInitScript(() => {
    if (!localStorage.getItem('plimsoll.editor')) localStorage.setItem('plimsoll.editor', 'text');
  });
  await page.goto('/playground/');
  await textArea(page).fill(text);
  await page.getByRole('button', { name: 'Full editor' }).click();
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+End');
}

/** The text, as the page keeps it. */
async function textNow(page: Page): Promise<string> {
  return page.evaluate(() => {
    const lines = [...document.querySelectorAll<HTMLElement>('.monaco-editor .view-line')];
    const inOrder = lines.sort(
      (one, other) => Number.parseInt(one.style.top, 10) - Number.parseInt(other.style.top, 10),
    );
    return inOrder.map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' ')).join('\n');
  });
}

function suggestions(page: Page): Locator {
  return page.locator('.suggest-widget.visible .monaco-list-row');
}

/** Puts the cursor on a word of a line, both counted from 1. */
async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.keyboard.press('Control+Home');
  for (let count = 1; count < line; count++) await page.keyboard.press('ArrowDown');
  for (let count = 1; count < column; count++) await page.keyboard.press('ArrowRight');
}

test('completes instructions, flags and stages', async ({ page }) => {
  await open(page, TEXT);
  await page.keyboard.type('CO');
  await expect(suggestions(page).filter({ hasText: 'COPY' })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.type('--fr');
  await expect(suggestions(page).first()).toContainText('--from');
  await page.keyboard.press('Enter');
  await expect(suggestions(page).filter({ hasText: 'build' })).toContainText('FROM node:24-slim');
  await page.keyboard.type('bu');
  await page.keyboard.press('Enter');
  await expect.poll(() => textNow(page)).toContain('user node\nCOPY --from=build');
});

test('completes tags with what they weigh', async ({ page }) => {
  await open(page, '');
  await page.keyboard.type('FROM alpine:');
  await expect(suggestions(page).first()).toContainText('MB to pull');
});

test('goes to a definition, and renames it everywhere', async ({ page }) => {
  await open(page, TEXT);
  await goTo(page, 7, 14);
  await page.keyboard.press('F12');
  await expect(page.getByText('Line 1, column 22')).toBeVisible();
  await page.keyboard.press('F2');
  const input = page.locator('.rename-box input');
  await expect(input).toHaveValue('build');
  await expect(input).toBeFocused();
  await input.fill('base');
  await page.keyboard.press('Enter');
  await expect.poll(() => textNow(page)).toContain('FROM node:24-slim AS base');
  expect(await textNow(page)).toContain('COPY --from=base /app /app');
});

test('says why something can’t be renamed', async ({ page }) => {
  await open(page, TEXT);
  await goTo(page, 3, 5);
  await page.keyboard.press('F2');
  await expect(page.getByRole('alert').filter({ hasText: 'Only a stage or a variable' })).toHaveCount(1);
});

test('formats, and undo takes it back', async ({ page }) => {
  await open(page, TEXT);
  await page.keyboard.press('F1');
  await page.keyboard.type('Format Document');
  await page.keyboard.press('Enter');
  await expect.poll(() => textNow(page)).toContain('RUN a && \\\n    b\n');
  expect(await textNow(page)).toContain('USER node');
  await page.keyboard.press('Control+Z');
  await expect.poll(() => textNow(page)).toContain('user node');
});

test('F8 and Shift+F8 go through the findings', async ({ page }) => {
  await open(page, 'FROM alpine:3.24\nMAINTAINER Jo\nUSER 1:1\nSHELL x\nCMD ["id"]\n');
  await expect(page.getByRole('list', { name: 'Findings', exact: true }).locator('> li')).toHaveCount(2);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F8');
  await expect(page.getByText('Line 2, column 1')).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.getByText('Line 4, column 1')).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.getByText('Line 2, column 1')).toBeVisible();
  await page.keyboard.press('Shift+F8');
  await expect(page.getByText('Line 4, column 1')).toBeVisible();
  await expect(page.locator('.monaco-hover').filter({ hasText: 'SHELL' })).toBeVisible();
  await expect(page.getByRole('button', { name: /SHELL/, expanded: true })).toBeVisible();
});

test('Tab indents, or leaves the editor where the reader chose that, also after a reload', async ({ page }) => {
  await open(page, 'FROM a\n');
  const isInEditor = () => page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null);
  await page.keyboard.press('Tab');
  expect(await isInEditor()).toBe(true);
  await page.keyboard.press('Control+M');
  await page.keyboard.press('Tab');
  expect(await isInEditor()).toBe(false);
  await page.evaluate(() => localStorage.setItem('plimsoll.editor', 'monaco'));
  await page.reload();
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Tab');
  await expect.poll(isInEditor).toBe(false);
});
