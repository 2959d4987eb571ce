// Finds the browser that the browser tests drive, and installs Debian's where that can be had.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** The path of a Chromium, or undefined. CHROMIUM names another one. */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : undefined;
  return PLACES.find((place) => existsSync(place));
}

const HOW = `The browser tests need Chromium, and none was found.
  Debian, Ubuntu: sudo apt-get install chromium
  Fedora:         sudo dnf install chromium
  elsewhere:      install Chromium or Chrome and set CHROMIUM to its path
Then run npm test again.`;

/** Installs Debian's chromium where we are root on such a system. Returns what to do where it can't be had. */
export function ensureChromium() {
  if (findChromium()) return undefined;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return HOW;
  console.log('Installing Chromium for the browser tests (apt-get install chromium) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']])
    if (spawnSync('apt-get', ['-q', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env }).status !== 0) return HOW;
  return findChromium() ? undefined : HOW;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problem = ensureChromium();
  console.log(problem ?? findChromium());
  process.exitCode = problem ? 1 : 0;
}
