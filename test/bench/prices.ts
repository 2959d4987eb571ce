/** Prediction and prices in a real browser: `npm run bench:prices`. */
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { findChromium } from '../../scripts/chromium.mjs';
import type { Timed } from './in-browser.js';

const { outputFiles } = await build({
  entryPoints: ['test/bench/in-browser.ts'],
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  globalName: 'bench',
});
const executablePath = findChromium();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
const page = await browser.newPage();
await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
const files: Readonly<Record<string, Timed>> = await page.evaluate('bench.timeInBrowser()');
for (const [name, { findings, prediction, prices }] of Object.entries(files))
  console.log(
    `200 lines ${name}: prediction ${prediction.toFixed(1)} ms, prices of ${findings} findings ${prices.toFixed(1)} ms`,
  );
await browser.close();
