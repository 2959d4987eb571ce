/** What the browser tests share: opening pages, and the promises that every page keeps. */
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

/** A page that fails its test on errors, on violations of the content security policy, and on requests to anybody else. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page, baseURL }, use) => {
    const problems: string[] = [];
    const origin = new URL(baseURL ?? 'http://localhost').hostname;
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && url.hostname !== origin)
        problems.push(`A request left the origin: ${request.url()}`);
    });
    page.on('pageerror', (error) => problems.push(`An error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`The console: ${message.text()}`);
    });
    await use(page);
    expect(problems).toEqual([]);
  },
});

export { expect };

/** The plain text area, where it is in use. */
export function textArea(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Dockerfile', exact: true });
}

/** Puts a long text into the text area at once, as a paste does; typing it would take the browser minutes. */
export async function paste(page: Page, text: string): Promise<void> {
  await textArea(page).evaluate((area: HTMLTextAreaElement, value) => {
    area.value = value;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
}

export function findings(page: Page): Locator {
  return page.getByRole('list', { name: 'Findings', exact: true }).locator('> li');
}

/** Opens the playground with the text area, which Monaco would replace. */
export async function openWithTextArea(page: Page, fragment = ''): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('plimsoll.editor', 'text'));
  await page.goto(`/playground/${fragment}`);
}

export type PanelName = 'Findings' | 'Image' | 'Rebuild' | 'Process' | 'Explain' | 'Fixed' | 'Build';

/** Opens one of the panels beside the editor. */
export async function openPanel(page: Page, name: PanelName): Promise<Locator> {
  await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  return page.getByRole('tabpanel', { name: new RegExp(`^${name}`) });
}

export async function expectNoAxeFindings(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
}
