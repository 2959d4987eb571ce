/** Exercises as people use them: solving, hints and solutions, what is kept, and a whole round of a team. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { exerciseFragment } from '../../src/exercises/own-exercise.js';
import { exerciseFolders } from '../exercises/folders.js';
import { expect, expectNoAxeFindings, paste, test, textArea } from './support.js';

const folders = exerciseFolders();

function exerciseNamed(id: string) {
  const found = folders.find(({ exercise }) => exercise.id === id);
  if (!found?.exercise.solution) throw new Error(`There is no exercise ${id} with a solution.`);
  return { ...found.exercise, solution: found.exercise.solution };
}

const manifests = exerciseNamed('manifests-first');

async function open(page: Page, address: string): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('plimsoll.editor', 'text'));
  await page.goto(address);
}

const status = (page: Page) => page.locator('.conds-head [role="status"]');
const solved = (page: Page) => expect(status(page)).toHaveText('Solved: every condition holds');
const condition = (page: Page, words: string | RegExp) =>
  page.getByRole('list', { name: 'Conditions' }).getByRole('listitem').filter({ hasText: words });

test('an exercise is graded while somebody types, and stays solved', async ({ page }) => {
  await open(page, '/exercises/manifests-first/');
  await expect(status(page)).toHaveText('2 of 5 conditions hold.');
  await expect(condition(page, /An edit of README/)).toContainText('Does not hold');
  await expect(page.getByRole('link', { name: /^Next/ })).toBeHidden();

  await paste(page, manifests.solution.answer.text);
  await solved(page);
  await expect(page.getByRole('list', { name: 'Steps' }).locator('.done')).toHaveCount(manifests.steps.length);
  await expect(page.getByRole('link', { name: /^Next/ })).toBeVisible();

  await page.reload();
  await expect(textArea(page)).toHaveValue(manifests.solution.answer.text);
  await solved(page);
  await page.goto('/exercises/');
  await expect(page.locator('[data-exercise="manifests-first"]')).toHaveAttribute('data-state', 'solved');
});

test('a condition leads to its line', async ({ page }) => {
  await open(page, '/exercises/manifests-first/');
  await condition(page, /leaves the install in the cache/)
    .getByRole('button', { name: 'line 4' })
    .click();
  await expect(textArea(page)).toBeFocused();
  const start = await textArea(page).evaluate((area: HTMLTextAreaElement) => area.selectionStart);
  expect(manifests.start.text.slice(0, start).split('\n')).toHaveLength(4);
});

test('a file that does not build, and an empty one, get an answer', async ({ page }) => {
  await open(page, '/exercises/manifests-first/');
  await paste(page, 'FROM node:24-slim\nCOPPY . .\n');
  await expect(condition(page, 'It builds')).toContainText('COPPY');
  await paste(page, '');
  await expect(condition(page, 'It builds')).toContainText('Does not hold');
});

test('hints come one by one, and the solution after a try', async ({ page }) => {
  await open(page, '/exercises/manifests-first/');
  const reveal = page.getByRole('button', { name: 'Show a solution, with reasons' });
  await expect(reveal).toHaveAttribute('aria-disabled', 'true');
  await reveal.press('Enter');
  await expect(page.getByRole('heading', { name: 'A solution' })).toBeHidden();
  await expect(page.getByText('Hint 2 of 3')).toBeHidden();
  await page.getByText('Hint 1 of 3').click();
  await expect(page.getByText('Hint 2 of 3')).toBeVisible();

  await paste(page, manifests.start.text.replace('COPY . .', 'COPY . ./'));
  await expect(reveal).toHaveAttribute('aria-disabled', 'false');
  await reveal.click();
  await expect(page.getByRole('heading', { name: 'A solution' })).toBeVisible();
  await expect(page.locator('.solution-one .whole-file').first()).toContainText('COPY package.json package-lock.json');
  await page.getByRole('button', { name: 'Put it into the editor' }).first().click();
  await solved(page);
});

test('starting again can be undone, for one and for all', async ({ page }) => {
  await open(page, '/exercises/manifests-first/');
  await paste(page, manifests.solution.answer.text);
  await solved(page);
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(textArea(page)).toHaveValue(manifests.start.text);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(textArea(page)).toHaveValue(manifests.solution.answer.text);

  await page.goto('/exercises/');
  const item = page.locator('[data-exercise="manifests-first"]');
  await page.getByRole('button', { name: 'Reset all' }).click();
  await expect(item).toHaveAttribute('data-state', 'open');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(item).toHaveAttribute('data-state', 'solved');
});

test('an exercise with a .dockerignore is solved in it', async ({ page }) => {
  const found = folders.find(
    ({ exercise }) =>
      exercise.solution?.answer.dockerignore !== undefined && exercise.solution.answer.text === exercise.start.text,
  );
  if (!found?.exercise.solution) throw new Error('No exercise is solved in its .dockerignore alone.');
  const { id } = found.exercise;
  await open(page, `/exercises/${id}/`);
  await expect(status(page)).toContainText('conditions hold');
  // Its solution changes nothing else, so that it is in front.
  await expect(page.getByRole('tab', { name: '.dockerignore' })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('textbox', { name: '.dockerignore' }).fill('.git\n*.md\n');
  await expect(page.locator('#file-panel-dockerignore .ln[data-n="3"]')).toBeVisible();
  const reveal = page.getByRole('button', { name: 'Show a solution, with reasons' });
  await expect(reveal).toHaveAttribute('aria-disabled', 'false');
  await reveal.click();
  await expect(page.locator('.solution-one .whole-file').nth(1)).toContainText('.dockerignore');
  await page.getByRole('button', { name: 'Put it into the editor' }).first().click();
  await solved(page);
});

test('what was done goes to another browser, and nothing solved there is lost', async ({ page, browser }) => {
  await open(page, '/exercises/manifests-first/');
  await paste(page, manifests.solution.answer.text);
  await solved(page);
  await page.goto('/exercises/');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  const file = await download.path();

  const other = await colleague(browser);
  await open(other, '/exercises/manifests-first/');
  await paste(other, 'FROM scratch\n');
  await expect(status(other)).toContainText('of 5 conditions hold');
  await other.goto('/exercises/');
  await other.getByLabel('Import').setInputFiles(file);
  await expect(other.locator('[data-exercise="manifests-first"]')).toHaveAttribute('data-state', 'solved');
  await other
    .getByLabel('Import')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{') });
  await expect(other.getByText('This file holds no exercises of Plimsoll.')).toBeVisible();

  await other.goto('/exercises/progress/');
  await expect(other.getByRole('heading', { name: manifests.title })).toBeVisible();
  await expect(other.getByText('COPY package.json package-lock.json ./')).toBeVisible();
  await expect(other.locator('.done-one dl')).toContainText('1 step now');
  await expectNoAxeFindings(other);
  await other.context().close();
});

/** Somebody else, with a browser of their own. */
async function colleague(browser: Browser): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    baseURL: test.info().project.use.baseURL ?? '',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  return context.newPage();
}

/** The link that a page offers to be copied, where it may not write to the clipboard. */
async function offeredLink(page: Page): Promise<string> {
  return page.getByLabel('Link', { exact: true }).inputValue();
}

async function withoutClipboard(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('denied')) } });
  });
}

test('a whole round of a team: link, answers, results, table, exports', async ({ page, browser }) => {
  const second = exerciseNamed('late-values');
  await withoutClipboard(page);
  await page.goto('/team/');
  await page.getByLabel('Title').fill('First week');
  await page.getByLabel('A message for your colleagues').fill('Take your time.');
  await page.getByRole('checkbox', { name: new RegExp(manifests.title) }).check();
  await page.getByRole('checkbox', { name: new RegExp(second.title) }).check();
  await page.getByRole('button', { name: new RegExp(`^Up ?: ${second.title}`) }).click();
  await page.getByRole('button', { name: 'Copy the link' }).click();
  const link = await offeredLink(page);
  await page.reload();
  await expect(page.getByLabel('Title')).toHaveValue('First week');

  const ada = await colleague(browser);
  await open(ada, link);
  await expect(ada.getByRole('heading', { name: 'First week' })).toBeVisible();
  await expect(ada.getByText('Take your time.')).toBeVisible();
  const list = ada.locator('.assignment li');
  await expect(list).toHaveCount(2);
  await expect(ada.getByRole('heading', { name: 'First week' })).toBeInViewport();
  await expect(list.first()).toContainText(second.title);
  await ada.getByLabel('Your name or nickname').fill('Ada');
  await list.first().getByRole('link').click();
  await expect(ada.locator('.where')).toContainText('First week, 1 of 2');
  await paste(ada, second.solution.answer.text);
  await solved(ada);
  await ada.getByRole('link', { name: `Next: ${manifests.title}` }).click();
  await paste(ada, manifests.solution.answer.text);
  await solved(ada);
  await ada.getByRole('link', { name: 'Next: hand it in' }).click();
  await expect(ada.getByText('2 of 2 solved.')).toBeVisible();
  const [result] = await Promise.all([
    ada.waitForEvent('download'),
    ada.getByRole('button', { name: 'Save the result as a file' }).click(),
  ]);
  expect(result.suggestedFilename()).toBe('plimsoll-first-week-ada.json');
  const file = await result.path();

  const bob = await colleague(browser);
  await withoutClipboard(bob);
  await open(bob, link);
  await bob.getByLabel('Your name or nickname').fill('Bob');
  await bob.locator('.assignment li').nth(1).getByRole('link').click();
  await paste(bob, manifests.start.text.replace('COPY . .', 'COPY . ./'));
  // An answer that rests is a try.
  await expect(bob.getByRole('button', { name: 'Show a solution, with reasons' })).toHaveAttribute(
    'aria-disabled',
    'false',
  );
  await bob.getByRole('link', { name: 'Exercises', exact: true }).first().click();
  await bob.getByRole('button', { name: 'Copy it as a link' }).click();
  const bobsLink = await offeredLink(bob);

  await page.locator('.intake input[type="file"]').setInputFiles(file);
  await page.getByLabel('Or paste the link of a result').fill(bobsLink);
  await page.locator('.intake').getByRole('button', { name: 'Add' }).click();
  const rows = page.locator('.team-table tbody tr');
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'Ada' })).toContainText('solved at once');
  await expect(rows.filter({ hasText: 'Bob' })).toContainText('begun, 1 wrong try');
  await expect(page.locator('.obstacles')).toContainText('1 person');

  await rows
    .filter({ hasText: 'Bob' })
    .getByRole('button', { name: /begun, / })
    .click();
  await expect(page.getByText('Graded here: it is not right.')).toBeVisible();
  await page.getByLabel('Your comment').fill('Look at line 3 again.');
  await rows
    .filter({ hasText: 'Ada' })
    .getByRole('button', { name: /solved/ })
    .first()
    .click();
  await expect(page.getByText('Graded here: it is right.')).toBeVisible();
  await expectNoAxeFindings(page);

  await page.reload();
  const csv = await saved(page, 'Export as CSV');
  expect(csv).toContain('Ada,First week,');
  expect(csv).toContain('Look at line 3 again.');
  const markdown = await saved(page, 'Export as Markdown');
  expect(markdown).toMatch(/\| Bob \| begun, 1 wrong try \| not begun/);
  expect(markdown).toContain('Look at line 3 again.');
  await ada.context().close();
  await bob.context().close();
});

async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

test('a file that says solved and is not is found out', async ({ page }) => {
  await page.goto('/team/');
  const at = '2026-11-30T09:00:00.000Z';
  const answer = { text: manifests.start.text };
  const progress = { changed: at, tries: 0, solved: { at, answer } };
  const record = { plimsoll: 'record1', name: 'Eve', written: at, exercises: { 'manifests-first': progress } };
  await page.locator('.intake input[type="file"]').setInputFiles({
    name: 'eve.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(record)),
  });
  await page
    .locator('.team-table')
    .getByRole('button', { name: /solved/ })
    .click();
  await expect(page.getByText(/The file says that it was solved/)).toBeVisible();
});

async function addCondition(page: Page, label: string): Promise<void> {
  await page.getByLabel('Add a condition').selectOption({ label });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
}

test('an exercise of one’s own is made, handed out as a link, and solved', async ({ page, browser }) => {
  await withoutClipboard(page);
  await page.goto('/exercises/make/');
  await page.getByLabel('Title').fill('Our own service');
  await page
    .getByLabel('What is the case, and the one thing to do')
    .fill('Everything is copied.\n\nCopy only `app.js`.');
  await page.getByLabel('The Dockerfile to begin with').fill('FROM node:24-slim\nCOPY . .\nCMD ["node", "app.js"]\n');
  await page.getByLabel('Files beside the Dockerfile').fill('900 app.js\n2k README.md\n');
  await addCondition(page, 'The container runs a program');
  await page.getByLabel(/^File that it runs/).fill('app.js');
  await addCondition(page, 'After an edit of a file, few steps run');
  await page.getByLabel('File of the context', { exact: true }).fill('README.md');
  await page.getByLabel(/^Steps that may run/).fill('0');
  await page.getByLabel('As a step: what to do').nth(1).fill('Copy less.');
  const answer = 'FROM node:24-slim\nWORKDIR /app\nCOPY app.js .\nCMD ["node", "app.js"]\n';
  await page.getByLabel('A solution').fill(answer);
  await expect(page.getByText('the exercise works.')).toBeVisible();
  await expect(page.getByText('You can hand it out, but')).toBeHidden();
  await expectNoAxeFindings(page);
  const [folder] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save it as a folder' }).click(),
  ]);
  expect(folder.suggestedFilename()).toBe('our-own-service.zip');
  await page.getByRole('button', { name: 'Copy its link' }).click();
  const link = await offeredLink(page);

  const other = await colleague(browser);
  await open(other, link);
  await expect(other.locator('#ex-title')).toHaveText('Our own service');
  await expect(other.locator('#brief')).toContainText('Copy only app.js.');
  await paste(other, answer);
  await solved(other);
  await other.context().close();
});

test('the form says what would not work: conditions that can’t fail, files that are not there, no solution', async ({
  page,
}) => {
  await page.goto('/exercises/make/');
  await page.getByLabel('Title').fill('Our own service');
  await page.getByLabel('The Dockerfile to begin with').fill('FROM node:24-slim\nCOPY . .\nCMD ["node", "app.js"]\n');
  await page.getByLabel('Files beside the Dockerfile').fill('900 app.js\n2k README.md\n');
  const copy = page.getByRole('button', { name: 'Copy its link' });
  const of = (name: string) => page.getByRole('group', { name });

  await addCondition(page, 'The container runs a program');
  const program = of('The container runs a program');
  await expect(program).toContainText('Fill in at least one field');
  await expect(copy).toBeDisabled();
  await expect(page.getByText('“The container runs a program” can’t be used as it is')).toBeVisible();
  await program.getByLabel(/^File that it runs/).fill('apps.js');
  await expect(program).toContainText('Not among the files beside the Dockerfile: apps.js.');
  await program.getByLabel(/^File that it runs/).fill('app.js');
  await expect(program).not.toContainText('Not among');
  await program.getByLabel('As a step: what to do').fill('Start it.');
  await expect(program).toContainText('It holds at the start already');
  await program.getByLabel('As a step: what to do').fill('');
  await expect(page.getByText('The start is right already').last()).toBeVisible();

  await addCondition(page, 'After an edit of a file, few steps run');
  const rebuilt = of('After an edit of a file, few steps run');
  await expect(rebuilt).toContainText('Fill in “File of the context”.');
  await expect(copy).toBeDisabled();
  await rebuilt.getByLabel('File of the context').fill('README.md');
  await rebuilt.getByLabel(/^Steps that may run/).fill('0');
  await expect(rebuilt).toContainText('no step says what to do for it');
  await expect(copy).toBeEnabled();
  await expect(page.getByText('You can hand it out, but it does not work yet')).toBeVisible();

  // The solution is one in the .dockerignore.
  await page.getByLabel('The .dockerignore of the solution').fill('README.md\n');
  await expect(page.getByText('the exercise works.')).toBeVisible();
  await page.getByLabel('The .dockerignore of the solution').fill('app.js\n');
  await expect(page.getByText('The solution is not right by these conditions').first()).toBeVisible();
  await page
    .getByLabel('The Dockerfile to begin with')
    .fill('FROM node:24-slim\nCOPY main.js .\nCMD ["node", "app.js"]\n');
  await expect(page.getByText('A COPY names what is not among these files: main.js')).toBeVisible();
  await expectNoAxeFindings(page);
});

/** An exercise that a team has made. */
const own = { ...manifests, id: 'own-1', title: 'Our own service', track: undefined, brief: 'Mend it.' };

test('an exercise from a link is found again, and its result goes to whoever sent it', async ({ page, browser }) => {
  await withoutClipboard(page);
  const fragment = await exerciseFragment(own);
  await open(page, `/exercises/own/${fragment}`);
  await expect(status(page)).toContainText('conditions hold');
  await expect(page.getByRole('heading', { name: 'Your result' })).toBeHidden();
  await paste(page, own.solution.answer.text);
  await solved(page);
  await page.getByRole('link', { name: 'Next: send the result' }).click();
  await expect(page.locator('#hand-in')).toBeFocused();
  await page.getByLabel('Your name or nickname').fill('Ada');
  const [result] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the result as a file' }).click(),
  ]);
  expect(result.suggestedFilename()).toBe('plimsoll-our-own-service-ada.json');
  // A way inside the page leaves the address, which holds the exercise.
  await page.reload();
  await solved(page);

  await page.goto('/exercises/');
  const item = page.getByRole('region', { name: 'From links' }).getByRole('listitem');
  await expect(item).toHaveAttribute('data-state', 'solved');
  await item.getByRole('button', { name: 'Copy it as a link' }).click();
  const link = await offeredLink(page);
  await item.getByRole('button', { name: 'Remove' }).press('Enter');
  await expect(item).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(item).toHaveAttribute('data-state', 'solved');
  await expectNoAxeFindings(page);
  await item.getByRole('link', { name: own.title }).click();
  await solved(page);
  await page.goto('/exercises/progress/');
  await expect(page.getByText(/^0 of \d+ exercises of Plimsoll, and 1 of a team’s own/)).toBeVisible();
  await expect(page.getByRole('heading', { name: own.title })).toBeVisible();

  const lead = await colleague(browser);
  await lead.goto('/team/');
  await lead.locator('.intake input[type="file"]').setInputFiles(await result.path());
  const cell = lead.locator('.team-table').getByRole('button', { name: 'solved at once' });
  await cell.click();
  await expect(lead.getByText('Graded here: it is right.')).toBeVisible();
  await expect(lead.getByText('graded by the one that came with it')).toBeVisible();
  await expect(lead.locator('.team-table thead')).toContainText(own.title);
  // Where the lead has the exercise, that one counts.
  await open(lead, `/exercises/own/${fragment}`);
  await expect(status(lead)).toContainText('conditions hold');
  await lead.goto('/team/');
  await lead.goto(link);
  await cell.click();
  await expect(lead.getByText('Graded here: it is right.')).toBeVisible();
  await expect(lead.getByText('graded by the one that came with it')).toBeHidden();
  await expect(lead.getByText('is not the same as yours')).toBeHidden();
  await lead.context().close();
});

test('the list says where to begin, and where to go on', async ({ page }) => {
  await page.goto('/exercises/');
  const marked = page.locator('.exercise-list li').filter({ hasText: /Begin here|Go on here/ });
  const first = folders[0]?.exercise.title ?? '';
  await expect(marked).toContainText('Begin here');
  await expect(page.getByRole('link', { name: `Begin with: ${first}` })).toBeVisible();
  await open(page, '/exercises/manifests-first/');
  await paste(page, manifests.start.text.replace('COPY . .', 'COPY . ./'));
  await expect(status(page)).toContainText('conditions hold');
  await page.goto('/exercises/');
  await expect(marked).toHaveAttribute('data-exercise', 'manifests-first');
  await page.getByRole('link', { name: `Go on with: ${manifests.title}` }).click();
  await expect(status(page)).toContainText('conditions hold');
});

test('a broken link says so', async ({ page }) => {
  await page.goto('/exercises/own/#exercise1.AAAA');
  await expect(page.locator('#ex-title')).toHaveText('This link can’t be opened');
  await page.goto('/exercises/own/#id-own-removed');
  await expect(page.locator('#ex-title')).toHaveText('This exercise is not here any more');
  await expect(page.getByRole('tab', { name: 'Dockerfile' })).toBeHidden();
  await expectNoAxeFindings(page);
  await page.goto('/exercises/#assignment1.AAAA');
  await expect(page.getByText(/This link is damaged/)).toBeVisible();
});

test('without storage an exercise works, and says that nothing is kept', async ({ page }) => {
  await page.addInitScript(() => {
    const denied = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: denied });
  });
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/exercises/manifests-first/');
  await paste(page, manifests.solution.answer.text);
  await solved(page);
  await expect(page.getByText('This browser keeps nothing')).toBeVisible();
  // No other page knows of the answer.
  const [result] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the result as a file' }).click(),
  ]);
  expect(readFileSync(await result.path(), 'utf8')).toContain('"solved"');
});

test('by keyboard alone: to the editor, through the files, and back', async ({ page }) => {
  await open(page, '/exercises/manifests-first/');
  await expect(status(page)).toContainText('conditions hold');
  await page.getByRole('tab', { name: 'Dockerfile' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Build context' })).toBeFocused();
  await expect(page.getByRole('tabpanel', { name: 'Build context' })).toContainText('src/server.js');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Tab');
  await expect(textArea(page)).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const address of [
      '/exercises/',
      '/exercises/manifests-first/',
      '/team/',
      '/team/guide/',
      '/exercises/sheet/',
      '/exercises/make/',
    ])
      test(`axe finds nothing on ${address}`, async ({ page }) => {
        await open(page, address);
        await expectNoAxeFindings(page);
      });
  });
