import type { Page } from '@playwright/test';
import {
  expect,
  expectNoAxeFindings,
  findings,
  openPanel,
  openWithTextArea,
  paste,
  test,
  textArea,
} from './support.js';

const FIXABLE = 'FROM alpine:3.24\nMAINTAINER Jo\nUSER 1000:1000\nCMD ["id"]\n';

test('text area and findings work at once, and findings follow each keystroke', async ({ page }) => {
  await openWithTextArea(page);
  await textArea(page).fill(FIXABLE);
  await expect(findings(page)).toHaveCount(1);
  await expect(findings(page).first()).toContainText('MAINTAINER is deprecated');
  await textArea(page).fill('FROM alpine:3.24\nUSER 1000:1000\nCMD ["id"]\n');
  await expect(findings(page)).toHaveCount(0);
  await expect(page.getByText('Nothing found.')).toBeVisible();
});

test('a finding shows what, why, what to do, codes and page; selecting it moves the cursor', async ({ page }) => {
  await openWithTextArea(page);
  await textArea(page).fill(FIXABLE);
  await findings(page)
    .getByRole('button', { name: /MAINTAINER/ })
    .click();
  await expect(findings(page)).toContainText('a label holds the same text');
  await expect(findings(page)).toContainText('DL4000');
  await expect(page.getByRole('link', { name: 'About maintainer-deprecated' })).toHaveAttribute(
    'href',
    /\/rules\/maintainer-deprecated\/$/,
  );
  const selection = await textArea(page).evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );
  expect(selection).toBe('MAINTAINER Jo');
  await expect(page.getByText('Line 2, column 1')).toBeVisible();
});

test('a fix is shown as a diff, taken, and undone', async ({ page }) => {
  await openWithTextArea(page);
  await textArea(page).fill(FIXABLE);
  await findings(page)
    .getByRole('button', { name: /MAINTAINER/ })
    .click();
  const diff = page.getByRole('region', { name: /What the fix changes/ });
  await expect(diff).toContainText('LABEL org.opencontainers.image.authors="Jo"');
  await page.getByRole('button', { name: 'Apply fix' }).click();
  await expect(textArea(page)).toHaveValue(/LABEL org\.opencontainers/);
  await expect(findings(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(textArea(page)).toHaveValue(FIXABLE);
  await expect(findings(page)).toHaveCount(1);
});

test('fix all safe shows what it does before it does it', async ({ page }) => {
  await openWithTextArea(page);
  await textArea(page).fill(
    'FROM debian:trixie-slim\nMAINTAINER Jo\nRUN apt search git\nRUN apt update\nUSER 1000:1000\nCMD ["id"]\n',
  );
  await page.getByRole('button', { name: /Fix all safe/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('LABEL org.opencontainers');
  await expect(dialog).toContainText('apt-get update');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(textArea(page)).toHaveValue(/MAINTAINER Jo/);
  await page.getByRole('button', { name: /Fix all safe/ }).click();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(textArea(page)).toHaveValue(/apt-get update/);
  await textArea(page).press('Control+z');
  await expect(textArea(page)).toHaveValue(/MAINTAINER Jo/);
});

test('the text survives a reload', async ({ page }) => {
  await openWithTextArea(page);
  await textArea(page).fill('FROM alpine:3.24\n# mine\n');
  await expect(page.getByText('Kept in this browser')).toBeVisible();
  await page.reload();
  await expect(textArea(page)).toHaveValue('FROM alpine:3.24\n# mine\n');
});

test('a broken share link says so and loses nothing', async ({ page }) => {
  await openWithTextArea(page);
  await textArea(page).fill('FROM mine:1\n');
  await expect(page.getByText('Kept in this browser')).toBeVisible();
  await page.goto('/playground/#1.broken');
  await page.reload();
  await expect(page.getByText(/link is damaged/)).toBeVisible();
  await expect(textArea(page)).toHaveValue('FROM mine:1\n');
  await page.goto('/playground/#99.abc');
  await expect(page.getByText(/newer version/)).toBeVisible();
});

test('a Dockerfile never becomes markup', async ({ page }) => {
  await openWithTextArea(page);
  await textArea(page).fill(
    'FROM <img/src=x/onerror=alert(1)>\nRUN apt <b>update</b>\nMAINTAINER <script>alert(1)</script>\n',
  );
  await expect(findings(page).first()).toBeVisible();
  expect(await page.locator('#playground img, #playground script').count()).toBe(0);
  await expect(page.locator('#playground b', { hasText: /^update$/ })).toHaveCount(0);
});

test('storage that is denied is said and survived', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto('/playground/');
  await page.getByRole('button', { name: 'Plain text area' }).click();
  await textArea(page).fill(FIXABLE);
  await expect(findings(page)).toHaveCount(1);
  await expect(page.getByText(/Not kept/)).toBeVisible();
});

test('a megabyte and five thousand lines do not break it', async ({ page }) => {
  await openWithTextArea(page);
  await paste(page, `FROM alpine:3.24\nRUN echo ${'x'.repeat(1024 * 1024)}\nMAINTAINER Jo\n`);
  await expect(findings(page).filter({ hasText: 'MAINTAINER' })).toHaveCount(1);
  await paste(page, `FROM alpine:3.24\n${'RUN echo hello && echo world\n'.repeat(5000)}MAINTAINER Jo\n`);
  await expect(findings(page).filter({ hasText: 'line 5002' })).toHaveCount(1);
});

test('F8 goes through the findings', async ({ page }) => {
  await openWithTextArea(page);
  await textArea(page).fill(
    'FROM debian:trixie-slim\nRUN apt search a\nRUN apt search b\nUSER 1000:1000\nCMD ["id"]\n',
  );
  await expect(findings(page).filter({ hasText: 'apt is made for a terminal' })).toHaveCount(2);
  await textArea(page).press('Control+Home');
  await textArea(page).press('F8');
  await expect(page.getByText('Line 2, column 5')).toBeVisible();
  await textArea(page).press('F8');
  await expect(page.getByText('Line 3, column 5')).toBeVisible();
  await textArea(page).press('Shift+F8');
  await expect(page.getByText('Line 2, column 5')).toBeVisible();
});

test('F8 tells a screen reader what the finding says', async ({ page }) => {
  await openWithTextArea(page);
  await textArea(page).fill('FROM alpine:3.24\nMAINTAINER Jo\nRUN apk add --no-cache git\nUSER 1:1\nSHELL x\n');
  await expect(findings(page).filter({ hasText: 'MAINTAINER' })).toHaveCount(1);
  await expect(findings(page).filter({ hasText: 'SHELL' })).toHaveCount(1);
  await textArea(page).press('Control+Home');
  const told = page.getByRole('region', { name: 'Editor' }).getByRole('status');
  await textArea(page).press('F8');
  await expect(told).toHaveText(/^(warning|info|style), line 2: .*MAINTAINER.*LABEL/s);
  await textArea(page).press('F8');
  await expect(told).toHaveText(/^error, line 5: .*SHELL/s);
});

test('F8 behind the last finding goes to the first', async ({ page }) => {
  await openWithTextArea(page);
  await textArea(page).fill(
    'FROM debian:trixie-slim\nRUN apt search a\nRUN apt search b\nUSER 1000:1000\nCMD ["id"]\n',
  );
  await expect(findings(page).filter({ hasText: 'apt is made for a terminal' })).toHaveCount(2);
  await textArea(page).press('Control+End');
  await textArea(page).press('F8');
  await expect(page.getByText('Line 2, column 5')).toBeVisible();
});

test('keyboard alone: from the list to a fix', async ({ page }) => {
  await openWithTextArea(page);
  await textArea(page).fill(FIXABLE);
  const head = findings(page).getByRole('button', { name: /MAINTAINER/ });
  await expect(head).toBeVisible();
  await head.focus();
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox', { name: /^Pick/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Apply fix' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(textArea(page)).toHaveValue(/LABEL/);
});

test.describe('Monaco', () => {
  test('takes over text, selection and focus, and marks findings', async ({ page }) => {
    await openWithTextArea(page);
    await textArea(page).fill(FIXABLE);
    await expect(findings(page)).toHaveCount(1);
    await textArea(page).evaluate((area: HTMLTextAreaElement) => {
      area.focus();
      area.setSelectionRange(17, 27);
    });
    await page.keyboard.press('ArrowLeft');
    await page.evaluate(() => document.querySelector<HTMLButtonElement>('#editor-choice')?.click());
    const editor = page.getByRole('textbox', { name: 'Dockerfile' }).last();
    await expect(editor).toBeFocused();
    await expect(page.locator('.monaco-editor .squiggly-warning')).toHaveCount(1);
    await page.keyboard.type('#');
    await expect(findings(page)).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(findings(page)).toHaveCount(1);
  });

  test('its quick fix opens the diff, and undo takes the fix back', async ({ page }) => {
    await page.goto('/playground/');
    await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
    await page.locator('.monaco-editor .view-lines').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(FIXABLE);
    await expect(page.locator('.monaco-editor .squiggly-warning')).toHaveCount(1);
    await findings(page)
      .getByRole('button', { name: /MAINTAINER/ })
      .click();
    await page.locator('.monaco-editor .view-line').nth(1).click();
    await page.keyboard.press('Control+.');
    await page
      .getByText(/Turn it into the label/)
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: /Turn it into the label/ });
    await expect(dialog).toContainText('LABEL org.opencontainers');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(findings(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(findings(page)).toHaveCount(1);
  });

  test('says how to leave it by keyboard', async ({ page }) => {
    await page.goto('/playground/');
    const choice = page.getByRole('button', { name: 'Tab indents' });
    await expect(page.getByText('Ctrl+M changes this')).toBeVisible();
    await choice.click();
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('Tab');
    await expect(page.locator('.monaco-editor :focus')).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('button', { name: 'Tab leaves the editor' })).toBeVisible();
  });
});

test.describe('phone', () => {
  test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

  test('one column, in which the editor is one of the tabs', async ({ page }) => {
    await page.goto('/playground/');
    await textArea(page).fill(FIXABLE);
    await page.getByRole('tab', { name: /^Findings/ }).click();
    await expect(findings(page)).toHaveCount(1);
    await findings(page)
      .getByRole('button', { name: /MAINTAINER/ })
      .click();
    await page.getByRole('button', { name: 'Apply fix' }).click();
    await page.getByRole('tab', { name: 'Edit', exact: true }).click();
    await expect(textArea(page)).toHaveValue(/LABEL/);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
});

test.describe('the prediction', () => {
  const WASTEFUL = `FROM debian:trixie-slim
RUN apt-get update && apt-get install -y --no-install-recommends git
RUN rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY src src
RUN make
ARG VERSION
USER 1000:1000
CMD /srv/server
`;

  /** The instruction that the editor has selected. */
  const selection = (page: Page) =>
    textArea(page).evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));

  test('findings have a price, and the open one says of what', async ({ page }) => {
    await openWithTextArea(page);
    await textArea(page).fill(WASTEFUL);
    const cache = findings(page).filter({ hasText: 'package-cache-left' });
    await expect(cache).toContainText(/\+[\d.]+ MB/);
    await cache.getByRole('button').first().click();
    await expect(cache).toContainText(/\+[\d.]+ MB on disk/);
    await expect(cache).toContainText(/\+[\d.]+ MB to pull/);
    const stop = findings(page).filter({ hasText: 'shell-form-command' });
    await expect(stop).toContainText('+10 s');
  });

  test('findings come at once while a prediction is being made', async ({ page }) => {
    await openWithTextArea(page);
    await textArea(page).fill(`FROM debian:trixie-slim\n${'RUN apt-get install -y git\n'.repeat(150)}`);
    await expect(findings(page).first()).toBeVisible();
    await textArea(page).press('Control+End');
    await textArea(page).pressSequentially('MAINTAINER Jo', { delay: 20 });
    await expect(findings(page).filter({ hasText: 'MAINTAINER' })).toHaveCount(1, { timeout: 2000 });
  });

  test('the load line follows the fixes', async ({ page }) => {
    await openWithTextArea(page);
    await textArea(page).fill('FROM debian:trixie-slim\nMAINTAINER Jo\nRUN apt-get update && apt-get install -y git\n');
    const gauge = page.getByRole('img', { name: /^Predicted size/ });
    await expect(gauge).toHaveAttribute('aria-label', /^Predicted size .* on disk.* after \d+ fix/);
    const before = await gauge.getAttribute('aria-label');
    await page.getByRole('button', { name: /Fix all safe/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
    await expect(gauge).not.toHaveAttribute('aria-label', before ?? '');
    await page.getByRole('radio', { name: 'To pull' }).check();
    await expect(gauge).toHaveAttribute('aria-label', /to pull/);
  });

  test('a layer leads to its lines, and the cursor to its layer', async ({ page }) => {
    await openWithTextArea(page);
    await textArea(page).fill(WASTEFUL);
    const panel = await openPanel(page, 'Image');
    const layer = panel.getByRole('button', { name: /apt-get install/ });
    await expect(layer).toContainText(/wasted: line 3 hides it/);
    await expect(panel).toContainText('1000:1000');
    await layer.hover();
    await expect(page.locator('.ln.pointed')).toHaveText(/apt-get install/);
    await layer.click();
    expect(await selection(page)).toMatch(/^RUN apt-get update.*git$/);
    await expect(layer).toHaveAttribute('aria-current', 'true');
    await textArea(page).press('Control+Home');
    await expect(panel.getByRole('button', { name: /FROM debian/ })).toHaveAttribute('aria-current', 'true');
  });

  test('layers by keyboard', async ({ page }) => {
    await openWithTextArea(page);
    await textArea(page).fill(WASTEFUL);
    const panel = await openPanel(page, 'Image');
    await panel.getByRole('button', { name: /FROM debian/ }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(panel.getByRole('button', { name: /apt-get install/ })).toBeFocused();
    await page.keyboard.press('Enter');
    expect(await selection(page)).toMatch(/^RUN apt-get update/);
  });

  test('a changed file runs the steps from its COPY on', async ({ page }) => {
    await openWithTextArea(page);
    await textArea(page).fill(WASTEFUL);
    const panel = await openPanel(page, 'Rebuild');
    await panel.getByRole('combobox', { name: 'File of the build context' }).fill('src/main.c');
    const step = (text: RegExp) => panel.getByRole('listitem').filter({ hasText: text });
    await expect(step(/COPY src/)).toContainText('runs');
    await expect(step(/RUN make/)).toContainText('runs');
    await expect(step(/apt-get install/)).toContainText('cached');
    await panel.getByRole('combobox', { name: 'File of the build context' }).fill('docs/readme.md');
    await expect(step(/COPY src/)).toContainText('cached');
    await panel.getByRole('radio', { name: 'Fresh builder' }).check();
    await expect(step(/apt-get install/)).toContainText('runs');
    await panel.getByRole('radio', { name: 'Argument' }).check();
    await expect(panel.getByRole('combobox', { name: 'Build argument' })).toHaveValue('VERSION');
  });

  test('init changes what PID 1 is, and how the container stops', async ({ page }) => {
    await openWithTextArea(page);
    await textArea(page).fill(WASTEFUL);
    const panel = await openPanel(page, 'Process');
    await expect(panel).toContainText('PID 1 is sh');
    await expect(panel).toContainText('Not graceful: it ends after 10 s, exit code 137');
    await panel.getByRole('radio', { name: 'docker run --init' }).check();
    await expect(panel).toContainText('PID 1 is docker-init');
    await expect(panel).toContainText('no zombies stay');
    await panel.getByRole('combobox', { name: 'Stop signal' }).selectOption('SIGINT');
    await expect(panel).toContainText('Whether it handles SIGINT or not');
    await panel.getByRole('radio', { name: 'Yes' }).check();
    await expect(panel).toContainText('It handles SIGINT');
  });

  test('the tabs go by arrow keys', async ({ page }) => {
    await openWithTextArea(page);
    await page.getByRole('tab', { name: /^Findings/ }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('tab', { name: 'Build', exact: true })).toBeFocused();
    await expect(page.getByRole('tabpanel', { name: 'Build', exact: true })).toBeVisible();
    await page.keyboard.press('Home');
    await expect(page.getByRole('tab', { name: /^Findings/ })).toHaveAttribute('aria-selected', 'true');
  });

  test('what cannot be told is said in words', async ({ page }) => {
    await openWithTextArea(page);
    for (const [text, words] of [
      ['', /Paste a Dockerfile/],
      ['RUN make\n', /No instruction here begins a stage|unknown/],
      ['FROM nobody/knows:1\nRUN make\n', /unknown/i],
      ['FROM alpine:3.24\nRUNN make\n', /the build stops at line 2/],
    ] as const) {
      await textArea(page).fill(text);
      for (const name of ['Image', 'Rebuild', 'Process'] as const) {
        const panel = await openPanel(page, name);
        if (name === 'Image') await expect(panel).toContainText(words);
        await expect(panel).not.toBeEmpty();
      }
    }
  });

  for (const colorScheme of ['light', 'dark'] as const)
    for (const name of ['Image', 'Rebuild', 'Process'] as const)
      test(`axe finds nothing in the panel ${name} (${colorScheme})`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await openWithTextArea(page);
        await textArea(page).fill(WASTEFUL);
        const panel = await openPanel(page, name);
        await expect(panel.locator('.headline')).toBeVisible();
        await expectNoAxeFindings(page);
      });
});

test('axe finds nothing, in either editor', async ({ page }) => {
  await openWithTextArea(page);
  await textArea(page).fill(FIXABLE);
  await findings(page)
    .getByRole('button', { name: /MAINTAINER/ })
    .click();
  await expectNoAxeFindings(page);
  await page.getByRole('button', { name: 'Full editor' }).click();
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
  await expectNoAxeFindings(page);
});

test.describe('where the system chooses the colours', () => {
  test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

  test('the water, the bars and the selected tab are still to be seen', async ({ page }) => {
    await openWithTextArea(page);
    await textArea(page).fill(
      'FROM debian:13-slim\nRUN apt-get update && apt-get install -y git\nUSER 1:1\nCMD ["id"]\n',
    );
    await openPanel(page, 'Image');
    const style = (selector: string, property: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property);
    const paper = await style('body', 'background-color');
    for (const shape of ['.ll-water', '#panel-image .bar i']) {
      await expect.poll(() => style(shape, 'background-color')).not.toBe(paper);
      expect(await style(shape, 'background-color')).not.toBe('rgba(0, 0, 0, 0)');
    }
    const line = 'border-block-end-color';
    expect(await style('#tab-findings', line)).toBe('rgba(0, 0, 0, 0)');
    expect(await style('#tab-image', line)).not.toBe('rgba(0, 0, 0, 0)');
  });
});

test('ShellCheck is fetched for those who want it, and its codes stand in the scripts', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await openWithTextArea(page);
  await textArea(page).fill('FROM alpine:3.24\nRUN true && \\\n    echo $FOO\nUSER 1000:1000\nCMD ["id"]\n');
  await expect(page.getByText('Nothing found.')).toBeVisible();
  expect(fetched.filter((url) => url.includes('shellcheck'))).toEqual([]);
  await page.getByLabel('Check the scripts with ShellCheck').check();
  await expect(findings(page)).toHaveCount(1);
  await expect(findings(page)).toContainText('shellcheck/SC2086');
  await expect(findings(page)).toContainText('line 3');
  await page.reload();
  await expect(findings(page)).toHaveCount(1);
  await page.getByLabel('Check the scripts with ShellCheck').uncheck();
  await expect(findings(page)).toHaveCount(0);
});

test('where ShellCheck cannot be fetched, that is said, and the rules go on', async ({ page }) => {
  await page.route(/shellcheck.*\.wasm/, (route) => route.abort());
  await openWithTextArea(page);
  await textArea(page).fill(`${FIXABLE}RUN echo $FOO\n`);
  await page.getByLabel('Check the scripts with ShellCheck').click();
  await expect(page.getByText('ShellCheck could not be fetched.')).toBeVisible();
  await expect(page.getByLabel('Check the scripts with ShellCheck')).not.toBeChecked();
  await expect(findings(page).first()).toContainText('MAINTAINER is deprecated');
});
