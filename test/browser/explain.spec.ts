import { expect, expectNoAxeFindings, openPanel, openWithTextArea, paste, test, textArea } from './support.js';

const TEXT = `FROM node:26-slim AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build

FROM node:26-slim
COPY --from=build /app/dist /app
USER node
CMD ["node", "/app/server.js"]
`;

test('each instruction is explained, stage by stage', async ({ page }) => {
  await openWithTextArea(page);
  await paste(page, TEXT);
  const panel = await openPanel(page, 'Explain');
  const build = panel.getByRole('region', { name: 'Stage build' });
  await expect(build).toContainText('Not shipped: the final stage takes files from it.');
  const install = build.getByRole('listitem').filter({ has: page.getByRole('button', { name: /RUN npm ci/ }) });
  await expect(install).toContainText("Installs the project's dependencies with npm ci");
  await expect(install).toContainText("Runs the project's script build with npm.");
  const final = panel.getByRole('region', { name: 'The final stage' });
  await expect(final).toContainText('Copies /app/dist out of the stage build to /app.');
  await expect(final.getByText('runs as node')).toBeVisible();
  await expectNoAxeFindings(page);
});

test('it follows the text, and says that an empty file has nothing', async ({ page }) => {
  await openWithTextArea(page);
  await paste(page, TEXT);
  const panel = await openPanel(page, 'Explain');
  await expect(panel.getByRole('button')).toHaveCount(8);
  await paste(page, 'FROM alpine:3.24\nRUN apk add curl\n');
  await expect(panel).toContainText('Installs curl with apk.');
  await expect(panel.getByRole('button')).toHaveCount(2);
  await paste(page, '');
  await expect(panel).toContainText('Paste a Dockerfile');
  await paste(page, 'FROM alpine:3.24\nEXPOSE 99999\n');
  await expect(panel).toContainText('The builder refuses this because of 99999.');
});

test('Enter goes to the line, and the instruction with the cursor is marked', async ({ page }) => {
  await openWithTextArea(page);
  await paste(page, TEXT);
  const panel = await openPanel(page, 'Explain');
  const first = panel.getByRole('button', { name: /FROM node:26-slim AS build/ });
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(panel.getByRole('button', { name: /COPY \. \./ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(textArea(page)).toBeFocused();
  await expect(panel.getByRole('button', { name: /COPY \. \./ })).toHaveAttribute('aria-current', 'true');
  const start = await textArea(page).evaluate((area: HTMLTextAreaElement) => area.selectionStart);
  expect(start).toBe(TEXT.indexOf('COPY . .'));
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('nothing is cut off at the side, and a choice shows the editor', async ({ page }) => {
    await openWithTextArea(page);
    await paste(page, TEXT);
    const panel = await openPanel(page, 'Explain');
    await expect(panel).toContainText('The final stage');
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(isWide).toBe(false);
    await panel.getByRole('button', { name: /USER node/ }).click();
    await expect(textArea(page)).toBeVisible();
    await expect(textArea(page)).toBeFocused();
  });
});
