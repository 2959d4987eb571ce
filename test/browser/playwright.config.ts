import { defineConfig } from '@playwright/test';
import { findChromium } from '../../scripts/chromium.mjs';

const executablePath = findChromium();

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/browser',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/browser.json' }]],
  use: {
    baseURL: 'http://localhost:4391/',
    // Colours are compared when they have settled.
    contextOptions: { reducedMotion: 'reduce' },
    // Tests of what works without network allow them; elsewhere the pages speak with the server.
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  webServer: [
    {
      command: 'astro preview --port 4391 --host localhost',
      cwd: '../..',
      port: 4391,
      reuseExistingServer: !process.env['CI'],
    },
    {
      command: 'node scripts/serve-under-base.mjs 4392',
      cwd: '../..',
      port: 4392,
      timeout: 240_000,
      reuseExistingServer: !process.env['CI'],
    },
  ],
});
