/**
 * Starts and stops the container of each case and writes what was seen to results.json.
 *
 *     npm run experiments -- process [--bases TEXT] [NAME…]
 *
 * Needs Docker on amd64 and package registries. `--bases` says where the base images come from, if not from a registry.
 * With names only these cases are run anew.
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { dockerVersions, recordedNow } from '../versions.js';
import { contextOf, type ProcessCase } from './case.js';
import { CASES } from './cases.js';
import { treeLine } from './process-tree.js';
import type { Measured, Results } from './results.js';

const FILE = 'test/experiments/process/results.json';
const TAG = 'plimsoll-experiment-process';
const run = promisify(execFile);

/** How many containers run at the same time. */
const AT_ONCE = 6;
/** All events that Docker remembers, and no waiting for more. */
const SINCE_LONG_AGO = ['--since', '24h', '--until', '0s', '--format', '{{json .}}'];
/** The programs here say `up` when they are ready; one of somebody else has so long. Milliseconds. */
const LONGEST_START = 30_000;
const START_OF_OTHERS = 4_000;

/** What tells the versions of programs that the cases are about. */
const VERSIONS: readonly (readonly [image: string, command: string])[] = [
  ['node:24-slim', 'node --version; npm --version; yarn --version'],
  ['python:3.13-slim', 'python3 --version'],
  ['golang:1.24', 'go version'],
  ['debian:trixie-slim', 'dpkg-query --show dash bash'],
  ['alpine:3.23', 'busybox | head -n 1'],
];

const { values, positionals } = parseArgs({
  options: { bases: { type: 'string', default: 'official images' } },
  allowPositionals: true,
});
const known: Results | undefined = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : undefined;
const cases: Record<string, Measured> = { ...known?.cases };
const wanted = CASES.filter((one) => !one.isOnlySeen && (positionals.length === 0 || positionals.includes(one.name)));
const usedVersions = versions();
const waiting = wanted.values();
let building = Promise.resolve();
await Promise.all(Array.from({ length: AT_ONCE }, work));

async function work(): Promise<void> {
  for (const one of waiting) {
    const image = `${TAG}:${one.name}`;
    try {
      building = building.catch(() => undefined).then(() => build(one, image));
      await building;
      cases[one.name] = await measure(one, image);
      console.log(one.name, JSON.stringify(cases[one.name]));
      save();
    } catch (error) {
      console.error(one.name, error);
      process.exitCode = 1;
    }
  }
}

async function build(one: ProcessCase, image: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'case-'));
  try {
    for (const [path, text] of Object.entries(contextOf(one))) writeFileSync(join(folder, path), text, { mode: 0o755 });
    writeFileSync(join(folder, 'Dockerfile'), one.dockerfile);
    await run('docker', ['build', '--quiet', '--provenance=false', '--tag', image, folder]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function flagsOf({ options = {} }: ProcessCase): string[] {
  return [
    ...(options.init === 'docker-init' ? ['--init'] : []),
    ...(options.stopSignal ? ['--stop-signal', options.stopSignal] : []),
    ...(options.interactive ? ['--interactive', '--tty'] : []),
  ];
}

function docker(...args: readonly string[]): string {
  return execFileSync('docker', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

async function measure(one: ProcessCase, image: string): Promise<Measured> {
  const container = docker('run', '--detach', ...flagsOf(one), image);
  try {
    await sleep((await isUp(one, container)) ? 500 : 0);
    const tree = isRunning(container) ? treeLine(docker('top', container, '-eo', 'pid,ppid,args')) : '';
    await run('docker', ['stop', container]);
    const events = docker('events', ...SINCE_LONG_AGO, '--filter', `container=${container}`);
    const seconds = secondsToDie(events, docker('inspect', '--format', '{{.State.FinishedAt}}', container));
    const logs = logsOf(container);
    const zombies = /zombies (\d+)/.exec(logs)?.[1];
    return {
      seconds,
      exitCode: Number(docker('inspect', '--format', '{{.State.ExitCode}}', container)),
      handled: /^got /m.test(logs),
      tree,
      ...(zombies !== undefined && { zombies: Number(zombies) }),
    };
  } finally {
    docker('rm', '--force', container);
    docker('image', 'rm', '--force', image);
  }
}

/** Docker's own account: from the first signal that it sends to the end of PID 1. */
function secondsToDie(events: string, finishedAt: string): number {
  const all = events.split('\n').map((line) => JSON.parse(line) as { Action: string; timeNano: number });
  const asked = all.find(({ Action }) => Action === 'kill')?.timeNano;
  return asked === undefined ? 0 : Math.round((Date.parse(finishedAt) - asked / 1e6) / 10) / 100;
}

function logsOf(container: string): string {
  return execFileSync('sh', ['-c', `docker logs ${container} 2>&1`], { encoding: 'utf8' });
}

/** Waits until the program says that it is ready, has ended, or has had its time. */
async function isUp(one: ProcessCase, container: string): Promise<boolean> {
  const isOurs = /handler|orphans|asgi|npm|npx|yarn|pnpm|bun/i.test(one.dockerfile);
  const began = performance.now();
  while (performance.now() - began < (isOurs ? LONGEST_START : START_OF_OTHERS)) {
    if (/^up\r?$/m.test(logsOf(container))) return true;
    if (!isRunning(container)) return false;
    await sleep(300);
  }
  return false;
}

function isRunning(container: string): boolean {
  return docker('inspect', '--format', '{{.State.Running}}', container) === 'true';
}

function versions(): Record<string, string> {
  const ofImages = VERSIONS.map(([image, command]) => [
    image,
    docker('run', '--rm', '--entrypoint', 'sh', image, '-c', command).replace(/\s+/g, ' '),
  ]);
  return { ...dockerVersions(), ...Object.fromEntries(ofImages) };
}

function save(): void {
  const head = recordedNow(values.bases, usedVersions);
  const inOrder = Object.fromEntries(CASES.flatMap(({ name }) => (cases[name] ? [[name, cases[name]]] : [])));
  writeFileSync(FILE, `${JSON.stringify({ ...head, cases: inOrder }, null, 1)}\n`);
}
