/**
 * How the built playground feels: from a key to the findings on screen, tasks on the main thread while somebody types,
 * and how long the editors take on a slow connection. `npm run build`, serve `dist`
 * compressed as a host does, then `npm run bench:playground -- ADDRESS`.
 */
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/chromium.mjs';
import { usual } from './typical.js';

const ADDRESS = process.argv[2] ?? 'http://localhost:4321/playground/';
const KEYS = 60;
const SLOWED = 4;
/** Milliseconds: a frame. */
const LONG = 16;
/** Chromium's own "Slow 4G": bits a second, milliseconds. */
const SLOW_4G = {
  offline: false,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: (750e3 / 8) * 0.9,
  latency: 562.5,
};

const executablePath = findChromium();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function openPage(editor: 'text' | 'monaco'): Promise<{ page: Page; client: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript((choice) => localStorage.setItem('plimsoll.editor', choice), editor);
  return { page, client: await context.newCDPSession(page) };
}

/** From each key to the moment when the findings of the new text are in the page, and the tasks of the main thread. */
async function timeKeys(editor: 'text' | 'monaco', rate: number): Promise<void> {
  const { page, client } = await openPage(editor);
  await page.goto(ADDRESS);
  await fill(page, editor, usual(200));
  await page.waitForTimeout(3_000);
  await client.send('Emulation.setCPUThrottlingRate', { rate });
  await page.evaluate(watchFindings);
  await pressKeys(page);
  console.log(`\n${editor}, processor slowed ${rate} times`);
  await printDelays(page);
  // Tracing takes time of its own, so it has keys of its own.
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await pressKeys(page);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const tasks = tasksOf(trace.traceEvents);
  const long = tasks.filter((milliseconds) => milliseconds > LONG).length;
  console.log(
    `  tasks on the main thread over ${LONG} ms: ${long} for ${KEYS} keys, the longest ${Math.max(...tasks).toFixed(0)} ms`,
  );
  await page.context().close();
}

/**
 * The least that a page can do here: a bare text area, a worker that answers with a length, and a frame. What a key
 * takes in the playground is read against this, since machines without a graphics card, or with other work, differ.
 */
async function timeBare(rate: number): Promise<void> {
  const { page, client } = await openPage('text');
  await page.goto('about:blank');
  await page.setContent('<textarea id="dockerfile" rows="30" cols="80"></textarea><p id="panel-findings"></p>');
  await page.locator('#dockerfile').fill(usual(200));
  await page.locator('#dockerfile').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.evaluate(answerWithLength);
  await client.send('Emulation.setCPUThrottlingRate', { rate });
  await page.evaluate(watchFindings);
  await pressKeys(page);
  console.log(`\na bare text area, processor slowed ${rate} times`);
  await printDelays(page);
  await page.context().close();
}

/** Runs in the page. */
function answerWithLength(): void {
  const source = 'onmessage = ({ data }) => postMessage(data.length)';
  const worker = new Worker(URL.createObjectURL(new Blob([source])));
  const textArea = document.querySelector('textarea') as HTMLTextAreaElement;
  const answer = document.querySelector('#panel-findings') as HTMLElement;
  textArea.addEventListener('input', () => worker.postMessage(textArea.value));
  worker.addEventListener('message', ({ data }) => (answer.textContent = String(data)));
}

async function printDelays(page: Page): Promise<void> {
  const delays = await page.evaluate(() => (globalThis as unknown as { delays: number[] }).delays);
  const [median, most] = [0.5, 0.95].map((share) => quantile(delays, share).toFixed(0));
  console.log(`  key to findings: median ${median} ms, 95th ${most} ms; ${delays.length} of ${KEYS} keys`);
}

/** Every key changes which findings there are: an instruction that nobody knows, and back. */
async function pressKeys(page: Page): Promise<void> {
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press(key % 2 === 0 ? 'x' : 'Backspace');
    await page.waitForTimeout(350);
  }
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tid: number;
  readonly pid: number;
  readonly args?: { readonly name?: string };
}

/** Milliseconds of each task of the page's main thread. */
function tasksOf(events: readonly TraceEvent[]): number[] {
  const main = events.find(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const tasks = events.filter(
    ({ name, pid, tid }) => name === 'RunTask' && (!main || (pid === main.pid && tid === main.tid)),
  );
  return tasks.map(({ dur = 0 }) => dur / 1_000);
}

/** Runs in the page: notes the time from each key to the next change of the list of findings. */
function watchFindings(): void {
  const delays: number[] = [];
  (globalThis as unknown as { delays: number[] }).delays = delays;
  let pressed: number | undefined;
  addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { capture: true });
  const list = document.querySelector('#panel-findings') as HTMLElement;
  new MutationObserver(() => {
    if (pressed === undefined) return;
    const began = pressed;
    pressed = undefined;
    requestAnimationFrame(() => delays.push(performance.now() - began));
  }).observe(list, { childList: true, subtree: true, characterData: true });
}

async function fill(page: Page, editor: 'text' | 'monaco', text: string): Promise<void> {
  if (editor === 'monaco')
    await page.locator('.monaco-editor textarea, .monaco-editor .native-edit-context').first().waitFor();
  const target = editor === 'text' ? page.locator('#dockerfile') : page.locator('.monaco-editor .view-lines').first();
  await target.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.evaluate(async (value) => {
    const data = new DataTransfer();
    data.setData('text/plain', value);
    const active = document.activeElement as HTMLElement;
    const isTaken = !active.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
    if (!isTaken) document.execCommand('insertText', false, value);
  }, text);
  await page.keyboard.press('ControlOrMeta+End');
}

/** From the navigation to an editor that can be used, with an empty cache. */
async function timeLoad(editor: 'text' | 'monaco'): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const { page, client } = await openPage(editor);
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', SLOW_4G);
    await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    const began = performance.now();
    await page.goto(ADDRESS, { waitUntil: 'commit' });
    if (editor === 'text') await page.locator('#dockerfile').waitFor();
    else await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 120_000 });
    times.push(performance.now() - began);
    await page.context().close();
  }
  console.log(`  ${editor}: usable after ${(quantile(times, 0.5) / 1_000).toFixed(1)} s (median of ${times.length})`);
}

async function run(): Promise<void> {
  for (const rate of [1, SLOWED]) await timeBare(rate);
  for (const editor of ['text', 'monaco'] as const) for (const rate of [1, SLOWED]) await timeKeys(editor, rate);
  console.log(`\nSlow 4G, processor slowed ${SLOWED} times, empty cache`);
  for (const editor of ['text', 'monaco'] as const) await timeLoad(editor);
}

await run();
await browser.close();
