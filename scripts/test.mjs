// Runs everything, says what it is doing, and counts. Nothing is skipped: a step that can't run has failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium } from './chromium.mjs';

const results = 'test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** A step's name, its command, and where its runner writes how many tests passed. */
const steps = [
  { name: 'types', command: ['npm', 'run', '--silent', 'check:types'] },
  { name: 'lint and format', command: ['npm', 'run', '--silent', 'check:lint'] },
  { name: 'dead code', command: ['npm', 'run', '--silent', 'check:dead'] },
  { name: 'command line', command: ['npm', 'run', '--silent', 'prepare'] },
  {
    name: 'unit and consistency',
    command: [
      'npx',
      '--no-install',
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}/unit.json`,
    ],
    count: () => vitestCounts(`${results}/unit.json`),
  },
  { name: 'site', command: ['npm', 'run', '--silent', 'build'] },
  {
    name: 'browser',
    command: ['npm', 'run', '--silent', 'test:browser'],
    before: ensureChromium,
    count: () => playwrightCounts(`${results}/browser.json`),
  },
];

function vitestCounts(path) {
  const { numPassedTests, numFailedTests, numPendingTests } = readJson(path);
  return { passed: numPassedTests, failed: numFailedTests + numPendingTests };
}

function playwrightCounts(path) {
  const { expected, unexpected, flaky, skipped } = readJson(path).stats;
  return { passed: expected, failed: unexpected + flaky + skipped };
}

function readJson(path) {
  if (!existsSync(path)) throw new Error(`The runner wrote no ${path}`);
  return JSON.parse(readFileSync(path, 'utf8'));
}

const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: process.stdout.isTTY ? '1' : '0' };

function runStep({ name, command, before, count }) {
  console.log(`\n== ${name}`);
  const started = Date.now();
  const problem = before?.();
  const [program, ...args] = command;
  const status = problem ? 1 : spawnSync(program, args, { stdio: 'inherit', env }).status;
  if (problem) console.error(problem);
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(`== ${name}: ${status === 0 ? 'passed' : 'FAILED'} after ${seconds} s`);
  if (!count) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    const counts = problem ? { passed: 0, failed: 1 } : count();
    return status === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } catch (error) {
    console.error(String(error));
    return { passed: 0, failed: 1 };
  }
}

const totals = { passed: 0, failed: 0 };
for (const step of steps) {
  const { passed, failed } = runStep(step);
  totals.passed += passed;
  totals.failed += failed;
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
